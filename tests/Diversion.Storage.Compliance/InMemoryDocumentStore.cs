using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Diversion.Casework.Documents;
using NodaTime;

namespace Diversion.Storage.Compliance;

/// <summary>Papers without a disk, for tests.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<DocumentKey, (byte[] Bytes, Instant At)> kept = [];

    /// <summary>What lies there, for tests that look or tamper.</summary>
    public IReadOnlyDictionary<DocumentKey, byte[]> Bytes => kept.ToDictionary(one => one.Key, one => one.Value.Bytes);

    public void Put(DocumentKey key, byte[] bytes, Instant at) => kept[key] = (bytes, at);

    /// <summary>What the next write throws once it has read half of what it was to write.</summary>
    public Exception? Fault { get; set; }

    public async ValueTask Write(DocumentKey key, Stream content, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        if (Fault is { } fault)
        {
            Fault = null;
            throw fault;
        }

        kept[key] = (copy.ToArray(), Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
    }

    public ValueTask<Stream?> Read(DocumentKey key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(kept.TryGetValue(key, out var found) ? new MemoryStream(found.Bytes, writable: false) : null);
    }

    public ValueTask Delete(DocumentKey key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        kept.TryRemove(key, out _);
        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<StoredDocument> All([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var (key, (_, at)) in kept)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new StoredDocument(key, at);
        }
    }
}
