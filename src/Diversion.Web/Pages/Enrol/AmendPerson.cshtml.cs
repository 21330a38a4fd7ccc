using Diversion.Casework.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Corrects the person's details before an offer is made.</summary>
public sealed class AmendPersonModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = Form.Read(Read, Today);
        var reason = Read.Text(nameof(Reason), Reason, "why it is corrected", 2_000);
        return await RunOn(
            agreement => new ReferralCommand.AmendReferral(person, agreement.Referral!.Offence) { Reason = reason }, "The person was corrected.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AmendReferral>();

    protected override void Begin() => Form = PersonForm.Of(Agreement.Person!, choices.Of(Now).HomeDistricts);
}
