using System.Runtime.CompilerServices;

namespace Diversion.Casework.Storage;

public static class StoredRows
{
    private const int PageSize = 1000;

    /// <summary>All rows of a partition, or of a range of it, in the order of their keys: page after page, to the end.</summary>
    public static async IAsyncEnumerable<TableRow> Rows(
        this ITableStore store, string table, string partition, string? from = null, string? before = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? continuation = null;
        do
        {
            var page = await store.Query(new TableQuery(table, partition, from, before, PageSize, continuation), cancellation);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
