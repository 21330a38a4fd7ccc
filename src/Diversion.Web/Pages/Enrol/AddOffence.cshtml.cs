using Diversion.Casework.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A further offence of the same person, before an offer is made.</summary>
public sealed class AddOffenceModel(EligibilityDryRun dryRun) : OffencePage(dryRun)
{
    protected override async Task<IActionResult> Save()
    {
        var offence = Form.Read(Read, Today);
        return await Run(() => new ReferralCommand.AddOffence(offence), "The offence was added.", Tasks, FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AddOffence>();
}
