namespace Diversion.Domain.Telling;

/// <summary>What the person said to a warning or a proposed breach, or that they do not wish to say anything.</summary>
/// <param name="Number">In the agreement, counted from 1.</param>
/// <param name="News">The id of what they answered: <c>breach-proposed-1</c>, <c>warning-2</c>.</param>
/// <param name="Declines">They do not wish to answer.</param>
/// <param name="Through">Who passed it on, where somebody did.</param>
/// <param name="By">The name of who recorded it.</param>
/// <param name="Corrects">The number of the answer that it replaces.</param>
/// <param name="Superseded">Another one replaces it.</param>
public sealed record PersonAnswer(
    int Number,
    string News,
    AnsweredHow How,
    Instant AnsweredAt,
    string? Said,
    bool Declines,
    string? Through,
    string By,
    Instant RecordedAt,
    int? Corrects = null,
    bool Superseded = false);

public enum AnsweredHow
{
    InPerson,
    Telephone,

    /// <summary>By letter, email or text, where nobody recorded which.</summary>
    Writing,

    /// <summary>A solicitor, a relative or somebody else said it for them.</summary>
    ThroughSomebody,
    Letter,
    Email,
    Text,

    /// <summary>With a form on a web page.</summary>
    WebForm,
}
