using Diversion.Domain.Streams;

namespace Diversion.Domain.Services;

/// <summary>One service of the directory. It is part of page addresses, and of files that are exchanged (Open Referral UK).</summary>
public readonly record struct ServiceId(string Value) : IStreamId<ServiceId>
{
    private const int Shortest = 3;
    private const int Longest = 40;

    /// <summary>What an id may be, for whoever gives another.</summary>
    public const string Form = "3 to 40 lower-case letters, digits and hyphens";

    public static ServiceId Of(string value) => new(value);

    /// <returns>Null when the text is no id.</returns>
    public static ServiceId? Read(string? text) =>
        text is { Length: >= Shortest and <= Longest } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? new ServiceId(text) : null;
}
