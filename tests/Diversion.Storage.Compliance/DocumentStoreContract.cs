using System.Security.Cryptography;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using NodaTime;

namespace Diversion.Storage.Compliance;

/// <summary>An empty store of papers of one adapter, deleted with the test that asked for it.</summary>
public interface IDocumentStoreUnderTest : IDisposable
{
    IDocumentStore Store { get; }
}

/// <summary>What every store of papers does.</summary>
public abstract class DocumentStoreContract(IDocumentStoreUnderTest underTest) : IDisposable
{
    private static readonly DocumentKey Key = new("DV-7K3M9-2QX4P", "0123abcd");

    private IDocumentStore Store => underTest.Store;

    public void Dispose()
    {
        underTest.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData((5 * 1024 * 1024) + 17)]
    public async Task What_was_written_is_read(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        await Store.Write(Key, new MemoryStream(bytes));
        Assert.Equal(bytes, await Read(Key));
    }

    [Fact]
    public async Task A_missing_one_is_null_and_deleting_it_is_no_fault()
    {
        Assert.Null(await Store.Read(Key));
        await Store.Delete(Key);
        await Store.Write(Key, new MemoryStream([1]));
        Assert.Null(await Store.Read(new DocumentKey(Key.Agreement, "other")));
        Assert.Null(await Store.Read(new DocumentKey("DV-00000-00000", Key.Document)));
    }

    [Fact]
    public async Task Writing_again_replaces_and_deleting_removes()
    {
        await Store.Write(Key, new MemoryStream(new byte[100_000]));
        await Store.Write(Key, new MemoryStream([7, 8]));
        Assert.Equal([7, 8], await Read(Key));
        await Store.Delete(Key);
        Assert.Null(await Store.Read(Key));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        var other = new DocumentKey(Key.Agreement, "new");
        await Store.Write(Key, new MemoryStream([1, 2, 3]));
        await Assert.ThrowsAnyAsync<Exception>(async () => await Store.Write(Key, new BrokenStream()));
        await Assert.ThrowsAnyAsync<Exception>(async () => await Store.Write(other, new BrokenStream()));
        Assert.Equal([1, 2, 3], await Read(Key));
        Assert.Null(await Store.Read(other));
        Assert.Equal([Key], (await All()).Select(one => one.Key));
    }

    [Fact]
    public async Task All_are_listed_with_the_time_of_writing()
    {
        var before = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromMinutes(2);
        DocumentKey[] keys = [Key, new(Key.Agreement, "second"), new("DV-00000-00000", "third")];
        foreach (var key in keys)
        {
            await Store.Write(key, new MemoryStream([1]));
        }

        var all = await All();
        Assert.Equal(keys.Select(key => key.ToString()).Order(StringComparer.Ordinal), all.Select(one => one.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.All(all, one => Assert.InRange(one.WrittenAt, before, before + Duration.FromMinutes(10)));
    }

    [Fact]
    public async Task A_sealed_paper_comes_back_and_nothing_of_it_is_in_the_store()
    {
        var plain = "The doctor writes that Robin was ill."u8.ToArray();
        var vault = new DocumentVault(Store, new WrappingKey(new byte[WrappingKey.Bytes]));
        await vault.Put(Key, new MemoryStream(plain));

        Assert.Equal(-1, (await Read(Key))!.AsSpan().IndexOf("Robin"u8));
        Assert.Null(await vault.Fault(Key.Agreement, Paper(plain)));
        Assert.Equal("its file is missing", await vault.Fault("DV-00000-00000", Paper(plain)));
        Assert.Equal("its file is not the one that was added", await vault.Fault(Key.Agreement, Paper([1])));
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Write(Key, new MemoryStream([1]), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Read(Key, cancelled));
        Assert.Null(await Store.Read(Key));
    }

    private static Document Paper(byte[] plain) => new(
        Key.Document, DocumentKind.Other, null, DocumentFormat.Text, plain.Length, Convert.ToHexStringLower(SHA256.HashData(plain)), new DocumentSource("kw-1", "Kit", Role.KeyWorker), default);

    private async Task<byte[]?> Read(DocumentKey key)
    {
        await using var stream = await Store.Read(key);
        if (stream is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<List<StoredDocument>> All()
    {
        var all = new List<StoredDocument>();
        await foreach (var one in Store.All())
        {
            all.Add(one);
        }

        return all;
    }

    /// <summary>A connection that breaks off after a while.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public BrokenStream()
            : base(new byte[200_000])
        {
        }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Position >= 100_000 ? throw new InvalidOperationException("The connection broke off.") : await base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new InvalidOperationException("The connection broke off.");
    }
}
