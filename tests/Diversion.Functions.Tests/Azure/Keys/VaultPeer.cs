using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.Azure.Keys;

/// <summary>
/// A key vault over TLS with a real RSA key, and beside it the endpoint at which App Service hands out tokens of the app's
/// identity. The vault takes no token but one of those.
/// </summary>
internal sealed class VaultPeer : IAsyncDisposable
{
    private const string KeyPath = "/keys/data-protection";

    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication vault;
    private readonly WebApplication tokens;
    private readonly string token = Guid.NewGuid().ToString("N");

    private VaultPeer()
    {
        vault = Server(listen => listen.UseHttps(Certificate));
        vault.Run(Serve);
        tokens = Server(_ => { });
        tokens.Run(HandOut);
    }

    public X509Certificate2 Certificate { get; } = SelfSigned();

    public string SecretOfTheEndpoint { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The vault's address of the key.</summary>
    public Uri Key => new(new Uri(vault.Urls.Single()), KeyPath);

    public Uri Tokens => new(new Uri(tokens.Urls.Single()), "/msi/token");

    /// <summary>What the token endpoint was asked.</summary>
    public List<string> AskedForTokens { get; } = [];

    /// <summary>What the vault was asked.</summary>
    public List<string> AskedOfTheVault { get; } = [];

    /// <summary>Answers before the vault does: status of the n-th request, null to let the vault answer.</summary>
    public Func<int, int?> Rule { get; set; } = _ => null;

    public static async Task<VaultPeer> Start()
    {
        var peer = new VaultPeer();
        await peer.vault.StartAsync();
        await peer.tokens.StartAsync();
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        await vault.DisposeAsync();
        await tokens.DisposeAsync();
        Certificate.Dispose();
        key.Dispose();
    }

    private static WebApplication Server(Action<ListenOptions> how)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            how(listen);
        }));
        return builder.Build();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task HandOut(HttpContext context)
    {
        AskedForTokens.Add(context.Request.QueryString.Value!);
        if (context.Request.Headers["X-IDENTITY-HEADER"] != SecretOfTheEndpoint)
        {
            context.Response.StatusCode = 401;
            return;
        }

        await context.Response.WriteAsJsonAsync(new
        {
            access_token = token,
            expires_on = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds().ToString(),
            resource = context.Request.Query["resource"].ToString(),
            token_type = "Bearer",
        });
    }

    private async Task Serve(HttpContext context)
    {
        AskedOfTheVault.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        context.Response.StatusCode = Rule(AskedOfTheVault.Count) ?? (context.Request.Headers.Authorization == $"Bearer {token}" ? 200 : 401);
        if (context.Response.StatusCode != 200)
        {
            return;
        }

        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        Assert.Equal("RSA-OAEP-256", asked.RootElement.GetProperty("alg").GetString());
        var value = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("value").GetString());
        var answer = context.Request.Path.Value switch
        {
            $"{KeyPath}/wrapkey" => key.Encrypt(value, RSAEncryptionPadding.OaepSHA256),
            $"{KeyPath}/1/unwrapkey" => key.Decrypt(value, RSAEncryptionPadding.OaepSHA256),
            var other => throw new InvalidOperationException($"The vault has no {other}."),
        };
        await context.Response.WriteAsJsonAsync(new { kid = $"{Key}/1", value = Base64Url.EncodeToString(answer) });
    }
}
