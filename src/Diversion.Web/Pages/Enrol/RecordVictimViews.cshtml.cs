using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The victim's views, before conditions are set.</summary>
public sealed class RecordVictimViewsModel : EnrolmentPage
{
    public const int LongestViews = 4_000;

    private const string NotSaid = "not-said";

    [BindProperty]
    public string? Views { get; set; }

    [BindProperty]
    public string? Wants { get; set; }

    public static IReadOnlyList<Choice> Answers { get; } = [new("yes", "Yes"), new("no", "No"), new(NotSaid, "They did not say")];

    public Task<IActionResult> OnPostAsync()
    {
        var views = Read.OptionalText(nameof(Views), Views, "what they say", LongestViews);
        if (Wants is not ("yes" or "no" or NotSaid))
        {
            Read.Fault(nameof(Wants), FaultWording.Choose("whether they would like restorative justice"));
        }

        return Run(
            () => new VictimCommand.RecordVictimViews(views, Wants switch { "yes" => true, "no" => false, _ => null }),
            "The victim’s views were saved.",
            Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<VictimCommand.RecordVictimViews>();

    protected override void Begin()
    {
        if (Agreement.Victim is { ViewsSought: true } victim)
        {
            Views = victim.Views;
            Wants = victim.WantsRestorativeJustice switch { true => "yes", false => "no", null => NotSaid };
        }
    }
}
