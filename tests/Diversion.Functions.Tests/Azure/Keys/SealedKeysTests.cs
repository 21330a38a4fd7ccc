using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Azure;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Keys;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Diversion.Storage.Compliance;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Tests.Azure.Keys;

public sealed class SealedKeysTests : IDisposable
{
    private readonly Vault vault = new();
    private readonly InMemoryTableStore store = new();

    public void Dispose() => vault.Dispose();

    [Fact]
    public void What_one_worker_protects_another_reads_and_the_store_keeps_no_plain_key()
    {
        var cookie = Worker().Protect("signed in");

        Assert.Equal("signed in", Worker().Unprotect(cookie));
        Assert.All(vault.Asked, path => Assert.EndsWith("?api-version=7.4", path, StringComparison.Ordinal));
        Assert.StartsWith("/keys/data-protection/wrapkey", vault.Asked[0], StringComparison.Ordinal);
        Assert.Contains(vault.Asked, path => path.StartsWith("/keys/data-protection/1/unwrapkey", StringComparison.Ordinal));
        var stored = Assert.Single(new TableKeyRepository(store).GetAllElements()).ToString();
        Assert.Contains("sealedKey", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_of_the_vaults_key_leaves_old_cookies_readable()
    {
        var cookie = Worker().Protect("signed in");
        vault.Rotate();

        Assert.Equal("signed in", Worker().Unprotect(cookie));
    }

    [Fact]
    public void A_vault_that_refuses_is_a_fault()
    {
        vault.Refusal = HttpStatusCode.Forbidden;

        Assert.Equal(403, Assert.Throws<RequestFailedException>(() => vault.Open().Wrap([1, 2, 3])).Status);
    }

    [Theory]
    [InlineData("https://evil.example/keys/data-protection/1")]
    [InlineData("http://v.vault.azure.net/keys/data-protection/1")]
    [InlineData("https://v.vault.azure.net/keys/data-protection-2/1")]
    [InlineData("https://v.vault.azure.net/keys/data-protection")]
    public void A_stored_row_does_not_choose_who_is_asked(string version)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => vault.Open().Unwrap(new Uri(version), [1]));

        Assert.Contains(Vault.Key, fault.Message, StringComparison.Ordinal);
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void Changed_data_does_not_open()
    {
        var xml = new SealingKeys(vault.Open()).Encrypt(new XElement("key", "secret")).EncryptedElement;
        var @sealed = Convert.FromBase64String(xml.Element("sealed")!.Value);
        @sealed[0] ^= 1;
        xml.Element("sealed")!.Value = Convert.ToBase64String(@sealed);
        var services = new ServiceCollection().AddSingleton(vault.Open()).BuildServiceProvider();

        Assert.ThrowsAny<CryptographicException>(() => new OpeningKeys(services).Decrypt(xml));
    }

    /// <summary>Stored rows contain this name.</summary>
    [Fact]
    public void The_name_of_what_opens_them_stays() =>
        Assert.Equal("Diversion.Functions.Azure.Keys.OpeningKeys", typeof(OpeningKeys).FullName);

    private IDataProtector Worker()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ITableStore>(store);
        services.AddDataProtection().SetApplicationName("Diversion");
        services.AddKeys(new Uri(Vault.Key), new byte[32], () => throw new InvalidOperationException("The vault of the test brings its own identity."));
        services.AddSingleton(vault.Open());
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("cookies");
    }
}
