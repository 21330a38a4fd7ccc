using Diversion.Domain.OwnPage;

namespace Diversion.Casework.Steps;

/// <summary>Steps about the person's own page.</summary>
internal static class OwnPageSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Stop the person’s own page", "Nobody comes in to the page any more.", _ => new OwnPageCommand.StopOwnPage()) with
        {
            Explain = "The link or code that the person has stops working at once, and whoever is reading the page is sent away. You can give a new one at any time.",
            Button = "Stop it now",
        },
    ];
}
