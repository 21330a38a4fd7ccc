using Diversion.Domain.Streams;

namespace Diversion.Domain.OffenceCodes;

/// <summary>A programme has one table of offence codes: the force's.</summary>
public readonly record struct OffenceTableId(string Value) : IStreamId<OffenceTableId>
{
    public static readonly OffenceTableId Programme = new("programme");

    public static OffenceTableId Of(string value) => new(value);
}
