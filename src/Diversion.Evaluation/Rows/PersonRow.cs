namespace Diversion.Evaluation.Rows;

/// <summary>One person of a programme or a trial, pseudonymised: what every measure is computed from.</summary>
/// <param name="Pseudonym">The same in every extract of a release; no name, no number of the police.</param>
public sealed record PersonRow(string Pseudonym)
{
    public PersonGroups Groups { get; init; } = new();

    /// <summary>Null: not in the trial.</summary>
    public TrialPlace? Trial { get; init; }

    public CourseFacts Course { get; init; } = new();

    public FollowUp FollowUp { get; init; } = new();

    public ImmutableArray<VictimFacts> Victims { get; init; } = [];

    /// <summary>What was used: <c>worker-hour</c> 12.5. Each unit comes once.</summary>
    public ImmutableArray<Quantity> Used { get; init; } = [];

    /// <summary>What was not needed because of the programme: <c>court-case</c> 1. Each unit comes once.</summary>
    public ImmutableArray<Quantity> Avoided { get; init; } = [];
}
