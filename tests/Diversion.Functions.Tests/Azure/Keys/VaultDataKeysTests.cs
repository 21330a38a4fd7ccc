using System.Net;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Keys;

namespace Diversion.Functions.Tests.Azure.Keys;

/// <summary>The keys of papers, wrapped by the vault's key.</summary>
public sealed class VaultDataKeysTests : IDisposable
{
    private static readonly byte[] DataKey = RandomNumberGenerator.GetBytes(32);

    private readonly Vault vault = new();

    public void Dispose() => vault.Dispose();

    [Fact]
    public void A_wrapped_key_opens_again_and_does_not_show_the_key()
    {
        var keys = Open();

        var wrapped = keys.Wrap(DataKey);

        Assert.Equal(DataKey, keys.Unwrap(wrapped));
        Assert.Equal(-1, wrapped.AsSpan().IndexOf(DataKey));
    }

    [Fact]
    public void A_key_that_an_older_version_wrapped_opens_after_the_vaults_key_was_rotated()
    {
        var before = Open().Wrap(DataKey);
        vault.Rotate();
        var after = Open().Wrap(DataKey);

        Assert.Equal(DataKey, Open().Unwrap(before));
        Assert.Equal(DataKey, Open().Unwrap(after));
        Assert.Contains(vault.Asked, path => path.StartsWith("/keys/data-protection/1/unwrapkey", StringComparison.Ordinal));
        Assert.Contains(vault.Asked, path => path.StartsWith("/keys/data-protection/2/unwrapkey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public void A_vault_that_does_not_answer_is_a_store_that_does_not_answer_and_says_what_to_check(HttpStatusCode status)
    {
        var wrapped = Open().Wrap(DataKey);
        vault.Refusal = status;

        Assert.Contains("wrap and unwrap", Assert.Throws<StorageUnavailableException>(() => Open().Wrap(DataKey)).Message, StringComparison.Ordinal);
        Assert.Throws<StorageUnavailableException>(() => Open().Unwrap(wrapped));
    }

    [Fact]
    public void A_key_that_the_vault_cannot_open_is_damaged_not_unavailable()
    {
        var wrapped = Open().Wrap(DataKey);
        vault.Refusal = HttpStatusCode.BadRequest;

        Assert.Throws<CryptographicException>(() => Open().Unwrap(wrapped));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0000")]
    [InlineData("0005")]
    [InlineData("ffff6162")]
    [InlineData("00036e6f7401")] // Three bytes that are no address.
    public void Damaged_bytes_are_refused_without_asking_the_vault(string hex)
    {
        Assert.Throws<CryptographicException>(() => Open().Unwrap(Convert.FromHexString(hex)));
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void A_stored_key_does_not_choose_which_vault_is_asked()
    {
        var address = Encoding.UTF8.GetBytes("https://evil.example/keys/data-protection/1");

        Assert.Throws<CryptographicException>(() => Open().Unwrap([0, (byte)address.Length, .. address, 1, 2, 3]));
        Assert.Empty(vault.Asked);
    }

    private VaultDataKeys Open() => new(vault.Open());
}
