namespace Diversion.Casework.ReadModels;

internal static class Known
{
    /// <summary>A row leaves out what is not known: the store keeps no nulls.</summary>
    public static void AddIfKnown(this Dictionary<string, object> properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
