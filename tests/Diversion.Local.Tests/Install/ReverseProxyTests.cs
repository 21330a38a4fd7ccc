using System.Net;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Install;

/// <summary>What the server believes of a proxy in front, and where it sends browsers.</summary>
[Collection(nameof(RunningProgram))]
public sealed class ReverseProxyTests : IDisposable
{
    private const string Public = "diversion.force.example";

    private readonly TemporaryFolder home = new();

    public ReverseProxyTests()
    {
        Directory.CreateDirectory(home.File("data"));
        home.Write("data/programme.json", $$"""
            { "name": "Programme", "scheme": "checkpoint", "leads": [{ "id": "lead", "name": "Programme lead" }], "publicUrl": "https://{{Public}}", "sender": "diversion@force.example" }
            """);
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Behind_a_named_proxy_people_come_by_TLS_or_are_sent_there()
    {
        var (program, client, http) = await Serve("10.9.9.0/24, 127.0.0.1");
        using (program)
        using (client)
        using (http)
        {
            var plain = await Ask(http, Public, null);
            Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{Public}/api/v1/inbox?a=b"), (plain.Status, plain.Location));

            var encrypted = await Ask(http, Public, "https");
            Assert.Equal((HttpStatusCode.Unauthorized, "max-age=31536000"), (encrypted.Status, encrypted.Hsts));

            Assert.Equal(HttpStatusCode.BadRequest, (await Ask(http, "evil.example", "https")).Status);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
            var health = await RunningProgram.Run(home.Path, "health", "--url", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
            Assert.Equal((ExitCodes.Ok, "Ready."), (health.Code, health.Output.Trim()));
            Assert.Equal(ExitCodes.Ok, await program.Stop());
        }
    }

    [Theory]
    [InlineData("10.9.9.9", HttpStatusCode.PermanentRedirect)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task Nobody_else_is_believed(string from, HttpStatusCode expected)
    {
        var (program, client, http) = await Serve(from);
        using (program)
        using (client)
        using (http)
        {
            var forged = await Ask(http, Public, "https");
            Assert.Equal((expected, null), (forged.Status, forged.Hsts));
        }
    }

    [Theory]
    [InlineData("proxy.force.example")]
    [InlineData("0.0.0.0/0")]
    [InlineData("127.0.0.1, nonsense")]
    public async Task A_list_with_anything_but_addresses_and_networks_is_refused(string from)
    {
        var told = await RunningProgram.RunIn(
            new Dictionary<string, string> { ["Proxy__From"] = from }, home.Path, "serve", "--data", "data", "--urls", $"http://127.0.0.1:{RunningProgram.FreePort()}");

        Assert.Equal(ExitCodes.WrongUsage, told.Code);
        Assert.Contains("Proxy__From", told.Error, StringComparison.Ordinal);
    }

    private async Task<(RunningProgram Program, HttpClient Client, HttpClient Http)> Serve(string from)
    {
        var (program, client) = await RunningProgram.ServeWith(new Dictionary<string, string> { ["Proxy__From"] = from }, home.Path, "--data", "data");
        return (program, client, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = client.BaseAddress });
    }

    private static async Task<(HttpStatusCode Status, string? Location, string? Hsts)> Ask(HttpClient http, string host, string? protocol)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/inbox?a=b");
        request.Headers.Host = host;
        if (protocol is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", protocol);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null);
    }
}
