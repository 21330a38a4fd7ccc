using Diversion.Casework.Eligibility;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Corrects the offence before an offer is made. The charge-by date is computed again.</summary>
public sealed class AmendOffenceModel(ReferralChoicesQuery choices, EligibilityDryRun dryRun) : EnrolmentPage
{
    [BindProperty]
    public OffenceForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var offence = Form.Read(Read, Today);
        var reason = Read.Text(nameof(Reason), Reason, "why it is corrected", 2_000);
        return await RunOn(
            agreement => new ReferralCommand.AmendReferral(agreement.Person!, offence) { Reason = reason },
            "The offence was corrected.",
            Tasks,
            code => code is RefusalCode.DateInFuture or RefusalCode.DateTooOld ? OffenceForm.DateField : null);
    }

    /// <summary>The charge-by date for what is typed so far, for a preview on the page.</summary>
    public IActionResult OnPostChargeBy() => Partial("_ChargeBy", ChargeByPreview.Of(Form, dryRun, By, Now));

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AmendReferral>();

    protected override void Begin() => Form = OffenceForm.Of(Agreement.Referral!.Offence, choices.Of(Now).OffenceDistricts);
}
