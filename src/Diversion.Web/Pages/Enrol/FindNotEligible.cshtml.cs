using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Ends a case before it began, with the reason.</summary>
public sealed class FindNotEligibleModel : EnrolmentPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "why the person is not eligible", 2_000);
        return Run(() => new ReferralCommand.FindNotEligible { Reason = reason }, "Recorded as not eligible. The case has ended in the programme. The police decide what happens next.");
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, new ReferralCommand.FindNotEligible())];

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.FindNotEligible>();
}
