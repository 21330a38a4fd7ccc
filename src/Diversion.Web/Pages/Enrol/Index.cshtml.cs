using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Everything between the referral and the signing; can be left and continued later.</summary>
public sealed class IndexModel(EligibilityQuery eligibility, When when) : EnrolmentPage
{
    private EnrolmentTasks tasks = null!;

    public EnrolmentTask? Next => tasks.Next();

    /// <summary>Several things are still to be answered, and the reader may answer them on one page.</summary>
    public bool MayPrepare => tasks.OpenBeforeDecision > 1 && AccessPolicy.IsForRole<ReferralCommand.RecordFacts>(By);

    /// <summary>It is on a sergeant's list: both checks are back, and no fact for the decision is missing.</summary>
    public bool WaitsForSergeant => Next is null or { Id: EnrolmentTasks.Needs or EnrolmentTasks.Goals }
        && Agreement is { Status: AgreementStatus.Referred, Referral: { SafeguardingConcern: not null, DomesticAbuseConcern: not null } }
        && !AccessPolicy.IsForRole<ReferralCommand.ApproveEligibility>(By);

    /// <summary>Once there is an offer, the offer shows its own deadline for signing.</summary>
    public ChargeByView ChargeBy => Agreement.Status == AgreementStatus.Offered ? Agreement.Referral!.ChargeBy with { LatestSigning = null } : Agreement.Referral!.ChargeBy;

    public IReadOnlyList<(string Id, string Title, IReadOnlyList<EnrolmentTask> Tasks)> Groups =>
    [
        ("case", "The case", tasks.Case()),
        ("checks", "Checks and questions", tasks.ChecksAndQuestions()),
        ("people", "The victim and the person", tasks.PersonAndVictim()),
        ("decision", "The decision", tasks.Decision()),
        ("agreement", "The agreement", tasks.Offer()),
    ];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (Agreement.Term is not null || Agreement.Ended)
        {
            return LocalRedirect(Addresses.Agreement(Reference));
        }

        var answers = await eligibility.Of(Reference, AccessRequest, Cancellation);
        if (answers is Reply<EligibilityView>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        tasks = new EnrolmentTasks(Agreement, await Possible(), ((Reply<EligibilityView>.Given)answers).Value, when, AccessPolicy.IsForRole<OfferCommand.MakeOffer>(By));
        return null;
    }
}
