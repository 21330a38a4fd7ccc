using Diversion.Casework.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Corrects the first offence before an offer is made. The charge-by date is computed again.</summary>
public sealed class AmendOffenceModel(ReferralChoicesQuery choices, EligibilityDryRun dryRun) : OffencePage(dryRun)
{
    protected override int Replaces => 1;

    protected override async Task<IActionResult> Save()
    {
        var offence = Form.Read(Read, Today);
        var reason = ReadReason();
        return await RunOn(
            agreement => new ReferralCommand.AmendReferral(agreement.Person!, offence) { Reason = reason }, "The offence was corrected.", Tasks, FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AmendReferral>();

    protected override void Begin() => Form = OffenceForm.Of(Agreement.Referral!.Offence, choices.Of(Now).OffenceDistricts);
}
