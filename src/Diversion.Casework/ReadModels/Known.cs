namespace Diversion.Casework.ReadModels;

internal static class Known
{
    /// <summary>Unknown values are left out of a row: the store keeps no nulls.</summary>
    public static void AddIfKnown(this Dictionary<string, object> properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
