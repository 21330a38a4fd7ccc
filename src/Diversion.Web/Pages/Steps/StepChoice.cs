using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

/// <summary>One of several answers.</summary>
/// <param name="Thing">With its article, for an error text: "what happened".</param>
/// <param name="Choices">Null for the conditions of the agreement, and the agreement as a whole.</param>
public sealed record StepChoice(string Label, string Thing, IReadOnlyList<Choice>? Choices)
{
    /// <summary>Value for the agreement as a whole.</summary>
    public const string Agreement = "agreement";
}
