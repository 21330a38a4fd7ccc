using Diversion.Domain.BoardPacks;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Scrutiny;

/// <summary>A sitting is about one quarter, and a quarter has one sitting: a sample that pleases nobody cannot be drawn again.</summary>
/// <param name="Value">The quarter, such as <c>2026-q1</c>.</param>
public readonly record struct SittingId(string Value) : IStreamId<SittingId>
{
    public static SittingId Of(string value) => new(value);

    public static SittingId Of(Quarter quarter) => new(quarter.ToString());

    /// <returns>Null when the text is no quarter.</returns>
    public static SittingId? Read(string? text) => Quarter.Read(text) is { } quarter ? Of(quarter) : null;

    public override string ToString() => Value;
}
