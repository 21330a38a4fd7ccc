using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Diversion.Functions.Azure.Keys;
using Diversion.Functions.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.Azure.Keys;

/// <summary>
/// The app's identity as it is on Azure asks the platform for a token, and our client of Key Vault takes that to a vault,
/// both over sockets.
/// </summary>
public sealed class KeyVaultWireTests : IAsyncLifetime
{
    /// <summary>Another one for each test: the identity library keeps tokens by it for the whole process.</summary>
    private readonly string clientId = Guid.NewGuid().ToString();
    private VaultPeer peer = null!;

    public async Task InitializeAsync()
    {
        peer = await VaultPeer.Start();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", peer.Tokens.AbsoluteUri);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", peer.SecretOfTheEndpoint);
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        await peer.DisposeAsync();
    }

    [Fact]
    public void A_key_is_wrapped_and_unwrapped_with_a_token_of_the_app_s_own_identity()
    {
        var vault = Open();

        var (version, wrapped) = vault.Wrap([1, 2, 3]);

        Assert.Equal([1, 2, 3], vault.Unwrap(version, wrapped));
        Assert.Equal(
            ["POST /keys/data-protection/wrapkey?api-version=7.4", "POST /keys/data-protection/1/unwrapkey?api-version=7.4"],
            peer.AskedOfTheVault);
        var asked = Uri.UnescapeDataString(Assert.Single(peer.AskedForTokens));
        Assert.Contains("resource=https://vault.azure.net", asked, StringComparison.Ordinal);
        Assert.Contains($"client_id={clientId}", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vault_that_is_busy_is_asked_again()
    {
        peer.Rule = n => n == 1 ? 429 : null;

        Assert.NotEmpty(Open().Wrap([1, 2, 3]).Wrapped);

        Assert.Equal(2, peer.AskedOfTheVault.Count);
    }

    [Fact]
    public void A_vault_that_refuses_is_a_fault_at_once()
    {
        peer.Rule = _ => 403;

        Assert.Equal(403, Assert.Throws<RequestFailedException>(() => Open().Wrap([1, 2, 3])).Status);
        Assert.Single(peer.AskedOfTheVault);
    }

    [Fact]
    public void An_identity_that_gets_no_token_is_a_fault_and_the_vault_is_not_asked()
    {
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "wrong");

        Assert.Throws<AuthenticationFailedException>(() => Open().Wrap([1, 2, 3]));
        Assert.Empty(peer.AskedOfTheVault);
    }

    private KeyVaultKey Open()
    {
        var identity = AzureIdentity.Of(new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("WEBSITE_SITE_NAME", (string?)"diversion"),
            KeyValuePair.Create("CONTAINER_NAME", (string?)"instance"),
            KeyValuePair.Create("AZURE_CLIENT_ID", (string?)clientId),
        ]).Build());
        var network = new SocketsHttpHandler
        {
            SslOptions =
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { peer.Certificate },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        return new KeyVaultKey(peer.Key, identity, new KeyVaultOptions { Transport = new HttpClientTransport(new HttpClient(network)), Retry = { Delay = TimeSpan.FromMilliseconds(10) } });
    }
}
