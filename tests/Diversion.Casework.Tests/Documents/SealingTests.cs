using System.Security.Cryptography;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Documents;

public sealed class SealingTests
{
    private const int Piece = 64 * 1024;
    private static readonly DocumentKey Key = new("DV-7K3M9-2QX4P", "p1");
    private readonly InMemoryDocumentStore store = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 5)]
    public async Task What_was_sealed_opens_at_every_length(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        await Vault().Put(Key, new MemoryStream(plain));
        Assert.Equal(plain, await Read());
    }

    /// <summary>Stored data depend on it: this was sealed by the first version.</summary>
    [Fact]
    public async Task What_the_first_version_sealed_still_opens()
    {
        store.Put(Key, Convert.FromBase64String(FirstVersion), default);
        Assert.Equal("sealed by the first version"u8.ToArray(), await Read());
    }

    [Fact]
    public async Task Nothing_that_was_changed_comes_out()
    {
        await Vault().Put(Key, new MemoryStream(new byte[(2 * Piece) + 9]));
        var whole = store.Bytes[Key];
        foreach (var at in new[] { 0, 5, 20, 100, whole.Length / 2, whole.Length - 1 })
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            await AssertDamaged(changed);
        }

        // Cut short inside a piece, at its end, and with a piece left out.
        var head = whole.Length - ((2 * (Piece + 16)) + 9 + 16);
        await AssertDamaged(whole[..^1]);
        await AssertDamaged(whole[..(head + (2 * (Piece + 16)))]);
        await AssertDamaged(whole[..head]);
        await AssertDamaged([.. whole[..head], .. whole[(head + Piece + 16)..]]);
        await AssertDamaged([]);
    }

    [Fact]
    public async Task A_paper_does_not_open_in_the_place_of_another_or_with_another_key()
    {
        await Vault().Put(Key, new MemoryStream([1, 2, 3]));
        store.Put(new DocumentKey(Key.Agreement, "p2"), store.Bytes[Key], default);
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Vault().Open(new DocumentKey(Key.Agreement, "p2")));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await new DocumentVault(store, new WrappingKey(new byte[32].Select(_ => (byte)7).ToArray())).Open(Key));
    }

    [Fact]
    public async Task Each_paper_has_a_key_of_its_own()
    {
        await Vault().Put(Key, new MemoryStream(new byte[100]));
        var first = store.Bytes[Key];
        await Vault().Put(Key, new MemoryStream(new byte[100]));
        Assert.NotEqual(first[^116..], store.Bytes[Key][^116..]);
    }

    [Theory]
    [InlineData("..", "x")]
    [InlineData("DV-1", "../x")]
    [InlineData("DV-1", "")]
    [InlineData("DV-1", "a b")]
    public void A_key_is_never_a_path(string agreement, string document) => Assert.Throws<ArgumentException>(() => new DocumentKey(agreement, document));

    private const string FirstVersion = "RFZQMQA8CQkJCQkJCQkJCQkJQi7pBAzzHrdgsc1GFcEUsPgSIScleeVL4+0sQG0XLX7gQpZ3dhF/FVbZoH6vGYnxkUnjU8HLzGUzJHGrWeHuor4Suw4KzRlhJ3AzHqLHzo1tYM7b3VNHdbKjJw==";

    private DocumentVault Vault() => new(store, new WrappingKey(new byte[WrappingKey.Bytes]));

    private async Task AssertDamaged(byte[] bytes)
    {
        store.Put(Key, bytes, default);
        await Assert.ThrowsAnyAsync<CryptographicException>(Read);
    }

    private async Task<byte[]> Read()
    {
        await using var opened = await Vault().Open(Key);
        using var copy = new MemoryStream();
        await opened!.CopyToAsync(copy);
        return copy.ToArray();
    }
}
