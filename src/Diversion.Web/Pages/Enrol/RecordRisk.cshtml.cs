using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The tool's result and the officer's judgement, stored separately.</summary>
public sealed class RecordRiskModel : EnrolmentPage
{
    [BindProperty]
    public RiskForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync()
    {
        var risk = Form.Read(Read, $"{nameof(Form)}.");
        return Run(() => risk, "Risk saved. The eligibility rules now use your judgement.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordRisk>();

    protected override void Begin() => Form = RiskForm.Of(Agreement.Referral!.Risk);
}
