using Diversion.Casework;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Conditions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The conditions are chosen, checked, and saved as a draft until the offer is made.</summary>
public sealed class MakeOfferModel(ChoicesQuery query, CommandDryRun dryRun, ReferralDrafts drafts, Rulebook rulebook)
    : OfferDraftPage(query, dryRun, drafts, rulebook)
{
    [BindProperty]
    public ConditionsForm Form { get; set; } = new();

    [BindProperty]
    public string? DraftTag { get; set; }

    public ConditionsPanel Panel => ConditionsPanel.ForOffer(Form, Choices, Staff) with { Victims = ConditionsPanel.VictimsOf(Agreement) };

    public DraftCheck Check { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Choose() is { } refused)
        {
            return refused;
        }

        var terms = TermsOf(Form, Read);
        if (ModelState.IsValid && await Against(terms) is { } against && !IsKnown(against))
        {
            Read.Fault(FieldOf(against.Code), RefusalWording.Of(against));
        }

        // Saved even with errors: an incomplete choice is worth keeping, too.
        var kept = await Drafts.Save(By, Reference, Reference, DraftJson.Write(Form), string.IsNullOrEmpty(DraftTag) ? null : DraftTag, Now, Cancellation);
        if (kept is Reply<ReferralDraft>.Given && ModelState.IsValid)
        {
            return LocalRedirect(Addresses.ReviewOffer(Reference));
        }

        if (kept is Reply<ReferralDraft>.Refused { Refusal: var changed })
        {
            Read.Fault("", RefusalWording.Of(changed));
        }

        DraftTag = (await FindDraft())?.ETag;
        return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Ticks every kind, with its usual terms: shown to be changed, and not saved yet.</summary>
    public async Task<IActionResult> OnPostAllAsync()
    {
        if (await Choose() is { } refused)
        {
            return refused;
        }

        Form.Chosen = [.. ConditionsPanel.ForOffer(Form, Choices, Staff).AtOnce.Select(kind => $"{kind}")];
        ModelState.Clear();
        return await ShowAgain(StatusCodes.Status200OK);
    }

    /// <summary>The state of the draft, for a preview on the page.</summary>
    public async Task<IActionResult> OnPostCheckAsync() =>
        await Choose() is { } refused ? refused : Partial("_DraftCheck", await CheckDraft());

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        if (HttpMethods.IsGet(Request.Method) && await FindDraft() is { } stored)
        {
            Form = DraftJson.Read<ConditionsForm>(stored.Json);
            DraftTag = stored.ETag;
        }

        Form.FillIn(Choices.Limits, Choices.Needs, Staff);
        Check = await CheckDraft();
        return null;
    }

    private async ValueTask<DraftCheck> CheckDraft()
    {
        var faults = new ModelStateDictionary();
        var terms = TermsOf(Form, new FormReading(faults));
        var against = faults.IsValid ? await Against(terms) : null;
        var problem = against is null || IsKnown(against) ? null : RefusalWording.Of(against);
        return new DraftCheck(
            terms.Length,
            Choices.Limits.Most,
            Choices.LastDay,
            Choices.ChargeBy.Date,
            Choices.ChargeBy.LatestSigning,
            [.. new[] { problem, Choices.TooLate }.OfType<string>().Distinct()]);
    }

    /// <summary>What prevents any offer now is shown once, above the conditions.</summary>
    private bool IsKnown(Refusal against) => against.Message == Choices.Against;

    private static string FieldOf(string code) => code switch
    {
        RefusalCode.TooManyConditions => ConditionsPanel.Field,
        RefusalCode.VictimUnknown => $"{nameof(Form)}.{nameof(Form.RestorativeVictim)}",

        // Only a pathway can be chosen twice.
        RefusalCode.ConditionRepeated => $"{nameof(Form)}.{nameof(Form.SecondNeed)}",
        _ => "",
    };
}
