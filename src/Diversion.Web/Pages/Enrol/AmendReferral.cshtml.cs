using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Which half of a referral to correct.</summary>
public sealed class AmendReferralModel : EnrolmentPage
{
    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AmendReferral>();
}
