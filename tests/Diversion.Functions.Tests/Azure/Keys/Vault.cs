using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Diversion.Functions.Azure.Keys;

namespace Diversion.Functions.Tests.Azure.Keys;

/// <summary>A key vault's two calls, with a real RSA key of two versions; every caller must bring a token.</summary>
internal sealed class Vault : HttpMessageHandler
{
    public const string Key = "https://v.vault.azure.net/keys/data-protection";

    private readonly Dictionary<string, RSA> versions = new() { ["1"] = RSA.Create(2048) };
    private string newest = "1";

    public List<string> Asked { get; } = [];

    /// <summary>Set to make it refuse.</summary>
    public HttpStatusCode? Refusal { get; set; }

    public void Rotate()
    {
        newest = "2";
        versions[newest] = RSA.Create(2048);
    }

    public KeyVaultKey Open() => new(
        new Uri(Key), new Token(), new KeyVaultOptions { Transport = new HttpClientTransport(new HttpClient(this)), Retry = { MaxRetries = 0 } });

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!.PathAndQuery);
        if (Refusal is { } refusal || request.Headers.Authorization?.ToString() != "Bearer ours")
        {
            return new HttpResponseMessage(Refusal ?? HttpStatusCode.Unauthorized);
        }

        using var asked = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        Assert.Equal("RSA-OAEP-256", asked.RootElement.GetProperty("alg").GetString());
        var value = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("value").GetString());
        var parts = request.RequestUri.AbsolutePath.Split('/');
        var (version, answer) = parts is ["", "keys", "data-protection", "wrapkey"]
            ? (newest, versions[newest].Encrypt(value, RSAEncryptionPadding.OaepSHA256))
            : (parts[3], versions[parts[3]].Decrypt(value, RSAEncryptionPadding.OaepSHA256));
        return new HttpResponseMessage { Content = JsonContent.Create(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(answer) }) };
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("ours", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
