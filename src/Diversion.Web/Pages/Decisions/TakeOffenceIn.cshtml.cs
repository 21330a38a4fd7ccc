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

    public override string Command => CommandCatalogue.NameOf<TermCommand.TakeOffenceIn>();

    public override string Button => "Take the offence in";

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives
    {
        get
        {
            // An example: a day before the signing, so that the case as it is decides what would follow.
            var known = Agreement.Referral!.Offence;
            yield return (null, new TermCommand.TakeOffenceIn(known with { Description = "Another offence", CrimeNumber = NewId }, true));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Form.Finder.LookUp(Form, this) is { } found)
        {
            return await ShowAgain(found);
        }

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
