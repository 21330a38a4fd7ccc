namespace Diversion.Evaluation.Drawings;

/// <summary>Numbers of a drawing, as texts. They are not escaped: the page that shows them does it.</summary>
public sealed record DrawingTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
