using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A sergeant sets the risk band, with a reason.</summary>
public sealed class OverrideRiskModel : EnrolmentPage
{
    [BindProperty]
    public string? Band { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var band = Read.Choice<RiskBand>(nameof(Band), Band, "the risk band");
        var reason = Read.Text(nameof(Reason), Reason, "the reason", 2_000);
        return Run(
            () => new ReferralCommand.OverrideRisk(band) { Reason = reason },
            "Risk band overridden. The eligibility rules now use your band. The override and its reason stay on the case.",
            Tasks,
            code => code == RefusalCode.ReasonTooShort ? nameof(Reason) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.OverrideRisk>();
}
