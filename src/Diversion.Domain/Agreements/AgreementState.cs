using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Streams;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Agreements;

/// <summary>Everything about one agreement that decisions need; built by folding its events.</summary>
/// <param name="Version">Number of events folded in.</param>
public sealed record AgreementState(AgreementId Id, int Version, SchemeRef Scheme, AgreementStatus Status, ReferralState Referral) : IStreamState
{
    public VictimsState Victims { get; init; } = VictimsState.NotRecorded;

    public OfferState? Offer { get; init; }

    public TermState? Term { get; init; }

    public StaffRef? KeyWorker { get; init; }

    /// <summary>The team responsible for the case. Before signing there is no key worker, so it is the officer's team.</summary>
    public string? Team => (KeyWorker ?? Referral.Officer).Team;

    /// <summary>The worker who covers for the key worker; null when nobody does.</summary>
    public Cover? Cover { get; init; }

    /// <summary>The team that is asked to take the case; null when none is.</summary>
    public TeamRequest? TeamAsked { get; init; }

    /// <summary>Who supervises for us where the person has moved to; null when nobody does.</summary>
    public CourtesySupervision? CourtesySupervision { get; init; }

    /// <summary>Set once the case was handed over to another force or programme.</summary>
    public HandOver? HandedOver { get; init; }

    /// <summary>Where the case came from; null for one that was referred here.</summary>
    public Origin? Origin { get; init; }

    public int KeyWorkerChanges { get; init; }

    /// <summary>The last change of key worker; null when there was none.</summary>
    public Term.WorkerHandover? WorkerHandover { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    public ImmutableArray<Failure> Failures { get; init; } = [];

    /// <summary>What the person has to be told, or was told, oldest first.</summary>
    public ImmutableArray<PersonNews> News { get; init; } = [];

    /// <summary>What the person said to a warning or a proposed breach, oldest first; those that were corrected among them.</summary>
    public ImmutableArray<PersonAnswer> Answers { get; init; } = [];

    public ImmutableArray<Warning> Warnings { get; init; } = [];

    /// <summary>Ids of incidents of violence.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>The proposal that waits for a lead's decision; null when there is none.</summary>
    public BreachState? Breach { get; init; }

    public int BreachesProposed { get; init; }

    public ImmutableArray<DecidedBreach> BreachesDecided { get; init; } = [];

    public ImmutableArray<Alert> Alerts { get; init; } = [];

    /// <summary>News that arrived after the end, about something that happened within the term.</summary>
    public ImmutableArray<string> LateNews { get; init; } = [];

    /// <summary>Custody notices from before the signing; the condition takes them over.</summary>
    public ImmutableArray<CustodyNotice> EarlyNotices { get; init; } = [];

    public int AlertsRaised { get; init; }

    /// <summary>Complaints about how the case is dealt with, oldest first.</summary>
    public ImmutableArray<Complaint> Complaints { get; init; } = [];

    /// <summary>What the person asked of their record, oldest first.</summary>
    public ImmutableArray<DataRequest> DataRequests { get; init; } = [];

    /// <summary>What the person is offered beside the conditions: it decides nothing.</summary>
    public SupportState Support { get; init; } = SupportState.None;

    /// <summary>What goes on after the last day, and with whom.</summary>
    public ExitPlan ExitPlan { get; init; } = ExitPlan.None;

    /// <summary>Appointments with services that were booked from their free slots, in the order of booking; those that were cancelled among them.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>What lets the person in to their own page; null when they were given nothing.</summary>
    public OwnPageAccess? OwnPage { get; init; }

    /// <summary>The papers of the case, oldest first; those that were removed among them.</summary>
    public ImmutableArray<Document> Documents { get; init; } = [];

    /// <summary>What happened to the case afterwards; null until it is recorded, and after a completion.</summary>
    public CaseOutcome? CaseOutcome { get; init; }

    /// <summary>What became of the person afterwards, by the police's records.</summary>
    public FollowUpState FollowUp { get; init; } = FollowUpState.None;

    /// <summary>The day from which the person is followed up: of the allocation, without one of the signing; null when there was neither.</summary>
    public LocalDate? FollowUpStart => FollowUp.AllocatedOn ?? Term?.SignedOn;

    /// <summary>How long the record is kept, and whether it was erased; null while nobody decided anything about it.</summary>
    public KeepingState? Keeping { get; init; }

    /// <summary>The record names nobody any more.</summary>
    public bool IsErased => Keeping?.ErasedAt is not null;

    /// <summary>When the agreement ended, for whatever reason.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsTerminal => Status.IsTerminal();

    public bool ChildProtection => Referral.SafeguardingConcern == true;

    public Condition? ConditionOrNull(string id)
    {
        foreach (var condition in Conditions)
        {
            if (condition.Id == id)
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>The condition of an event; if it is missing, the stream is corrupt.</summary>
    public TCondition Condition<TCondition>(string id) where TCondition : Condition =>
        ConditionOrNull(id) as TCondition
        ?? throw new InvalidOperationException($"Agreement {Id} has no condition {id} of kind {typeof(TCondition).Name}.");

    public PersonNews? NewsOrNull(string id)
    {
        foreach (var news in News)
        {
            if (news.Id == id)
            {
                return news;
            }
        }

        return null;
    }

    /// <summary>How the person was told about a warning; null when nobody has recorded it.</summary>
    public Told? ToldOf(Warning warning) => NewsOrNull(PersonNews.IdOf(NewsKind.Warning, warning.Number))?.Told;

    /// <summary>What stands of the person's answers to a piece of news.</summary>
    public IEnumerable<PersonAnswer> AnswersTo(string news) => Answers.Where(answer => answer.News == news && !answer.Superseded);

    /// <summary>
    /// A breach waits, the person has neither answered nor said that they do not wish to, and the time for it is not over.
    /// It does not run before the person has been told.
    /// </summary>
    public bool MayAnswer(Instant now) =>
        Breach is { AnswerUntil: { } until } waiting && (!waiting.AnswerAwaited || now < until) && !AnswersTo(waiting.News).Any();

    public bool HasObligation(string obligation)
    {
        foreach (var open in Obligations)
        {
            if (open.Id == obligation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An appointment booked for the obligation has no outcome yet. Until it has one, the outcome is chased and not the
    /// obligation.
    /// </summary>
    public bool AwaitsOutcome(Obligation open) =>
        ConditionOrNull(open.Track) is { } condition && ConditionKinds.RulesOf(condition.Kind).AwaitsOutcome(condition, open);

    internal AgreementState With(Condition changed)
    {
        for (var i = 0; i < Conditions.Length; i++)
        {
            if (Conditions[i].Id == changed.Id)
            {
                return this with { Conditions = Conditions.SetItem(i, changed) };
            }
        }

        return this with { Conditions = Conditions.Add(changed) };
    }

    internal AgreementState WithObligation(Obligation promise) => this with { Obligations = Obligations.Add(promise) };

    internal AgreementState WithObligation(string id, string track, Deadline? deadline, Addressee owner, bool afterEnd = false) =>
        deadline is null ? this : WithObligation(new Obligation(id, track, deadline, owner, AfterEnd: afterEnd));

    /// <summary>Closes the obligation as kept or void; does nothing if it was not open.</summary>
    internal AgreementState Settled(string obligation)
    {
        for (var i = 0; i < Obligations.Length; i++)
        {
            if (Obligations[i].Id == obligation)
            {
                return this with { Obligations = Obligations.RemoveAt(i) };
            }
        }

        return this;
    }

    internal AgreementState SettledTrack(string track) =>
        this with { Obligations = Obligations.RemoveAll(open => open.Track == track && !open.AfterEnd) };

    internal AgreementState Ended(AgreementStatus status, Instant at) => TellingEvolution.LettersLapsed(this with
    {
        Status = status,
        EndedAt = at,
        Breach = null,
        TeamAsked = null,
        CourtesySupervision = null,
        Obligations = Obligations.RemoveAll(open => !open.AfterEnd),
        Alerts = Alerts.RemoveAll(static alert => alert.Kind is AlertKind.RecordsMissingAfterEnd or AlertKind.ChargeByApproaching),
    });

    internal AgreementState WithoutAlert(AlertKind kind, string subject) =>
        this with { Alerts = Alerts.RemoveAll(alert => alert.Kind == kind && alert.Subject == subject) };

    internal AgreementState WithoutAlerts(AlertKind kind) => this with { Alerts = Alerts.RemoveAll(alert => alert.Kind == kind) };
}
