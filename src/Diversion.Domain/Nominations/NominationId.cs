using Diversion.Domain.Streams;

namespace Diversion.Domain.Nominations;

/// <summary>A place that somebody of the public named. The same words have the same id on one day.</summary>
public readonly record struct NominationId(string Value) : IStreamId<NominationId>
{
    private const int Length = 32;

    public static NominationId Of(string value) => new(value);

    /// <returns>Null when the text is no id.</returns>
    public static NominationId? Read(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower) ? new NominationId(text) : null;
}
