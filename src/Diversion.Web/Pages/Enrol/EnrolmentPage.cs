using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A step between the referral and the signing; it leads back to the list of steps.</summary>
public abstract class EnrolmentPage : RecordPage
{
    /// <summary>A facilitator, who has obligations to the victim, has no tasks in the list.</summary>
    public string Tasks => AccessPolicy.IsPartner(By) ? Addresses.Agreement(Reference) : Addresses.Enrolment(Reference);

    /// <summary>Placeholder for a reason that is still to be typed.</summary>
    protected const string Example = "An example of a reason.";

    /// <summary>Why the case continues although the person may have another one; asked by <c>_PossibleDuplicates</c>.</summary>
    [BindProperty]
    public string? DuplicateReason { get; set; }

    /// <summary>Like <see cref="RecordPage.Run(Func{AgreementCommand}, string, string?, Func{string, string?}?)"/>, with the reason for continuing despite possible duplicates.</summary>
    protected new Task<IActionResult> Run(Func<AgreementCommand> command, string done, string? next = null, Func<string, string?>? fieldOf = null)
    {
        var reason = Read.OptionalText(nameof(DuplicateReason), DuplicateReason, "the reason", 2_000);
        return base.Run(
            () => command() switch
            {
                ReferralCommand.ApproveEligibility approve => approve with { DuplicateReason = reason },
                OfferCommand.MakeOffer offer => offer with { DuplicateReason = reason },
                OfferCommand.SignAgreement sign => sign with { DuplicateReason = reason },
                var other => other,
            },
            done,
            next,
            code => code == RefusalCode.PossibleDuplicate ? nameof(DuplicateReason) : fieldOf?.Invoke(code));
    }

    /// <summary>The rule of <see cref="RecordPage.Opens"/>, for a form that does not open while a rule forbids its command.</summary>
    /// <param name="item">The item of the case, for a command that is about one of several.</param>
    protected async ValueTask<IActionResult?> Opens<TCommand>(string? item = null) where TCommand : AgreementCommand =>
        (await Opens(CommandCatalogue.NameOf<TCommand>(), action => action.Blocked is null && (item is null || action.Item == item))).Instead;

    /// <summary>Runs a command that is made from recorded values as well as from typed ones.</summary>
    protected async Task<IActionResult> RunOn(
        Func<AgreementView, AgreementCommand> command, string done, string next, Func<string, string?>? fieldOf = null) =>
        await Service<AgreementQuery>().Of(Reference, AccessRequest, Cancellation) is Reply<AgreementView>.Given { Value: var agreement }
            ? await Run(() => command(agreement), done, next, fieldOf)
            : await OnGetAsync();
}
