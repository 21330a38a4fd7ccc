namespace Diversion.Casework.Storage;

/// <summary>1 to 99 changes of different rows in one partition of one table, applied together or not at all.</summary>
public sealed record TableTransaction(string Table, string Partition, IReadOnlyList<RowChange> Changes)
{
    /// <summary>Azure Tables accepts a hundred; one is left to the adapter, for the journal of following transactions.</summary>
    public const int MostChanges = 99;
}
