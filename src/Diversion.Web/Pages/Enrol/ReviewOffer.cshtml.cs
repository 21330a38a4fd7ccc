using System.Collections.Immutable;
using Diversion.Casework;
using Diversion.Casework.Drafts;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The draft as the person will read it, and the offer.</summary>
public sealed class ReviewOfferModel(
    ChoicesQuery query, CommandDryRun dryRun, ReferralDrafts drafts, AgreementPaperQuery papers, Rulebook rulebook) : EnrolmentPage
{
    private ImmutableArray<ConditionTerms> terms = [];

    public OfferChoices Choices { get; private set; } = null!;

    public IReadOnlyList<PaperCondition> Conditions { get; private set; } = [];

    /// <summary>Why it cannot be offered; null when it can.</summary>
    public string? Against { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadDraft() is { } other)
        {
            return other;
        }

        var answer = await Run(
            () => new OfferCommand.MakeOffer(terms), "The offer was made. Print it and read it with the person.", Tasks);
        if (answer is LocalRedirectResult { Url: var next } && next == Tasks)
        {
            await drafts.Remove(By, Reference, Cancellation);
        }

        return answer;
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (OnlyFor<OfferCommand.MakeOffer>() is { } notTheirs)
        {
            return notTheirs;
        }

        if (await LoadDraft() is { } other)
        {
            return other;
        }

        var paper = await papers.Draft(Reference, terms, Look, Cancellation);
        if (paper is Reply<IReadOnlyList<PaperCondition>>.Refused { Refusal: var unseen })
        {
            return Refuse(unseen);
        }

        Conditions = ((Reply<IReadOnlyList<PaperCondition>>.Given)paper).Value;
        var refusal = await dryRun.Of(new AgreementId(Reference), new OfferCommand.MakeOffer(terms) { By = By, At = Now }, Cancellation);
        Against = refusal is null ? null : RefusalWording.Of(refusal);
        return null;
    }

    /// <summary>Without a whole draft there is nothing to review: the conditions are chosen first.</summary>
    private async ValueTask<IActionResult?> LoadDraft()
    {
        var reply = await query.ForOffer(Reference, By, Now, Cancellation);
        if (reply is Reply<OfferChoices>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Choices = ((Reply<OfferChoices>.Given)reply).Value;
        var faults = new ModelStateDictionary();
        if (await drafts.Find(By, Reference, Cancellation) is { } stored)
        {
            terms = DraftJson.Read<ConditionsForm>(stored.Json).Terms(new FormReading(faults), Choices.Limits, rulebook.Programme.Staff);
            if (faults.IsValid)
            {
                return null;
            }
        }

        return LocalRedirect($"/agreements/{Reference}/make-offer");
    }
}
