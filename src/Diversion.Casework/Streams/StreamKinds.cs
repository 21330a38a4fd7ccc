using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <summary>Several kinds of stream: finds the stream that a stored row belongs to.</summary>
public sealed class StreamKinds(params IReadOnlyList<StreamKind> all)
{
    public IReadOnlyList<StreamKind> All => all;

    /// <summary>The tables that have streams.</summary>
    public IReadOnlyList<string> StreamTables { get; } = [.. all.Select(kind => kind.Table).Distinct()];

    /// <summary>The tables that contain only rows computed from streams.</summary>
    public IReadOnlyList<string> ReadModels { get; } =
        [.. all.SelectMany(kind => kind.ReadModels).Concat([Tables.Due, Tables.Outbox]).Distinct()];

    /// <returns>Null when this program does not know the kind.</returns>
    public StreamId? Of(string table, string partition)
    {
        foreach (var kind in all)
        {
            if (kind.Table == table && kind.IdOf(partition) is { } id)
            {
                return new StreamId(kind, id);
            }
        }

        return null;
    }

    /// <summary>The stream that a row of an index points to.</summary>
    /// <returns>Null when this program does not know the kind.</returns>
    public StreamId? IndexedBy(TableRow row)
    {
        foreach (var kind in all)
        {
            if (row.TextOrNull(kind.Name) is { } id)
            {
                return new StreamId(kind, id);
            }
        }

        return null;
    }
}
