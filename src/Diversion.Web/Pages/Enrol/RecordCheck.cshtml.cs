using Diversion.Casework.Correspondence;
using Diversion.Domain;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The answer to the safeguarding or the domestic-abuse check.</summary>
public sealed class RecordCheckModel : EnrolmentPage
{
    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    [BindProperty]
    public string? Concern { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string Name => IsSafeguarding ? "Safeguarding check" : "Domestic-abuse check";

    public string Advice => TaskTexts.Of(IsSafeguarding ? RuleIds.CheckSafeguarding : RuleIds.CheckDomesticAbuse).Next;

    public string Meaning => IsSafeguarding
        ? "A concern makes it a child-protection case: restorative justice is then not possible."
        : "With a concern a sergeant answers for the referral, where the scheme allows it at all.";

    public bool? Known => IsSafeguarding ? Agreement.Referral?.SafeguardingConcern : Agreement.Referral?.DomesticAbuseConcern;

    private bool IsSafeguarding => Item == $"{CheckKind.Safeguarding}";

    public override Task<IActionResult> OnGetAsync() => IsCheck ? base.OnGetAsync() : Task.FromResult<IActionResult>(NotFound());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsCheck)
        {
            return NotFound();
        }

        var concern = Read.YesNo(nameof(Concern), Concern, "whether there is a concern");
        var note = Read.OptionalText(nameof(Note), Note, "the note", 2_000);
        return await Run(
            () => new ReferralCommand.RecordCheck(IsSafeguarding ? CheckKind.Safeguarding : CheckKind.DomesticAbuse, concern, note),
            "The answer to the check was saved.",
            Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordCheck>(Item);

    private bool IsCheck => IsSafeguarding || Item == $"{CheckKind.DomesticAbuse}";
}
