using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The victim's views, before conditions are set.</summary>
public sealed class RecordVictimViewsModel : VictimPage
{
    public const int LongestViews = 4_000;

    private const string NotSaid = "not-said";

    [BindProperty]
    public string? Views { get; set; }

    [BindProperty]
    public string? Wants { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    [BindProperty]
    public string? Compensation { get; set; } = NotSaid;

    /// <summary>What only some victims have.</summary>
    public bool HasMore => !string.IsNullOrEmpty(Statement) || Compensation != NotSaid || !ModelState.IsValid;

    public static IReadOnlyList<Choice> Answers { get; } = [new("yes", "Yes"), new("no", "No"), new(NotSaid, "They did not say")];

    public Task<IActionResult> OnPostAsync()
    {
        var views = Read.OptionalText(nameof(Views), Views, "what they say", LongestViews);
        if (Wants is not ("yes" or "no" or NotSaid))
        {
            Read.Fault(nameof(Wants), FaultWording.Choose("whether they would like restorative justice"));
        }

        var statement = Read.OptionalText(nameof(Statement), Statement, "the statement", LongestViews);
        return Run(
            () => new VictimCommand.RecordVictimViews(views, Answer(Wants)) { Victim = Number, Statement = statement, WantsCompensation = Answer(Compensation) },
            "The victim’s views were saved.",
            Tasks);
    }

    protected override async ValueTask<IActionResult?> Prepare() => await OpensFor<VictimCommand.RecordVictimViews>();

    protected override void Begin()
    {
        if (Known is { ViewsSought: true } victim)
        {
            Views = victim.Views;
            Wants = Said(victim.WantsRestorativeJustice);
            Statement = victim.Statement;
            Compensation = Said(victim.WantsCompensation);
        }
    }

    private static bool? Answer(string? chosen) => chosen switch { "yes" => true, "no" => false, _ => null };

    private static string Said(bool? answer) => answer switch { true => "yes", false => "no", null => NotSaid };
}
