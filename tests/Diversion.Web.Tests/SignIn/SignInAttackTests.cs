using System.Security.Cryptography;
using System.Text;
using Diversion.Web.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.Tests.SignIn;

/// <summary>Answers that no honest provider gives, and answers of an honest one in the wrong hands.</summary>
public sealed class SignInAttackTests
{
    private const string Refused = "Signing in did not work";

    public static TheoryData<string> Attacks => new(
        "alg none", "no signature", "our secret as key", "another key", "another audience", "another issuer", "expired", "no nonce", "another nonce", "no subject", "not a token");

    [Fact]
    public async Task The_honest_answer_lets_in()
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);

        Assert.Equal((200, "/register"), await Open(browser));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_token_that_is_not_right_lets_nobody_in(string attack)
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        provider.IdToken = token => Attack(attack, token, provider);
        using var browser = new Browser(app);

        var page = await browser.Get("/register");

        Assert.InRange(page.Status, 400, 403);
        Assert.Null(browser.Cookies.GetCookies(new Uri("http://localhost"))["diversion-session"]);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Lena", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("")]
    public async Task A_state_that_is_not_ours_is_refused(string state)
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        provider.State = state;
        using var browser = new Browser(app);

        var page = await browser.Get("/register");

        Assert.Equal(400, page.Status);
        Assert.Contains(Refused, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_good_once_and_in_the_browser_that_asked()
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);
        await browser.Get("/register");
        var answer = browser.Passed.Single(address => address.AbsolutePath == "/sign-in/callback");

        using var thief = new Browser(app);
        Assert.Equal(400, (await thief.Get(answer.PathAndQuery)).Status);
        Assert.Equal(400, (await browser.Get(answer.PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_way_back_to_another_site_is_not_taken()
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        using var browser = new Browser(app);

        Assert.Equal("/", (await browser.Get("/sign-in/role?returnUrl=https://evil.example/")).Address);
        Assert.Equal("/", (await browser.Get("/sign-in/role?returnUrl=//evil.example/")).Address);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_in_words()
    {
        await using var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        provider.IdToken = _ => throw new InvalidOperationException("down");
        using var browser = new Browser(app);

        var page = await browser.Get("/register");

        Assert.Equal(400, page.Status);
        Assert.Contains(Refused, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_told_in_words()
    {
        var provider = await HostileProvider.Start();
        await using var app = await Begin(provider);
        await provider.DisposeAsync();
        using var browser = new Browser(app);

        var page = await browser.Get("/register");

        Assert.Equal(503, page.Status);
        Assert.Contains("does not answer", page.Text, StringComparison.Ordinal);
    }

    private static async Task<(int, string)> Open(Browser browser)
    {
        var page = await browser.Get("/register");
        return (page.Status, page.Address);
    }

    private static string Attack(string attack, SecurityTokenDescriptor token, HostileProvider provider)
    {
        switch (attack)
        {
            case "alg none":
                return $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{HostileProvider.Sign(token).Split('.')[1]}.";
            case "no signature":
                return $"{string.Join('.', HostileProvider.Sign(token).Split('.')[..2])}.";
            case "our secret as key":
                token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("diversion".PadRight(32, '!'))), SecurityAlgorithms.HmacSha256);
                break;
            case "another key":
                token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "right" }, SecurityAlgorithms.RsaSha256);
                break;
            case "another audience":
                token.Audience = "another-app";
                break;
            case "another issuer":
                token.Issuer = "https://evil.example/";
                break;
            case "expired":
                (token.IssuedAt, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1));
                break;
            case "no nonce":
                token.Claims.Remove("nonce");
                break;
            case "another nonce":
                token.Claims["nonce"] = "638000000000000000.replayed";
                break;
            case "no subject":
                token.Claims.Remove("sub");
                break;
            default:
                return "not.a.token";
        }

        return HostileProvider.Sign(token);
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);

    private static Task<TestApp> Begin(HostileProvider provider) => Accounts.Begin(provider.Settings, ("lead-1", "lena"));
}
