using Diversion.Domain.Conditions.Reparation;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

internal static class ReparationSteps
{
    private const string CommunitySafety = "community-safety";

    public static readonly Step[] All =
    [
        new("arrange-placement", "The placement was arranged.", answers =>
            new ReparationCommand.ArrangePlacement(answers.Condition, answers.NewId, answers.Line!, answers.Chosen == CommunitySafety, answers.Day))
        {
            Explain = "When the placement is arranged, book its sessions. If you arrange another, it replaces the first, which stays on the timeline.",
            Line = new("Which project?", "the project", "Use the name that the person will know it by."),
            Choice = new("Is it a community safety project?", "whether it is a community safety project",
                [new Choice(CommunitySafety, "Yes"), new Choice("other", "No")]),
            Day = new("First day", "the first day", LiesAhead: true),
        },
    ];
}
