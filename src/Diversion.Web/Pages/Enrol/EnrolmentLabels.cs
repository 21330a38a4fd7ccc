using Diversion.Casework.Eligibility;
using Diversion.Domain.Eligibility;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The status of rules and tasks, as text and colour.</summary>
internal static class EnrolmentLabels
{
    public static readonly Label Done = new("Completed", "green");
    public static readonly Label ToDo = new("Not yet started", "blue");
    public static readonly Label Partly = new("In progress", "teal");
    public static readonly Label Waiting = new("Cannot start yet", "grey");

    public static Label Of(RuleView rule) => rule switch
    {
        { Overridden: not null } => new Label("Overridden", "purple"),
        { Answer: Answer.Met } => new Label("Met", "green"),
        { Answer: Answer.NotMet } => new Label("Not met", "red"),
        _ => new Label("Not known", "yellow"),
    };
}
