using Diversion.Casework.Messages;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>How to reach and meet the person, what they were told, who works on the case, and the victims.</summary>
public sealed class ContactModel(PersonMailQuery mails) : AgreementPage
{
    public override AgreementPart? Part => AgreementPart.Contact;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        Mails = await mails.Of(Reference, By, Cancellation);
        return await base.Prepare();
    }
}
