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
            Explain = "Once the placement is arranged, schedule its sessions. Arranging another one replaces it; the first stays on the timeline.",
            Line = new("Which project?", "the project", "Its name, as the person will know it."),
            Choice = new("Is it a community safety project?", "whether it is a community safety project",
                [new Choice(CommunitySafety, "Yes"), new Choice("other", "No")]),
            Day = new("First day", "the first day", LiesAhead: true),
        },
    ];
}
