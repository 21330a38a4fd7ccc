using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Pages.Enrol;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Takes an offence from before the signing into the agreement, as agreed with the person.</summary>
public sealed class TakeOffenceInModel : ChangePage
{
    [BindProperty]
    public OffenceForm Form { get; set; } = new();

    public override string Command => "take-offence-in";

    public override string Button => "Take the offence in";

    public async Task<IActionResult> OnPostAsync()
    {
        var offence = Form.Read(Read, Today);
        var agreed = ReadAgreement();
        var reason = ReadReason();
        return await Run(
            () => new TermCommand.TakeOffenceIn(offence, true, agreed.On, agreed.How) { Reason = reason },
            "The offence was taken in.",
            code => code switch
            {
                RefusalCode.OffenceAfterSigning => OffenceForm.DateField,
                RefusalCode.OffenceRepeated => OffenceForm.DescriptionField,
                _ => AgreementFieldOf(code),
            });
    }
}
