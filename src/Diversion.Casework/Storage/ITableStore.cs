namespace Diversion.Casework.Storage;

/// <summary>
/// The one storage port, shaped like Azure Tables so that every adapter can fulfil its guarantees: rows are found by table,
/// partition and row key; a transaction changes one partition of one table.
/// </summary>
/// <remarks>Keys are compared by ordinal. A key is 1 to 512 characters (211 of any kind) and contains no control character,
/// none of <c>/ \ # ?</c> and nothing outside the Basic Multilingual Plane; a row key does not start with a space. Breaking
/// a limit (<see cref="TableLimits"/>) is a bug of the caller and throws <see cref="ArgumentException"/>. Cancellation is
/// observed until a commit begins; after that its result is returned. Every call throws <see
/// cref="StorageUnavailableException"/> when the store does not answer (disk full, locked, unreachable); nothing was
/// written then, unless its message says that this is unknown because the answer was lost.
/// </remarks>
public interface ITableStore
{
    /// <summary>The row, or null when there is none.</summary>
    ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default);

    /// <summary>One page of a partition's rows in row-key order.</summary>
    ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// Every row of a table in order of partition and row key. For rebuilds and checks, never for a request: the cost grows
    /// with the table.
    /// </summary>
    IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default);

    /// <summary>
    /// Like <see cref="Scan"/>, in whatever order is the fastest. Without writes in the meantime each row comes once.
    /// </summary>
    IAsyncEnumerable<TableRow> ScanInAnyOrder(string table, CancellationToken cancellation = default) => Scan(table, cancellation);

    /// <summary>
    /// Applies <paramref name="first"/> atomically, then <paramref name="following"/> in order, each atomically. If a
    /// change of <paramref name="first"/> conflicts, nothing at all is applied. SQLite applies everything in one durable
    /// commit. Azure Tables stores the following transactions together with <paramref name="first"/> and applies them
    /// afterwards, later if necessary (<see cref="IUnfinishedCommits"/>), each once and in the order of the commits of that
    /// partition. So the changes of <paramref name="following"/> are unconditional, and others may see them late.
    /// </summary>
    /// <returns>True when applied and durable; false on a conflict.</returns>
    ValueTask<bool> Commit(
        TableTransaction first,
        IReadOnlyList<TableTransaction> following,
        CancellationToken cancellation = default);
}
