using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Keeping;
using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Moving;

/// <summary>A host with stores and a key of its own.</summary>
internal sealed class Host(byte key, ITableStore? store = null)
{
    public ITableStore Store { get; } = store ?? new InMemoryTableStore();

    public InMemoryDocumentStore Documents { get; } = new();

    public IDataKeys Own { get; } = WrappingKey.From([key]);

    /// <summary>As a host gives it to casework.</summary>
    public IDataKeys Keys => new AdoptedKeys(Own, Store);

    public MemoryLog Log { get; } = new();

    public ProgrammePlace Place => new(Store, Documents, Own, Log, TimeSpan.Zero);

    public async Task<(MoveManifest Manifest, byte[] File)> Export()
    {
        using var file = new MemoryStream();
        var manifest = await new ProgrammeExport(Place, "{ \"name\": \"Kept\" }", [1, 2, 3], TimeProvider.System).Run(pack => pack(file));
        return (manifest, file.ToArray());
    }

    /// <summary>The same host after its process died: the same data, a store that answers again.</summary>
    public Host Again(ITableStore alive) => new(key, alive, Documents, Log);

    private Host(byte key, ITableStore store, InMemoryDocumentStore documents, MemoryLog log)
        : this(key, store)
    {
        Documents = documents;
        Log = log;
    }

    public async Task<List<string>> Rows(string table)
    {
        var rows = new List<string>();
        await foreach (var row in Store.Scan(table))
        {
            rows.Add($"{row.Partition} {row.Row} {string.Join(' ', row.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"))}");
        }

        return rows;
    }

    internal sealed class MemoryLog : IDestructionLog
    {
        public List<DestructionEntry> Entries { get; } = [];

        public ValueTask Add(DestructionEntry entry, CancellationToken cancellation = default)
        {
            Entries.Add(entry);
            return ValueTask.CompletedTask;
        }

        public ValueTask<IReadOnlyList<DestructionEntry>> All(CancellationToken cancellation = default) => new(Entries.ToArray());
    }
}
