namespace Diversion.Casework.ReadModels;

/// <summary>One row of a read model, computed from the state of one stream.</summary>
public sealed record ReadModelRow(string Table, string Partition, string Row, IReadOnlyDictionary<string, object> Properties)
{
    public bool SameContent(ReadModelRow other)
    {
        if (Properties.Count != other.Properties.Count)
        {
            return false;
        }

        foreach (var (name, value) in Properties)
        {
            if (!other.Properties.TryGetValue(name, out var theirs) || !value.Equals(theirs))
            {
                return false;
            }
        }

        return true;
    }
}
