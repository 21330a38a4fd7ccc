using Diversion.Casework.Correspondence;
using Diversion.Domain;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The result of the safeguarding or the domestic-abuse check.</summary>
public sealed class RecordCheckModel : EnrolmentPage
{
    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    [BindProperty]
    public string? Concern { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string Name => IsSafeguarding ? "Safeguarding check" : "Domestic abuse check";

    public string Advice => TaskTexts.Of(IsSafeguarding ? RuleIds.CheckSafeguarding : RuleIds.CheckDomesticAbuse).Next;

    public string Meaning => IsSafeguarding
        ? "If there is a concern, this is a child-protection case and restorative justice is not possible."
        : "If there is a concern, a sergeant decides whether the person can take part. Some schemes do not allow it.";

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
            $"{Name} recorded: {(concern ? "there is a concern. The eligibility rules take it into account" : "no concern")}.",
            Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordCheck>(Item);

    private bool IsCheck => IsSafeguarding || Item == $"{CheckKind.DomesticAbuse}";
}
