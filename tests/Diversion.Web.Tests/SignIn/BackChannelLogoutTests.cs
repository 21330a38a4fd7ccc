using System.Net;
using Diversion.Web.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.Tests.SignIn;

/// <summary>The provider ends sessions here without the person's browser.</summary>
public sealed class BackChannelLogoutTests
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    [Theory]
    [InlineData("sid")]
    [InlineData("sub")]
    public async Task The_session_is_over_at_the_next_click(string by)
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);
        await browser.Get("/register");
        var signIns = browser.Passed.Count;
        Assert.Equal("/register", (await browser.Get("/register")).Address);
        Assert.Equal(signIns + 1, browser.Passed.Count);

        Assert.Equal(HttpStatusCode.OK, await Send(app, Logout(provider, by == "sid" ? null : "lena", by == "sid" ? "s-1" : null)));

        await browser.Get("/register");
        Assert.True(browser.Passed.Count > signIns + 2, "The session went on.");
    }

    [Fact]
    public async Task Another_session_goes_on()
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);
        await browser.Get("/register");
        var passed = browser.Passed.Count;

        Assert.Equal(HttpStatusCode.OK, await Send(app, Logout(provider, "lena", "s-2")));

        await browser.Get("/register");
        Assert.Equal(passed + 1, browser.Passed.Count);
    }

    public static TheoryData<string> Attacks => new("no event", "a nonce", "nobody", "old", "another audience", "another issuer", "not signed", "no token", "long");

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_is_not_a_logout_of_the_provider_ends_nothing(string attack)
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);
        await browser.Get("/register");
        var passed = browser.Passed.Count;
        var token = Logout(provider, "lena", null);
        switch (attack)
        {
            case "no event":
                token.Claims.Remove("events");
                break;
            case "a nonce":
                token.Claims["nonce"] = "n";
                break;
            case "nobody":
                token.Claims.Remove("sub");
                break;
            case "old":
                token.IssuedAt = DateTime.UtcNow.AddHours(-1);
                break;
            case "another audience":
                token.Audience = "another-app";
                break;
            case "another issuer":
                token.Issuer = "https://evil.example/";
                break;
        }

        var text = attack switch
        {
            "not signed" => $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{HostileProvider.Sign(token).Split('.')[1]}.",
            "no token" => "",
            "long" => new string('a', 20_000),
            _ => HostileProvider.Sign(token),
        };
        Assert.Equal(HttpStatusCode.BadRequest, await Send(app, text));

        await browser.Get("/register");
        Assert.Equal(passed + 1, browser.Passed.Count);
    }

    private static SecurityTokenDescriptor Logout(HostileProvider provider, string? subject, string? session)
    {
        var token = provider.Right();
        token.Expires = null;
        token.Claims = new Dictionary<string, object> { ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() }, ["jti"] = "1" };
        if (subject is not null)
        {
            token.Claims["sub"] = subject;
        }

        if (session is not null)
        {
            token.Claims["sid"] = session;
        }

        return token;
    }

    private static Task<HttpStatusCode> Send(TestApp app, SecurityTokenDescriptor token) => Send(app, HostileProvider.Sign(token));

    private static async Task<HttpStatusCode> Send(TestApp app, string token)
    {
        using var http = app.As(null);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        return (await http.PostAsync("/sign-in/ended", form)).StatusCode;
    }

    private static Task<TestApp> Begin(HostileProvider provider)
    {
        provider.IdToken = token =>
        {
            token.Claims["sid"] = "s-1";
            return HostileProvider.Sign(token);
        };
        return Accounts.Begin(provider.Settings, ("lead-1", "lena"));
    }
}
