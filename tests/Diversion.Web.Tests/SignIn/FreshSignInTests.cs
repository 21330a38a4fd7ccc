using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.SignIn;

/// <summary>A breach is decided by somebody who has just proved who they are, not by whoever finds a session open.</summary>
public sealed class FreshSignInTests
{
    private const string Typed = "The second warning was told in time.";

    [Fact]
    public async Task Deciding_a_breach_asks_for_the_password_again_and_keeps_what_was_typed()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", provider.Subject));
        provider.SignedInAt = provider.Now() - TimeSpan.FromHours(3);
        using var browser = await Lead(app, provider);
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");

        var form = await browser.Get($"/agreements/{id}/decide-breach");
        Assert.Equal((200, "login", "0"), (form.Status, provider.Asked!.Prompt, $"{provider.Asked.GetParameter("max_age")}"));

        app.Machine.Ahead += TimeSpan.FromMinutes(16);
        var kept = await browser.Submit(form, ("Decision", "Continue"), ("Reason", Typed));
        Assert.Equal("Send your answers again – Diversion", kept.Title);
        var decided = await browser.Submit(kept);
        Assert.True(decided is { Status: 200 } && decided.Address == $"/agreements/{id}", $"{decided.Status} {decided.Address} {decided.Text}");
        Assert.Contains(Typed, (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_was_not_asked_or_does_not_say_when_is_not_believed()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", provider.Subject));
        using var browser = await Lead(app, provider);
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        app.Machine.Ahead += TimeSpan.FromMinutes(16);

        // As if somebody had taken the question out of the address: the old sign-in counts there.
        var longAgo = provider.Now() - TimeSpan.FromHours(3);
        provider.KeepsSignedInAt = true;
        provider.SignedInAt = longAgo;
        var refused = await browser.Get($"/agreements/{id}/decide-breach");
        Assert.Equal(403, refused.Status);
        Assert.Contains("did not show that you have just done so", refused.Text, StringComparison.Ordinal);

        provider.SignedInAt = null;
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/decide-breach")).Status);
        Assert.Equal(200, (await browser.Get($"/agreements/{id}")).Status);
    }

    private static async Task<Browser> Lead(TestApp app, RealProvider provider)
    {
        provider.Now = () => DateTimeOffset.UtcNow + app.Machine.Ahead;
        var browser = new Browser(app) { Navigates = true };
        Assert.Equal("/", (await browser.Get("/")).Address);
        return browser;
    }
}
