namespace Diversion.Web.Pages.Steps;

/// <summary>Something that a step asks.</summary>
/// <param name="Thing">With its article, for a fault: "the day of the contact".</param>
/// <param name="LiesAhead">A day to come: today is not filled in.</param>
public sealed record Question(string Label, string Thing, string? Hint = null, bool Optional = false, bool LiesAhead = false)
{
    /// <summary>A provider of the programme's list, where it keeps one.</summary>
    public bool IsProvider { get; init; }
}
