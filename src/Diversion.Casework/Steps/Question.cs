namespace Diversion.Casework.Steps;

/// <summary>A question of a step.</summary>
/// <param name="Thing">With its article, for an error text: "the day of the contact".</param>
/// <param name="LiesAhead">A future day: today is not filled in.</param>
public sealed record Question(string Label, string Thing, string? Hint = null, bool Optional = false, bool LiesAhead = false)
{
    /// <summary>A provider from the programme's list, if it keeps one.</summary>
    public bool IsProvider { get; init; }

    /// <summary>Somebody of a partner, from the programme's list.</summary>
    public bool IsMentor { get; init; }
}
