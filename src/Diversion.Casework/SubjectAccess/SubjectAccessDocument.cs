using System.Text.Json.Serialization;
using NodaTime;

namespace Diversion.Casework.SubjectAccess;

/// <summary>What is recorded about one person, for that person: what concerns others is left out.</summary>
/// <param name="Agreement">The case on which the request is recorded.</param>
/// <param name="Request">Its number there; null where another service asks.</param>
/// <param name="Cases">That case, then the person's others, latest first.</param>
public sealed record SubjectAccessDocument(string Programme, string Agreement, int? Request, string Name, Instant MadeAt, IReadOnlyList<SubjectAccessCase> Cases);

public sealed record SubjectAccessCase(string Agreement, IReadOnlyList<SubjectAccessSection> Sections);

/// <param name="LeftOut">How many entries are left out whole, because they are about somebody else.</param>
public sealed record SubjectAccessSection(string Title, IReadOnlyList<SubjectAccessPassage> Passages, int LeftOut = 0);

/// <param name="Label">What it is, or what happened.</param>
/// <param name="Text">What was recorded, with words in square brackets where something is left out; null where the label says all.</param>
/// <param name="At">When it was recorded; left out for what is known now.</param>
public sealed record SubjectAccessPassage(string Label, string? Text = null, Instant? At = null)
{
    /// <summary>As recorded, for whoever reads it before it is given; null when nothing is left out.</summary>
    [JsonIgnore]
    public string? Recorded { get; init; }
}
