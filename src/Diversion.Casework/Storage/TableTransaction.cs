namespace Diversion.Casework.Storage;

/// <summary>1 to 100 changes of different rows in one partition of one table, applied together or not at all.</summary>
public sealed record TableTransaction(string Table, string Partition, IReadOnlyList<RowChange> Changes)
{
    public const int MostChanges = 100;
}
