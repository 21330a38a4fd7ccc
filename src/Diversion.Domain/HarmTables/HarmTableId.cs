using Diversion.Domain.Streams;

namespace Diversion.Domain.HarmTables;

/// <summary>A programme has one harm index in use.</summary>
public readonly record struct HarmTableId(string Value) : IStreamId<HarmTableId>
{
    public static readonly HarmTableId Programme = new("programme");

    public static HarmTableId Of(string value) => new(value);
}
