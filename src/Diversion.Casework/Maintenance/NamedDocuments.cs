using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Maintenance;

/// <summary>The papers that the events of a store say are kept: those that a backup of the store needs, and no others.</summary>
public static class NamedDocuments
{
    /// <summary>Reads every event once. An erased event names nothing.</summary>
    public static async Task<IReadOnlySet<DocumentKey>> In(ITableStore store, CancellationToken cancellation = default)
    {
        var kept = new HashSet<DocumentKey>();
        await foreach (var row in store.Scan(Tables.Agreements, cancellation))
        {
            if (!row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal) || ErasedRows.IsErased(row) || !IsOfDocuments(row.Text("name")))
            {
                continue;
            }

            switch (StreamRows.Read(row, row.Partition, AgreementEvents.Catalogue).Event)
            {
                case DocumentEvent.DocumentKept added:
                    kept.Add(new DocumentKey(row.Partition, added.DocumentId));
                    break;
                case DocumentEvent.DocumentRemoved removed:
                    kept.Remove(new DocumentKey(row.Partition, removed.DocumentId));
                    break;
            }
        }

        return kept;
    }

    private static bool IsOfDocuments(string name) => name.StartsWith("document.", StringComparison.Ordinal);
}
