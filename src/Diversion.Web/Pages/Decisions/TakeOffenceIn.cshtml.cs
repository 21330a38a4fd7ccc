using Diversion.Casework.OffenceCodes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Pages.Enrol;
using Microsoft.AspNetCore.Http;
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

    /// <inheritdoc cref="OffencePage.OnPostFindAsync"/>
    public async Task<IActionResult> OnPostFindAsync()
    {
        if (!Form.Finder.IsAsked)
        {
            return await OnPostAsync();
        }

        await FillIn();
        return await ShowAgain(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Form.Finder.IsChosen)
        {
            await FillIn();
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

    private async Task FillIn()
    {
        await Form.Finder.Fill(Form, Service<OffenceCodesQuery>(), By, Cancellation);
        ModelState.Clear();
    }
}
