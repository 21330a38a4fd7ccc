using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>How the person can be contacted, and whether they consent: at any time of a case.</summary>
public sealed class ChangeContactModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Service<AgreementQuery>().Of(Reference, AccessRequest, Cancellation) is not Reply<AgreementView>.Given { Value.Person: { } person })
        {
            return await OnGetAsync();
        }

        var contact = Form.Read(Read, person);
        return await Run(
            () => new ReferralCommand.ChangeContact(contact),
            (person.ContactConsent && !contact.ContactConsent, person.TextConsent && !contact.TextConsent) switch
            {
                (true, true) => "The contact details were saved. No more email or texts are sent to the person.",
                (true, false) => "The contact details were saved. No more email is sent to the person.",
                (false, true) => "The contact details were saved. No more texts are sent to the person.",
                _ => "The contact details were saved.",
            },
            null,
            code => code switch
            {
                RefusalCode.TelephoneInvalid or RefusalCode.MobileNeeded => $"{nameof(Form)}.{nameof(Form.Phone)}",
                RefusalCode.AddressContradicts => $"{nameof(Form)}.{nameof(Form.NoFixedAddress)}",
                RefusalCode.AgreementEnded => "",
                _ => null,
            });
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.ChangeContact>();

    protected override void Begin() => Form = ContactForm.Of(Agreement.Person!, choices.Of(Now).HomeDistricts);
}
