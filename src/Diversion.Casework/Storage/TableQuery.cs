namespace Diversion.Casework.Storage;

/// <param name="From">First row key, inclusive; null starts at the beginning.</param>
/// <param name="Before">End of the range, exclusive; null runs to the end.</param>
/// <param name="Limit">Maximum number of rows in the page, 1 to 1000.</param>
/// <param name="Continuation">From the previous page; opaque.</param>
public sealed record TableQuery(
    string Table,
    string Partition,
    string? From = null,
    string? Before = null,
    int Limit = 100,
    string? Continuation = null);

/// <param name="Continuation">Null when there is no more.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Continuation);
