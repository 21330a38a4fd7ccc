using System.Collections.Immutable;
using Diversion.Casework;
using Diversion.Casework.Drafts;
using Diversion.Casework.Queries;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Offer;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The conditions are chosen, checked as they are, and kept as a draft until the offer is made.</summary>
public sealed class MakeOfferModel(ChoicesQuery query, CommandDryRun dryRun, ReferralDrafts drafts, Rulebook rulebook) : EnrolmentPage
{
    [BindProperty]
    public ConditionsForm Form { get; set; } = new();

    [BindProperty]
    public string? DraftTag { get; set; }

    public OfferChoices Choices { get; private set; } = null!;

    public DraftCheck Check { get; private set; } = null!;

    public IReadOnlyList<Choice> Facilitators => [.. Staff.Facilitators.Select(one => new Choice(one.Id, one.Name))];

    public IReadOnlyList<Choice> Providers => [.. Staff.Providers.Select(name => new Choice(name, name))];

    public IReadOnlyList<Choice> Needs =>
    [
        .. Choices.Conditions.Where(choice => choice is { Need: not null, Against: null })
            .OrderBy(choice => !Choices.Needs.Contains(choice.Need!.Value))
            .Select(choice => new Choice($"{choice.Need}", Labels.Sentence(Words.Of(choice.Need!.Value)))),
    ];

    public string RecordedNeeds => Choices.Needs.Count == 0
        ? "No needs are recorded for the person yet."
        : $"Recorded needs: {string.Join(", ", Choices.Needs.Select(Words.Of))}.";

    private StaffDirectory Staff => rulebook.Programme.Staff;

    public bool May(ConditionKind kind) => Choices.Conditions.Any(choice => choice.Kind == kind && choice.Against is null);

    public ConditionChoiceItem Choice(ConditionKind kind) => new(
        kind,
        Words.Of(kind).Replace(' ', '-'),
        Labels.Sentence(kind == ConditionKind.Supervision ? "supervision meetings" : Words.Of(kind)),
        ConditionHints.Of(kind),
        kind != ConditionKind.Supervision,
        Form.Has(kind) && May(kind),
        May(kind) ? null : Choices.Conditions.FirstOrDefault(choice => choice.Kind == kind)?.Against ?? "The scheme does not have it.");

    /// <summary>Said where a list has nobody in it.</summary>
    public string? Nobody(IReadOnlyList<Choice> list, string who) =>
        list.Count == 0 ? $"No {who} are set up. Ask whoever runs this server to add them to the programme’s settings." : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Choose() is { } refused)
        {
            return refused;
        }

        var terms = Form.Terms(Read, Choices.Limits, Staff);
        if (ModelState.IsValid && await Against(terms) is { } against)
        {
            Read.Fault("", against);
        }

        // Kept also with faults in it: half a choice is worth keeping, too.
        var kept = await drafts.Save(By, Reference, Reference, DraftJson.Write(Form), string.IsNullOrEmpty(DraftTag) ? null : DraftTag, Now, Cancellation);
        if (kept is Reply<ReferralDraft>.Given && ModelState.IsValid)
        {
            return LocalRedirect($"/agreements/{Reference}/review-offer");
        }

        if (kept is Reply<ReferralDraft>.Refused { Refusal: var changed })
        {
            Read.Fault("", RefusalWording.Of(changed));
        }

        DraftTag = (await drafts.Find(By, Reference, Cancellation))?.ETag;
        return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>How the draft stands, for the page as it is.</summary>
    public async Task<IActionResult> OnPostCheckAsync() =>
        await Choose() is { } refused ? refused : Partial("_DraftCheck", await CheckDraft());

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (OnlyFor<OfferCommand.MakeOffer>() is { } notTheirs)
        {
            return notTheirs;
        }

        if (await Choose() is { } refused)
        {
            return refused;
        }

        if (HttpMethods.IsGet(Request.Method) && await drafts.Find(By, Reference, Cancellation) is { } stored)
        {
            Form = DraftJson.Read<ConditionsForm>(stored.Json);
            DraftTag = stored.ETag;
        }

        Form.Hours ??= $"{Choices.Limits.DefaultHours}";
        Check = await CheckDraft();
        return null;
    }

    private async ValueTask<IActionResult?> Choose()
    {
        var reply = await query.ForOffer(Reference, By, Now, Cancellation);
        if (reply is Reply<OfferChoices>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Choices = ((Reply<OfferChoices>.Given)reply).Value;
        return null;
    }

    private async ValueTask<DraftCheck> CheckDraft()
    {
        var faults = new ModelStateDictionary();
        var terms = Form.Terms(new FormReading(faults), Choices.Limits, Staff);
        var chosen = terms.Length;
        var problems = faults.IsValid && await Against(terms) is { } against ? new[] { against } : [];
        return new DraftCheck(
            chosen,
            Choices.Limits.Most,
            Choices.LastDay,
            Choices.ChargeBy.Date,
            Choices.ChargeBy.LatestSigning,
            [.. problems, .. Choices.TooLate is { } late && !problems.Contains(late) ? [late] : Array.Empty<string>()]);
    }

    /// <summary>What stands against these conditions; what stands against every offer now is told once, above them.</summary>
    private async ValueTask<string?> Against(ImmutableArray<ConditionTerms> terms)
    {
        var offer = new OfferCommand.MakeOffer(terms) { By = By, At = Now };
        return await dryRun.Of(new AgreementId(Reference), offer, Cancellation) is { } refusal && refusal.Message != Choices.Against
            ? RefusalWording.Of(refusal)
            : null;
    }
}
