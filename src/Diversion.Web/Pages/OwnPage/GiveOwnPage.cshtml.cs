using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.OwnPage;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.OwnPage;

/// <summary>Gives the person a code to print, or a link by text, for their own page. A code is shown this once.</summary>
public sealed class GiveOwnPageModel(OwnPageService own, Rulebook rulebook) : ActionPage
{
    [BindProperty]
    public string? Way { get; set; }

    public override string Command => CommandCatalogue.NameOf<OwnPageCommand.GiveOwnPage>();

    public override string Button => "Give it to the person";

    public static IReadOnlyList<Choice> Choices { get; } =
    [
        new($"{OwnPageWay.Code}", "Print a code", "You see it once, on the next page. Print it or write it down for the person."),
        new($"{OwnPageWay.Link}", "Text them a link", "It works once. Then they get a code of their own. Only with their consent to texts, and not in quiet hours."),
    ];

    /// <summary>The code that was just made; null when none was.</summary>
    public string? Made { get; private set; }

    /// <summary>Where the person types it.</summary>
    public string Address => rulebook.Programme.LinkTo(Addresses.MyAgreement);

    public async Task<IActionResult> OnPostAsync()
    {
        var way = Read.Choice<OwnPageWay>(nameof(Way), Way, "how the person gets it");
        if (way == OwnPageWay.Link && ModelState.IsValid && await own.QuietUntil(new AgreementId(Reference), Now, Cancellation) is { } until)
        {
            Read.Fault(nameof(Way), $"Texts are not sent at this hour. Print a code, or come back after {Service<When>().Moment(until)}");
        }

        var secret = way == OwnPageWay.Link ? OwnPageSecrets.MakeLink() : OwnPageSecrets.MakeCode();
        var hash = way == OwnPageWay.Link ? OwnPageSecrets.HashOfLink(secret) : OwnPageSecrets.HashOfCode(secret);
        var answer = await Run(
            () => new OwnPageCommand.GiveOwnPage(way, hash!),
            "The link was sent to the person by text.",
            code => code == RefusalCode.OwnPageNoTexts ? nameof(Way) : null);
        if (answer is not LocalRedirectResult)
        {
            return answer;
        }

        if (way == OwnPageWay.Link)
        {
            if (!await own.SendLink(new AgreementId(Reference), secret, Cancellation))
            {
                TempData.Clear();
                SayNot("The text could not be sent, so the person has nothing that works. Print a code instead.");
            }

            return answer;
        }

        // Nothing else may be told the code: no cookie, no store.
        HttpContext.Features.Set(new ShownOnce());
        TempData.Clear();
        Made = secret;
        return await ShowAgain(200);
    }
}
