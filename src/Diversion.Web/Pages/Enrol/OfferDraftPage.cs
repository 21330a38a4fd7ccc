using System.Collections.Immutable;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Conditions;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>
/// A page on which an offer is drafted. The draft is stored under the case's reference. Once the offer is made, there is
/// nothing left to draft.
/// </summary>
public abstract class OfferDraftPage(ChoicesQuery query, CommandDryRun dryRun, ReferralDrafts drafts, Rulebook rulebook) : EnrolmentPage
{
    public OfferChoices Choices { get; private set; } = null!;

    protected StaffDirectory Staff => rulebook.Programme.Staff;

    protected ReferralDrafts Drafts => drafts;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (OnlyFor<OfferCommand.MakeOffer>() is { } notTheirs)
        {
            return notTheirs;
        }

        return Agreement.Status is AgreementStatus.Referred or AgreementStatus.Eligible ? await Choose() : LocalRedirect(Tasks);
    }

    /// <summary>What may be chosen now.</summary>
    protected async ValueTask<IActionResult?> Choose()
    {
        var reply = await query.ForOffer(Reference, By, Now, Cancellation);
        if (reply is Reply<OfferChoices>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Choices = ((Reply<OfferChoices>.Given)reply).Value;
        return null;
    }

    protected ValueTask<ReferralDraft?> FindDraft() => drafts.Find(By, Reference, Cancellation);

    protected ImmutableArray<ConditionTerms> TermsOf(ConditionsForm form, FormReading read) => form.Terms(read, Choices.Limits, Staff, Choices.Services);

    /// <summary>The refusal that an offer of these conditions would get; null when it would be made.</summary>
    protected ValueTask<Refusal?> Against(ImmutableArray<ConditionTerms> terms) =>
        dryRun.Of(new AgreementId(Reference), new OfferCommand.MakeOffer(terms) { By = By, At = Now }, Cancellation);
}
