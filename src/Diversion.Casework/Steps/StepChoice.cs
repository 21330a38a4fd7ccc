namespace Diversion.Casework.Steps;

/// <summary>One of several answers.</summary>
/// <param name="Thing">With its article, for an error text: "what happened".</param>
/// <param name="Answers">Null for the conditions of the agreement and the agreement as a whole, or for the teams.</param>
public sealed record StepChoice(string Label, string Thing, IReadOnlyList<StepAnswer>? Answers)
{
    /// <summary>The teams of the programme that have key workers.</summary>
    public bool IsTeam { get; init; }

    /// <summary>Value for the agreement as a whole.</summary>
    public const string Agreement = "agreement";
}

/// <param name="Value">The value that is sent.</param>
public sealed record StepAnswer(string Value, string Text, string? Hint = null);
