namespace Diversion.Casework.Streams;

/// <summary>One stream of any kind.</summary>
public readonly record struct StreamId(StreamKind Kind, string Id)
{
    public string Table => Kind.Table;

    /// <summary>Its partition in the table, which no other stream of any kind has.</summary>
    public string Partition => Kind.PartitionOf(Id);

    public override string ToString() => Partition;
}
