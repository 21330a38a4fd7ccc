using Diversion.Domain.Streams;

namespace Diversion.Domain.Projects;

/// <summary>One reparation project. It is part of page addresses.</summary>
public readonly record struct ProjectId(string Value) : IStreamId<ProjectId>
{
    private const int Shortest = 3;
    private const int Longest = 40;

    /// <summary>What an id may be, for whoever gives another.</summary>
    public const string Form = "3 to 40 lower-case letters, digits and hyphens";

    public static ProjectId Of(string value) => new(value);

    /// <returns>Null when the text is no id.</returns>
    public static ProjectId? Read(string? text) =>
        text is { Length: >= Shortest and <= Longest } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? new ProjectId(text) : null;
}
