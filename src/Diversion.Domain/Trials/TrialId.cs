using Diversion.Domain.Streams;

namespace Diversion.Domain.Trials;

/// <summary>A trial's short code. It is part of addresses and of every draw of the sequence, so it never changes.</summary>
public readonly record struct TrialId(string Value) : IStreamId<TrialId>
{
    private const int Shortest = 3;
    private const int Longest = 40;

    public static TrialId Of(string value) => new(value);

    /// <returns>Null when the text is no code: lower-case letters, digits and hyphens, 3 to 40.</returns>
    public static TrialId? Read(string? text) =>
        text is { Length: >= Shortest and <= Longest } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetterLower(text[0])
            ? new TrialId(text)
            : null;

    public override string ToString() => Value;
}
