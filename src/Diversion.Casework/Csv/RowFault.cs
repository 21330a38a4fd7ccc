namespace Diversion.Casework.Csv;

/// <param name="Line">Line of the file that the row begins on; the heading is line 1.</param>
/// <param name="Column">Null when it is the whole row.</param>
public sealed record RowFault(int Line, string? Column, string Reason)
{
    public override string ToString() => Column is null ? Reason : $"{Column}: {Reason}";
}
