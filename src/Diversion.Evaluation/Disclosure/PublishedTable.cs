namespace Diversion.Evaluation.Disclosure;

/// <summary>A table of counts with its margins, as it may leave the programme.</summary>
/// <param name="Cells">By row, then column.</param>
public sealed record PublishedTable(
    ImmutableArray<ImmutableArray<PublishedCount>> Cells, ImmutableArray<PublishedCount> RowTotals, ImmutableArray<PublishedCount> ColumnTotals, PublishedCount Total);
