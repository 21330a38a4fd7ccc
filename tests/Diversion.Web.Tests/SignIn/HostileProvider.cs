using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.Tests.SignIn;

/// <summary>A provider whose tokens are what a test wants them to be: right, unless it changes something.</summary>
internal sealed class HostileProvider : IAsyncDisposable
{
    public static readonly Uri Address = new("https://bad.example.test/");

    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "right" };

    private HostileProvider()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Address.OriginalString,
            authorization_endpoint = new Uri(Address, "authorize"),
            token_endpoint = new Uri(Address, "token"),
            jwks_uri = new Uri(Address, "keys"),
        });
        app.MapGet("/keys", () => Results.Text($$"""{ "keys": [{{JsonSerializer.Serialize(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = "right" }))}}] }""", "application/json"));
        app.MapGet("/authorize", (HttpContext http) =>
        {
            nonce = http.Request.Query["nonce"];
            return Results.Redirect(QueryHelpers.AddQueryString($"{http.Request.Query["redirect_uri"]}", new Dictionary<string, string?>
            {
                ["code"] = "code", ["state"] = State ?? http.Request.Query["state"],
            }));
        });
        app.MapPost("/token", () => new { access_token = "none", token_type = "Bearer", id_token = IdToken!(Right()) });
    }

    private string? nonce;

    public static async Task<HostileProvider> Start()
    {
        var made = new HostileProvider();
        await made.app.StartAsync();
        return made;
    }

    /// <summary>Sent instead of the state that it was given.</summary>
    public string? State { get; set; }

    public Func<SecurityTokenDescriptor, string> IdToken { get; set; } = Sign;

    public SigningCredentials Credentials => new(key, SecurityAlgorithms.RsaSha256);

    public OpenIdSettings Settings => new(Address, "diversion") { PublicUrl = new Uri("https://diversion.example"), Backchannel = app.GetTestServer().CreateHandler() };

    public static string Sign(SecurityTokenDescriptor token) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);

    public SecurityTokenDescriptor Right() => new()
    {
        Issuer = Address.OriginalString,
        Audience = "diversion",
        IssuedAt = DateTime.UtcNow,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["sub"] = "lena", ["name"] = "Lena Lead", ["nonce"] = nonce ?? "" },
        SigningCredentials = Credentials,
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
