using System.Collections.Immutable;
using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Links;
using Diversion.Casework.Papers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Conditions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The draft as the person will read it, and the offer.</summary>
public sealed class ReviewOfferModel(
    ChoicesQuery query, CommandDryRun dryRun, ReferralDrafts drafts, AgreementPaperQuery papers, Rulebook rulebook)
    : OfferDraftPage(query, dryRun, drafts, rulebook)
{
    private ImmutableArray<ConditionTerms> terms = [];

    public IReadOnlyList<PaperCondition> Conditions { get; private set; } = [];

    /// <summary>Why it cannot be offered; null when it can.</summary>
    public string? Refusal { get; private set; }

    private string Signing => Addresses.Action<OfferCommand.SignAgreement>(Reference);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Choose() is { } refused)
        {
            return refused;
        }

        if (await LoadDraft() is { } other)
        {
            return other;
        }

        var answer = await Run(
            () => new OfferCommand.MakeOffer(terms), "The offer was made. Print it and read it with the person.", Signing);
        if (answer is LocalRedirectResult { Url: var next } && next == Signing)
        {
            await Drafts.Remove(By, Reference, Cancellation);
        }

        return answer;
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, new OfferCommand.MakeOffer(terms) { DuplicateReason = Example })];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        if (await LoadDraft() is { } undrafted)
        {
            return undrafted;
        }

        var paper = await papers.Draft(Reference, terms, AccessRequest, Cancellation);
        if (paper is Reply<IReadOnlyList<PaperCondition>>.Refused { Refusal: var unseen })
        {
            return Refuse(unseen);
        }

        Conditions = ((Reply<IReadOnlyList<PaperCondition>>.Given)paper).Value;
        Refusal = await Against(terms) is { } against ? RefusalWording.Of(against) : null;
        return null;
    }

    /// <summary>Without a complete draft there is nothing to review: the conditions are chosen first.</summary>
    private async ValueTask<IActionResult?> LoadDraft()
    {
        var faults = new ModelStateDictionary();
        if (await FindDraft() is { } stored)
        {
            terms = TermsOf(DraftJson.Read<ConditionsForm>(stored.Json), new FormReading(faults));
            if (faults.IsValid)
            {
                return null;
            }
        }

        return LocalRedirect(Addresses.Action<OfferCommand.MakeOffer>(Reference));
    }
}
