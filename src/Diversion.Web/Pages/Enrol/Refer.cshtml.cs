using Diversion.Casework;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Duplicates;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Links;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Turns the draft into a case.</summary>
public sealed class ReferModel(EligibilityDryRun dryRun, CommandDryRun commands, DuplicatesQuery duplicates) : DraftPage
{
    private EligibilityResult? result;

    public Person Person => Typed.Person!.Read(Read, Today, PersonAt);

    public Offence Offence => Typed.Offence!.Read(Read, Today);

    public ChargeByView? ChargeBy => result?.ChargeBy;

    /// <summary>Known reasons against it.</summary>
    public IReadOnlyList<RuleAnswer> NotMet => [.. (result?.Answers ?? []).Where(answer => answer.Answer == Answer.NotMet)];

    /// <summary>A hard stop: the case of somebody under 18 is the youth offending team's.</summary>
    public bool TooYoung => result?.TooYoung == true;

    /// <summary>Cases that the person may already have.</summary>
    public IReadOnlyList<DuplicateView> Duplicates { get; private set; } = [];

    public Foreseen WhatFollows { get; private set; } = new([], []);

    /// <summary>Why the person is referred nevertheless.</summary>
    [BindProperty]
    public string? DuplicateReason { get; set; }

    public override async Task<IActionResult> OnGetAsync() => await LoadWhole() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadWhole() is { } other)
        {
            return other;
        }

        var reason = Read.OptionalText(nameof(DuplicateReason), DuplicateReason, "the reason", 2_000);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // The reference is made from the draft's id: sending it twice creates one case.
        var custody = Typed.CustodyReference;
        var id = ReferenceOf(custody);
        var officer = new StaffRef(By.Id, By.Name, By.Team);
        switch (await Execute(id, new ReferralCommand.Refer(id, Person, Offence, officer, custody) { DuplicateReason = reason }))
        {
            case Outcome.Refused { Refusal: var refusal }:
                ModelState.AddModelError(refusal.Code == RefusalCode.PossibleDuplicate ? nameof(DuplicateReason) : "", refusal.Code == RefusalCode.AgreementExists
                    ? FaultWording.CaseExists($"{id}")
                    : RefusalWording.Of(refusal));
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            default:
                await Drafts.Remove(By, DraftId, Cancellation);
                Say("The person was referred. The checks are requested.");
                return LocalRedirect(Addresses.Preparation(id.Value));
        }
    }

    private AgreementId ReferenceOf(string? custody) =>
        custody is null ? ReferralDrafts.ReferenceOf(By, DraftId) : AgreementIds.FromCustodyReference(custody);

    /// <summary>A case is referred only when it is complete: missing answers are asked for on their own pages.</summary>
    private async Task<IActionResult?> LoadWhole()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        if (Typed.Person is null || Typed.Offence is null || (Person, Offence) is var (person, offence) && !ModelState.IsValid)
        {
            return LocalRedirect(Tasks);
        }

        Duplicates = await duplicates.Before(By, person, Typed.CustodyReference, Now, Cancellation) is Reply<IReadOnlyList<DuplicateView>>.Given { Value: var found }
            ? [.. found.Where(other => other.Agreement != $"{ReferenceOf(Typed.CustodyReference)}")]
            : [];
        var id = ReferenceOf(Typed.CustodyReference);
        var refer = new ReferralCommand.Refer(id, person, offence, new StaffRef(By.Id, By.Name, By.Team), Typed.CustodyReference) { DuplicateReason = "An example of a reason.", By = By, At = Now };
        WhatFollows = Foreseen.Of(commands.WhatFollows(refer) is { } what ? [(null, what)] : []);
        result = dryRun.Of(By, new EligibilityQuestion(person, offence), Now) is Reply<EligibilityResult>.Given { Value: var answers } ? answers : null;
        return null;
    }
}
