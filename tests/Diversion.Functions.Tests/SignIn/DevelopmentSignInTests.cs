using System.Net;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Hosting;
using Diversion.Web.Access;

namespace Diversion.Functions.Tests.SignIn;

/// <summary>On a developer's machine: one person for its browsers, tokens for programs, and nothing for anybody else.</summary>
public sealed class DevelopmentSignInTests
{
    [Fact]
    public async Task A_browser_on_the_machine_is_the_person_of_the_settings()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.DevelopersMachine.With("Development:Person", "programme-lead:lead:Robin Lead").Read());
        using var page = await Get(app, "/", "localhost");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Robin Lead", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diversion.example", null)]
    [InlineData("localhost", "203.0.113.7")]
    public async Task Nobody_from_another_machine_is_signed_in(string host, string? from)
    {
        await using var app = await WorkerApp.Begin(SettingsFor.DevelopersMachine.With("Development:Person", "programme-lead:lead:Robin Lead").Read());
        using var page = await Get(app, "/", host, from is null ? [] : [("X-Forwarded-For", from)]);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task The_platforms_header_is_worth_nothing()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.DevelopersMachine.With("WEBSITE_AUTH_ENABLED", "True").Read());
        using var answer = await Get(app, "/api/v1/inbox", "localhost", ("X-MS-CLIENT-PRINCIPAL", Principals.Person("programme-lead")));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_API_takes_tokens_of_the_key_in_the_settings()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.DevelopersMachine.With("Development:TokenKey", SettingsFor.Key).Read());
        var token = Tokens.Issue(new Actor("l", "Lead", Role.ProgrammeLead), Convert.FromBase64String(SettingsFor.Key), TimeProvider.System, TimeSpan.FromMinutes(5));
        using var known = await Get(app, "/api/v1/inbox", "localhost", ("Authorization", $"Bearer {token}"));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);

        var forged = Tokens.Issue(new Actor("l", "Lead", Role.ProgrammeLead), new byte[32], TimeProvider.System, TimeSpan.FromMinutes(5));
        using var unknown = await Get(app, "/api/v1/inbox", "localhost", ("Authorization", $"Bearer {forged}"));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    private static async Task<HttpResponseMessage> Get(WorkerApp app, string address, string host, params IEnumerable<(string Name, string Value)> headers)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}
