namespace Diversion.Casework.Storage;

/// <summary>One change of a transaction, in the transaction's partition.</summary>
public abstract record RowChange
{
    private RowChange()
    {
    }

    public abstract string RowKey { get; }

    /// <summary>Conflicts when the row exists.</summary>
    public sealed record Insert(string Row, IReadOnlyDictionary<string, object> Properties) : RowChange
    {
        public override string RowKey => Row;
    }

    /// <summary>Writes the whole row, whatever was there.</summary>
    public sealed record Upsert(string Row, IReadOnlyDictionary<string, object> Properties) : RowChange
    {
        public override string RowKey => Row;
    }

    /// <summary>Writes the whole row; conflicts when it no longer exists or has another ETag.</summary>
    public sealed record Replace(string Row, IReadOnlyDictionary<string, object> Properties, string ETag) : RowChange
    {
        public override string RowKey => Row;
    }

    /// <summary>Deletes the row; a missing row is a conflict only if an ETag is given.</summary>
    public sealed record Delete(string Row, string? ETag = null) : RowChange
    {
        public override string RowKey => Row;
    }
}
