using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.SignIn;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests.SignIn;

/// <summary>People sign in at a real identity provider, which runs in this process.</summary>
public sealed class OpenIdTests
{
    [Fact]
    public async Task The_first_lead_comes_in_by_the_code_of_the_server_and_lets_the_others_in()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings);
        using var browser = new Browser(app) { Navigates = true };

        var unknown = await browser.Get("/");
        Assert.Equal((200, "/sign-in/unknown"), (unknown.Status, unknown.Address));
        Assert.Contains("f:7f2c:lena", unknown.Text, StringComparison.Ordinal);
        var wrong = await browser.Submit(unknown, ("Code", "AAAA-BBBB-CCCC-DDDD"));
        Assert.Contains(wrong.Faults, fault => fault.StartsWith("This is not the code", StringComparison.Ordinal));

        var home = await browser.Submit(wrong, ("Code", app.Services.GetRequiredService<FirstLeadCode>().Printed.ToLowerInvariant()));
        Assert.Equal((200, "/"), (home.Status, home.Address));
        Assert.Contains("Lena Lead, programme lead", home.Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        await app.Give("kw-1", "f:7f2c:kit");
        (provider.Subject, provider.Session) = ("f:7f2c:kit", "session-2");
        using var second = new Browser(app);
        Assert.Contains("Kit Worker, key worker", (await second.Get("/")).Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        (provider.Subject, provider.Name) = ("f:7f2c:stranger", "Sam Stranger");
        using var third = new Browser(app);
        var stranger = await third.Get("/");
        Assert.Equal("/sign-in/unknown", stranger.Address);
        Assert.Contains("Lena Lead", stranger.Text, StringComparison.Ordinal);
        Assert.Empty(stranger.Html.QuerySelectorAll("main form"));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Stranger", StringComparison.Ordinal) || line.Contains("f:7f2c", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_is_void_after_five_wrong_ones()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings);
        using var browser = new Browser(app);
        var page = await browser.Get("/");
        for (var n = 0; n < 5; n++)
        {
            page = await browser.Submit(page, ("Code", "no"));
        }

        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.Contains("Start the server again", page.Text, StringComparison.Ordinal);
        Assert.Empty((await app.StaffOf.Find(StaffId.Programme))!.People.Where(person => person.Account is not null));
    }

    [Fact]
    public async Task The_page_that_was_asked_for_follows_the_sign_in()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", "f:7f2c:lena"));
        using var browser = new Browser(app);

        var page = await browser.Get("/register?status=active");

        Assert.Equal((200, "/register?status=active"), (page.Status, page.Address));
        Assert.Equal(("code", "S256", null), (provider.Asked!.ResponseType, provider.Asked.CodeChallengeMethod, provider.Asked.Prompt));
    }

    [Fact]
    public async Task A_person_whose_role_or_account_is_taken_away_is_out_at_the_next_click()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", "f:7f2c:lena"), ("kw-1", "f:7f2c:kit"));
        provider.Subject = "f:7f2c:kit";
        using var browser = new Browser(app);
        Assert.Equal(200, (await browser.Get("/caseload")).Status);

        await app.Do(new StaffCommand.ChangeRoles("kw-1", [Role.Analyst]));
        var home = await browser.Get("/");
        Assert.Contains("Kit Worker, analyst", home.Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (await browser.Get("/caseload")).Status);

        await app.Do(new StaffCommand.UnlinkAccount("kw-1"));
        Assert.Equal("/sign-in/unknown", (await browser.Get("/")).Address);
    }

    [Fact]
    public async Task Somebody_with_several_roles_chooses_and_can_change()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", "f:7f2c:lena"));
        await app.Do(new StaffCommand.ChangeRoles("lead-1", [Role.ProgrammeLead, Role.Analyst]));
        using var browser = new Browser(app);

        var choose = await browser.Get("/programme");
        Assert.True(choose.Title == "Choose your role – Diversion", string.Join('\n', app.Log.Lines.TakeLast(6)));
        var asAnalyst = await browser.Submit(choose, ("role", "analyst"));
        Assert.Equal("/programme", asAnalyst.Address);
        Assert.Contains("analyst", asAnalyst.Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        var asLead = await browser.Submit(await browser.Get("/sign-in/role"), ("role", "programme-lead"));
        Assert.Contains("programme lead", asLead.Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        var forged = await browser.Forge(await browser.Get("/sign-in/role"), ("role", "sergeant"));
        Assert.Equal("Choose your role – Diversion", forged.Title);
    }

    [Fact]
    public async Task Roles_may_come_from_the_provider()
    {
        await using var provider = await RealProvider.Start();
        var settings = provider.Settings with { Roles = new ClaimedRoles("groups", new Dictionary<string, string> { ["div-officers"] = "police-officer" }) };
        await using var app = await TestApp.Begin(openId: settings);
        (provider.Subject, provider.Groups) = ("po-77", ["div-officers", "canteen"]);
        using var browser = new Browser(app);
        Assert.Contains("Lena Lead, police officer", (await browser.Get("/")).Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        provider.Groups = ["canteen"];
        using var other = new Browser(app);
        var refused = await other.Get("/");
        Assert.Equal(403, refused.Status);
        Assert.Contains("no role in Diversion", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_provider_too()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", "f:7f2c:lena"));
        using var browser = new Browser(app);
        var home = await browser.Get("/");
        Assert.Contains("form-action 'self' https://id.example.test", string.Join(' ', home.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var signedOut = await browser.Submit(home, "header form[action='/sign-out']");

        Assert.Equal("You are signed out – Diversion", signedOut.Title);
        Assert.NotNull(provider.Left?.IdTokenHint);
        Assert.Null(browser.Cookies.GetCookies(new Uri("http://localhost"))["diversion-session"]);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_does_anything()
    {
        await using var provider = await RealProvider.Start();
        await using var app = await Accounts.Begin(provider.Settings, ("lead-1", "f:7f2c:lena"));
        provider.Now = () => DateTimeOffset.UtcNow + app.Machine.Ahead;
        using var browser = new Browser(app);
        await browser.Get("/");
        app.Machine.Ahead = TimeSpan.FromMinutes(21);
        var before = provider.Asked;

        await browser.Get("/session/stay");

        Assert.NotSame(before, provider.Asked);
    }
}
