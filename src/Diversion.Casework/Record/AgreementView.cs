using System.Text.Json.Serialization;
using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.DataRights;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Trials;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>An agreement with the parts that the viewer may see. Other parts are left out, not blanked.</summary>
/// <param name="Version">Number of events; the ETag.</param>
/// <param name="StatusWords">The status as text.</param>
/// <param name="Due">What happens next automatically, earliest first.</param>
public sealed record AgreementView(
    string Agreement,
    int Version,
    AgreementStatus Status,
    string StatusWords,
    bool Ended,
    Instant? EndedAt,
    string Scheme,
    string Name,
    string? KeyWorker,
    TermView? Term,
    IReadOnlyList<ConditionView> Conditions,
    IReadOnlyList<ObligationView> Obligations,
    IReadOnlyList<DueView> Due)
{
    /// <summary>Id of the key worker; left out for partners.</summary>
    public string? KeyWorkerId { get; init; }

    /// <summary>Who covers for the key worker; left out when nobody does.</summary>
    public CoverView? Cover { get; init; }

    /// <summary>The team that is asked to take the case; left out for partners, and when none is.</summary>
    public TeamRequest? TeamAsked { get; init; }

    /// <summary>Who supervises for us where the person has moved to; left out when nobody does. Partners do not see what was said.</summary>
    public CourtesySupervision? CourtesySupervision { get; init; }

    /// <summary>To whom the case was handed over; left out for partners, and when it was not.</summary>
    public HandedOverView? HandedOver { get; init; }

    /// <summary>Left out while nobody decided anything about how long the record is kept, and for partners.</summary>
    public KeptRecordView? Keeping { get; init; }

    /// <summary>Where the case came from; left out for partners, and when it was referred here.</summary>
    public Origin? Origin { get; init; }

    /// <summary>For partners, who do not see the person's details: whom to ring.</summary>
    public ContactsView? Contacts { get; init; }

    public Person? Person { get; init; }

    /// <summary>The person's number or address takes no messages; left out when none is known to fail, and for who does not see the person's details.</summary>
    public IReadOnlyList<ContactField>? FailingContacts { get; init; }

    /// <summary>What has to be known to meet the person; partners are not told of vulnerability and who is close to them.</summary>
    public Circumstances? Circumstances { get; init; }

    /// <summary>Needs that no service meets, for those who see the person's details; left out when there is none.</summary>
    public IReadOnlyList<UnmetNeed>? UnmetNeeds { get; init; }

    /// <summary>Appointments with services, in the order of booking; for a provider its own. Left out when there is none.</summary>
    public IReadOnlyList<Visit>? Visits { get; init; }

    /// <summary>For those who meet the person: what to be careful of. Left out for everybody else, and when there is none.</summary>
    public string? StaffRisk { get; init; }

    public ReferralView? Referral { get; init; }

    /// <summary>Left out when nothing was recorded.</summary>
    public bool? HasVictim { get; init; }

    /// <summary>Those whom the viewer may know of.</summary>
    public IReadOnlyList<VictimState>? Victims { get; init; }

    public IReadOnlyList<PathwayKind>? Needs { get; init; }

    /// <summary>In the participant's own words.</summary>
    public IReadOnlyList<string>? Goals { get; init; }

    public OfferView? Offer { get; init; }

    public IReadOnlyList<Failure>? Failures { get; init; }

    public IReadOnlyList<Warning>? Warnings { get; init; }

    /// <summary>Whether what happened may be read; partners do not see it.</summary>
    [JsonIgnore]
    public bool SeesTimeline => News is not null;

    /// <summary>What the person has to be told, or was told, oldest first.</summary>
    public IReadOnlyList<PersonNews>? News { get; init; }

    /// <summary>What the person answered to a warning or a proposed breach; those that were corrected among them.</summary>
    public IReadOnlyList<PersonAnswer>? Answers { get; init; }

    /// <summary>Warnings that the person contests and on which nobody has decided: <c>warning-1</c>.</summary>
    public IReadOnlyList<string>? Contested { get; init; }

    /// <summary>What the person asked of their record, oldest first; those that are answered among them.</summary>
    public IReadOnlyList<DataRequest>? DataRequests { get; init; }

    /// <summary>Left out for the police and other partners, and when none was offered.</summary>
    public HealthCheckView? HealthCheck { get; init; }

    /// <summary>What partners who work with the person are told, for supervision; left out when nothing is agreed.</summary>
    public IReadOnlyList<SharingView>? Sharing { get; init; }

    /// <summary>Oldest first; left out for the police and everybody but the mentor, and when there was none.</summary>
    public IReadOnlyList<MentoringView>? Mentoring { get; init; }

    /// <summary>The last change of key worker and how the case was handed over; left out when there was none. The note is supervision's.</summary>
    public WorkerHandover? WorkerHandover { get; init; }

    /// <summary>How often the key worker changed.</summary>
    public int? KeyWorkerChanges { get; init; }

    /// <summary>What goes on after the last day; left out for the police and partners, and before anybody asks for it.</summary>
    public ExitPlanView? ExitPlan { get; init; }

    /// <summary>Oldest first; those that are answered among them.</summary>
    public IReadOnlyList<Complaint>? Complaints { get; init; }

    public BreachView? Breach { get; init; }

    public IReadOnlyList<Alert>? Alerts { get; init; }

    /// <summary>Custody notices from before the signing; later ones are with their condition.</summary>
    public IReadOnlyList<CustodyNotice>? CustodyNotices { get; init; }

    /// <summary>What became of the person, by the police's records; left out for who is not followed up.</summary>
    public FollowUpView? FollowUp { get; init; }

    /// <summary>What happened to a case that went back to the police; left out until it is recorded.</summary>
    public CaseOutcome? CaseOutcome { get; init; }
}

/// <param name="ConfirmedBy">Who confirmed it there; null until somebody has.</param>
/// <param name="ChargeBy">Whose the charge-by date is now, as a sentence.</param>
public sealed record HandedOverView(string Organisation, string Contact, string By, Instant At, string? ConfirmedBy, Instant? ConfirmedAt, string ChargeBy);

/// <param name="LastDay">Inclusive.</param>
/// <param name="Version">Of the agreement's text: 1 as signed.</param>
/// <param name="ConcludingUntil">While records are settled after the last day.</param>
public sealed record TermView(LocalDate SignedOn, LocalDate LastDay, int Version, int ExtendedDays, Instant? ConcludingUntil);

/// <param name="Answers">Of the eligibility rules, once approved or refused.</param>
/// <param name="Overrides">Rules that are not met and that a sergeant overrode, each with its reason, for as long as the
/// case exists.</param>
/// <param name="RiskOverride">Left out when nobody overrode the risk band.</param>
public sealed record ReferralView(
    Instant ReferredAt,
    StaffRef Officer,
    Offence Offence,
    ChargeByView ChargeBy,
    EligibilityFacts Facts,
    RiskAssessment Risk,
    IReadOnlyList<RuleAnswer> Answers,
    IReadOnlyList<OverriddenRule> Overrides,
    bool? SafeguardingConcern,
    bool? DomesticAbuseConcern,
    TrialArm? Arm,
    OverriddenRisk? RiskOverride = null)
{
    /// <summary>The offences beside the first one; left out when there are none.</summary>
    public IReadOnlyList<NumberedOffence>? FurtherOffences { get; init; }

    public required CaseBasisView Basis { get; init; }

    /// <summary>Left out where no trial has allocated anything.</summary>
    public TrialPlaceView? Trial { get; init; }
}

/// <summary>A case's place in a trial. Which place of a sequence it is, is not shown while the case runs.</summary>
/// <param name="Trial">Left out for an arm that was typed by hand.</param>
/// <param name="FirstCase">The earlier case of the same person in which the arm was drawn.</param>
/// <param name="Received">What the person in fact received; left out while it is not known.</param>
/// <param name="CrossoverReason">Why it is another arm than the one allocated.</param>
public sealed record TrialPlaceView(
    string? Trial, TrialArm Arm, Instant At, string? FirstCase, bool? ResearchConsent, TrialArm? Received, LocalDate? ReceivedOn, string? CrossoverReason)
{
    internal static TrialPlaceView? Of(AgreementState state)
    {
        if (state.Referral.Allocation is not { } place)
        {
            return null;
        }

        var received = ReceivedArm.Of(state);
        return new(place.Trial, place.Arm, place.At, place.FirstCase?.Value, place.ResearchConsent, received?.Arm, received?.On, received?.CrossoverReason);
    }
}

/// <param name="Date">Left out when there is no time limit.</param>
/// <param name="LatestSigning">The latest day of signing that still keeps the margin.</param>
public sealed record ChargeByView(LocalDate? Date, string Rule, string Explanation, LocalDate? LatestSigning);

/// <param name="Until">The last day, inclusive.</param>
public sealed record CoverView(string Worker, LocalDate Until);

/// <param name="PersonPhone">Left out when it is not known, or the person has not agreed to be contacted.</param>
/// <param name="Preferred">How the person wants to be contacted; left out when nobody asked.</param>
/// <param name="KeyWorkerEmail">The covering worker's, if somebody covers, as is <paramref name="KeyWorkerPhone"/>; left
/// out when it is not known.</param>
public sealed record ContactsView(string? PersonPhone, bool PersonMayBeContacted, ContactWay? Preferred, string? KeyWorkerEmail, string? KeyWorkerPhone);

/// <param name="Explain">What the route wants explained to the person before they sign, one sentence each.</param>
public sealed record OfferView(IReadOnlyList<ConditionTerms> Conditions, Instant MadeAt, Instant LapsesAt, IReadOnlyList<string> Explain);

public sealed record BreachView(int Number, BreachCause Cause, Instant ProposedAt, Role ProposerRole, Instant DecideBy)
{
    /// <summary>The custody notice behind it was corrected since and no longer proves reoffending.</summary>
    public bool ProofTakenBack { get; init; }

    /// <summary>It was proposed because of failures, and one of them, or a warning, has been taken back since.</summary>
    public bool BasisTakenBack { get; init; }

    /// <summary>Until when the person may answer, at the least; left out where nobody asks them.</summary>
    public Instant? AnswerUntil { get; init; }

    /// <summary>The person has been told, so the time to answer runs.</summary>
    public bool AnswerAwaited { get; init; }
}
