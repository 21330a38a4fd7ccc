
namespace Diversion.Casework.Conditions;

/// <summary>An obligation of a kind of condition.</summary>
/// <param name="Rule">The rule that makes it.</param>
/// <param name="Part">What follows the condition's id in the obligation's: <c>placement</c>.</param>
/// <param name="About">Fits into a sentence: "the placement".</param>
/// <param name="Text">What it asks of its owner.</param>
internal sealed record ConditionTask(string Rule, string Part, string About, TaskText Text)
{
    public WorkKind Work { get; init; } = WorkKind.Progress;

    /// <summary>The command that fulfils it, whatever the state of the condition; null when that decides.</summary>
    public string? Command { get; init; }

    /// <summary>For the provider or facilitator, if it says something else to them.</summary>
    public TaskText? ForPartner { get; init; }

    /// <summary>When it is due again after a correction: "half of the hours".</summary>
    public string? Again { get; init; }
}
