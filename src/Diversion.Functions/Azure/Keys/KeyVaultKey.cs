using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Diversion.Functions.Azure.Keys;

/// <summary>
/// A key in Key Vault that wraps and unwraps other keys, and never leaves the vault. We need only these two calls of the
/// vault's REST API; the package for them was not available (decision 28).
/// </summary>
/// <param name="key">Without a version: https://VAULT.vault.azure.net/keys/NAME.</param>
public sealed class KeyVaultKey(Uri key, TokenCredential identity, KeyVaultOptions? options = null)
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string ApiVersion = "7.4";
    private const string Scope = "https://vault.azure.net/.default";

    private readonly HttpPipeline pipeline = HttpPipelineBuilder.Build(
        options ?? new KeyVaultOptions(), new BearerTokenAuthenticationPolicy(identity, Scope));

    /// <returns>The wrapped key, and the address of the version that wrapped it.</returns>
    public (Uri Version, byte[] Wrapped) Wrap(byte[] plain) => Ask(key, "wrapkey", plain);

    /// <param name="version">As returned by <see cref="Wrap"/>.</param>
    /// <param name="wrapped">As returned by <see cref="Wrap"/>.</param>
    /// <exception cref="InvalidOperationException">The address is outside the configured key.</exception>
    public byte[] Unwrap(Uri version, byte[] wrapped) => IsOfThisKey(version)
        ? Ask(version, "unwrapkey", wrapped).Bytes
        : throw new InvalidOperationException($"A stored key of cookies was wrapped with {version}, which is no version of {key}. If the vault's key was replaced on purpose, delete the rows of the partition data-protection in the table settings: everybody signs in once more.");

    /// <summary>A stored row must not decide where our token is sent.</summary>
    private bool IsOfThisKey(Uri version) =>
        version.Scheme == key.Scheme && version.Authority == key.Authority
        && version.AbsolutePath.StartsWith(key.AbsolutePath.TrimEnd('/') + '/', StringComparison.Ordinal);

    private (Uri Version, byte[] Bytes) Ask(Uri of, string what, byte[] value)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(of);
        message.Request.Uri.AppendPath($"/{what}", escape: false);
        message.Request.Uri.AppendQuery("api-version", ApiVersion);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(new { alg = Algorithm, value = Base64Url(value) }));
        pipeline.Send(message, CancellationToken.None);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }

        using var answer = JsonDocument.Parse(message.Response.Content.ToMemory());
        return (new Uri(answer.RootElement.GetProperty("kid").GetString()!), FromBase64Url(answer.RootElement.GetProperty("value").GetString()!));
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] FromBase64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
