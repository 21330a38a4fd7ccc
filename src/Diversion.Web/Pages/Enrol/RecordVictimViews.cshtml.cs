using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The victim's views, before conditions are set.</summary>
public sealed class RecordVictimViewsModel : VictimPage
{
    public const int LongestViews = 4_000;

    public const string NotSaid = "not-said";

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
        var views = ReadViews(Read, "", Views, Wants, Statement, Compensation);
        return Run(() => views with { Victim = Number }, "The victim’s views were saved.", Tasks);
    }

    /// <param name="at">The beginning of the names of the fields.</param>
    internal static VictimCommand.RecordVictimViews ReadViews(FormReading read, string at, string? views, string? wants, string? statement, string? compensation)
    {
        if (wants is not ("yes" or "no" or NotSaid))
        {
            read.Fault(at + nameof(Wants), FaultWording.Choose("whether they would like restorative justice"));
        }

        return new VictimCommand.RecordVictimViews(read.OptionalText(at + nameof(Views), views, "what they say", LongestViews), Answer(wants))
        {
            Statement = read.OptionalText(at + nameof(Statement), statement, "the statement", LongestViews),
            WantsCompensation = Answer(compensation),
        };
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
