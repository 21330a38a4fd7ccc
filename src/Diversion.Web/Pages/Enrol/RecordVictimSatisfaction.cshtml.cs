using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What a victim answered at the end, or that they did not wish to.</summary>
public sealed class RecordVictimSatisfactionModel : VictimPage
{
    public static IReadOnlyList<Choice> Scale { get; } =
        [new("1", "1, very dissatisfied"), new("2", "2, dissatisfied"), new("3", "3, neither"), new("4", "4, satisfied"), new("5", "5, very satisfied")];

    [BindProperty]
    public string? Wishes { get; set; }

    [BindProperty]
    public string? Informed { get; set; }

    [BindProperty]
    public string? Treated { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Restorative { get; set; }

    /// <summary>They are asked about restorative justice only if it took place with them.</summary>
    public bool HadRestorativeJustice => Agreement.Conditions.Any(condition => condition.RestorativeJustice is { HeldOn: not null } held && held.Victim == Number);

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string? ByWhom { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var wishes = Read.YesNo(nameof(Wishes), Wishes, "whether they wish to answer");
        var (informed, treated, outcome) = (Answer(nameof(Informed), Informed), Answer(nameof(Treated), Treated), Answer(nameof(Outcome), Outcome));
        var restorative = Answer(nameof(Restorative), Restorative);
        var on = Read.PastDate(nameof(On), On, "the date", Today);
        var byWhom = Read.Text(nameof(ByWhom), ByWhom, "who asked them");
        return Run(
            () => new VictimCommand.RecordVictimSatisfaction(wishes, informed, treated, outcome, on, byWhom, restorative) { Victim = Number },
            "What the victim said was saved.",
            fieldOf: code => code is RefusalCode.DateInFuture or RefusalCode.DateTooOld ? nameof(On) : code == RefusalCode.ValueOutOfRange ? nameof(Informed) : null);
    }

    protected override async ValueTask<IActionResult?> Prepare() => await OpensFor<VictimCommand.RecordVictimSatisfaction>();

    protected override void Begin()
    {
        On = TypedDate.Of(Service<When>().Today);
        ByWhom = By.Name;
    }

    private int? Answer(string field, string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Read.Number(field, typed, "a number from 1 to 5", 1, 5);
}
