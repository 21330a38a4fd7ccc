using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;

namespace Diversion.Domain.Schemes;

/// <summary>Exactly one of the two is positive: calendar months (checkpoint) or weeks (turning-point).</summary>
public sealed record TermRules(int Months, int Weeks);

public sealed record OfferRules(int LapseDays);

public sealed record CheckRules(int DueWorkingDays);

/// <param name="MarginDays">An agreement must end at least this many days before the charge-by date.</param>
/// <param name="AlertDays">Days before the charge-by date on which an undecided breach is raised to a lead again, descending.</param>
public sealed record ChargeByRules(int MarginDays, ImmutableArray<int> AlertDays);

/// <param name="Most">Conditions in one agreement, including the mandatory no-reoffending.</param>
/// <param name="MostPathways">Pathway conditions in one agreement.</param>
public sealed record ConditionLimits(int Most, int MostPathways);

/// <param name="VictimContactWorkingDays">Counted from signing.</param>
/// <param name="VictimAnswerWorkingDays">Counted from the contact.</param>
/// <param name="HeldByWeek">The meeting or letter has taken place by the end of this week of the term.</param>
public sealed record RestorativeJusticeRules(int VictimContactWorkingDays, int VictimAnswerWorkingDays, int HeldByWeek);

/// <param name="PlacementDays">Calendar days from signing to an arranged placement.</param>
/// <param name="FinishDaysBeforeEnd">All hours are credited this many days before the end of the term.</param>
/// <param name="CommunitySafetyPercent">The target: more than this share of projects and of hours is for community safety or the environment; null for 50.</param>
public sealed record ReparationRules(int DefaultHours, int LeastHours, int MostHours, int PlacementDays, int FinishDaysBeforeEnd, int? CommunitySafetyPercent = null)
{
    private const int UsualTarget = 50;

    /// <summary>In percent.</summary>
    public int CommunitySafetyTarget => CommunitySafetyPercent ?? UsualTarget;
}

/// <param name="ViolationLimit">Number of reviewed violations that is still within the limit; each further one is an
/// unexcused failure.</param>
public sealed record TagMonitoringRules(int FitWorkingDays, int ReviewWorkingDays, int RemovalWorkingDays, int ViolationLimit);

/// <param name="WeeklyPeriods">Number of one-week periods before periods become two weeks.</param>
/// <param name="LateAfterMinutes">An arrival later than this is recorded as late.</param>
public sealed record SupervisionRules(int FirstMeetingWorkingDays, int WeeklyPeriods, int LateAfterMinutes);

/// <param name="CheckWorkingDays">From the letter to the check whether it is fit.</param>
/// <param name="RewriteWorkingDays">From a check that found it unfit to the next letter.</param>
/// <param name="EndWorkingDays">From a check that found it fit to its being handed over or kept.</param>
public sealed record LetterOfApologyRules(int CheckWorkingDays = 5, int RewriteWorkingDays = 10, int EndWorkingDays = 10);

/// <param name="TeamAnswerWorkingDays">For the manager of a team that is asked to take a case: the person waits for nobody
/// meanwhile, since the present key worker goes on.</param>
/// <param name="ConfirmWorkingDays">For another force or programme to confirm that it has a case that was handed over.</param>
/// <param name="ConfirmDaysBeforeChargeBy">It is chased this many days ahead of the charge-by date, if that is earlier: the
/// date must not pass between two programmes.</param>
/// <param name="HandoverMeetingWorkingDays">From a change of key worker to the meeting in which the case is handed over.</param>
public sealed record TransferRules(int TeamAnswerWorkingDays = 2, int ConfirmWorkingDays = 5, int ConfirmDaysBeforeChargeBy = 14, int HandoverMeetingWorkingDays = 5);

/// <summary>A scheme that has no such setting allows no donations.</summary>
/// <param name="MostPence">At most so much.</param>
/// <param name="WithinWeeks">From signing to the donation; never beyond the term.</param>
public sealed record DonationRules(int MostPence = 10_000, int WithinWeeks = 8);

/// <summary>A course that a condition can be.</summary>
/// <param name="LeastSessions">With so many of its sessions attended, the whole course counts.</param>
/// <param name="BookWorkingDays">From signing to a place on it.</param>
/// <param name="WithinWeeks">From signing to the last session; never beyond the term.</param>
public sealed record CourseRules(string Id, string Title, int Sessions, int LeastSessions, int BookWorkingDays, int WithinWeeks, string Source);

/// <param name="Months">From allocation, or signing without one: over each a result is owed. Ascending, 12 at least. Null for 12 and 24.</param>
/// <param name="WaitingMonths">For an offence within them to be proven by conviction or caution.</param>
/// <param name="RecordWorkingDays">From the end of the waiting time to the recorded search.</param>
public sealed record FollowUpRules(ImmutableArray<int>? Months = null, int WaitingMonths = 6, int RecordWorkingDays = 20)
{
    /// <summary>Ministry of Justice, proven reoffending statistics: 12 months; 24 as in the trials of Checkpoint and Turning Point.</summary>
    public ImmutableArray<int> AllMonths => Months ?? [12, 24];
}

/// <param name="DoneWorkingDays">From the person's yes to the health check.</param>
/// <param name="OutcomeWorkingDays">From an onward referral to what came of it.</param>
public sealed record HealthCheckRules(int DoneWorkingDays = 20, int OutcomeWorkingDays = 20);

/// <param name="FirstWorkingDays">From the match to the first meeting.</param>
/// <param name="NextWorkingDays">From one meeting to the next; then the mentor is asked whether it goes on.</param>
public sealed record MentoringRules(int FirstWorkingDays = 10, int NextWorkingDays = 20);

/// <summary>Weeks 8 and 14 of the agreement, and calls 4 and 12 weeks after it, as the programme wants them.</summary>
/// <param name="BeginByWeek">What goes on after the last day is begun to be planned by the end of this week of the term.</param>
/// <param name="AgreeByWeek">The person agrees to it by the end of this week; never beyond the term.</param>
/// <param name="CallWeeks">From the last day to each call, ascending. Null for 4 and 12.</param>
public sealed record ExitPlanRules(int BeginByWeek = 8, int AgreeByWeek = 14, ImmutableArray<int>? CallWeeks = null)
{
    public ImmutableArray<int> AllCallWeeks => CallWeeks ?? [4, 12];
}

/// <param name="Contact">Null for a scheme from before this setting.</param>
public sealed record PathwayRules(int ReferralWorkingDays, int AcceptanceWorkingDays, ContactPlanRules? Contact = null)
{
    public ContactPlanRules ContactPlan => Contact ?? new ContactPlanRules();
}

/// <summary>
/// How a provider tries to reach somebody who was referred: social workers in Warrington made several attempts, in different
/// ways, before they gave up (Revolving Doors Agency).
/// </summary>
/// <param name="Attempts">At least so many.</param>
/// <param name="Ways">In at least so many different ways.</param>
/// <param name="AtAnotherTime">One at another part of the day, in the evening or at the weekend.</param>
/// <param name="WorkingDays">Over which they are spread.</param>
/// <param name="DecideWorkingDays">From the last of them to the key worker's decision on what is next.</param>
public sealed record ContactPlanRules(int Attempts = 3, int Ways = 2, bool AtAnotherTime = true, int WorkingDays = 5, int DecideWorkingDays = 2);

/// <summary>How soon an event must be recorded, settled or proved.</summary>
/// <param name="ReminderDaysBefore">Days before a meeting or session on which the participant is reminded, descending.</param>
/// <param name="CreditToleranceMinutes">An attendance may be this much longer than planned.</param>
public sealed record RecordingRules(
    int OutcomeWorkingDays,
    int EvidenceWorkingDays,
    int ConcludingWorkingDays,
    int SettleWorkingDays,
    ImmutableArray<int> ReminderDaysBefore,
    int CreditToleranceMinutes = 10);

/// <summary>The overdue ladder, in order.</summary>
public sealed record EscalationRules(ImmutableArray<EscalationStep> Ladder);

/// <param name="WorkingDays">After the deadline; 0 is the deadline itself.</param>
public sealed record EscalationStep(int WorkingDays, Addressee To);

public enum Addressee
{
    Participant,
    KeyWorker,
    TeamManager,
    ProgrammeLead,
    PoliceOfficer,
    Sergeant,
    Facilitator,
    Provider,

    /// <summary>Whoever evaluates the programme: works with rows and files, and opens no case.</summary>
    Analyst,

    /// <summary>The manager of a team that is asked to take a case.</summary>
    ReceivingManager,
}

/// <param name="FirstWarningAt">Number of valid unexcused failures that brings the first warning; likewise for the others.</param>
/// <param name="MostExtensionDays">In total, over the whole agreement.</param>
/// <param name="WarningMustBeTold">A failure leads to the next step only if the person had been told of the last warning
/// before the failure happened.</param>
/// <param name="DecideWorkingDays">From the end of the time to answer, or from the answer.</param>
/// <param name="AnswerWorkingDays">From the telling of a proposed breach to the day by which the person may answer; 0 for a scheme that does not ask.</param>
/// <param name="ContestWorkingDays">From what the person says against a warning to the decision on it.</param>
/// <param name="DecideDaysBeforeChargeBy">Days that a decision should leave before the charge-by date. The time to answer is shortened for it.</param>
public sealed record BreachRules(
    int FirstWarningAt,
    int FinalWarningAt,
    int ProposeAt,
    int DecideWorkingDays,
    int MostExtensionDays,
    bool WarningMustBeTold = true,
    int AnswerWorkingDays = 5,
    int DecideDaysBeforeChargeBy = 7,
    int ContestWorkingDays = 5);

/// <summary>Counted from the day on which the complaint was made.</summary>
public sealed record ComplaintRules(int AcknowledgeWorkingDays = 10, int AnswerWorkingDays = 30);

/// <param name="WorkingDays">From the event to the deadline for telling the person.</param>
public sealed record TellPersonRules(int WorkingDays = 1);

/// <param name="Review">Null for a scheme from before this setting.</param>
public sealed record VictimRules(int ToldWorkingDays, int ToldEnhancedWorkingDays, int SupportReferralWorkingDays, VictimReviewRules? Review = null)
{
    public VictimReviewRules Reviews => Review ?? VictimReviewRules.Usual;
}

/// <param name="OutcomeYears">From the end of a case to the review of its record, where its outcome has no period of its own.</param>
public sealed record RetentionRules(int OutcomeYears, int DraftDays, OutcomeRetention? Outcomes = null, PaperRetention? Papers = null)
{
    public int YearsOf(AgreementStatus outcome) => outcome switch
    {
        AgreementStatus.NotEligible => Outcomes?.NotEligible,
        AgreementStatus.Control => Outcomes?.Control,
        AgreementStatus.Declined => Outcomes?.Declined,
        AgreementStatus.Lapsed => Outcomes?.Lapsed,
        AgreementStatus.Completed => Outcomes?.Completed,
        AgreementStatus.Breached => Outcomes?.Breached,
        AgreementStatus.Discontinued => Outcomes?.Discontinued,
        _ => null,
    } ?? OutcomeYears;

    /// <returns>Null for a kind that is kept as long as the record.</returns>
    public int? YearsOf(DocumentKind kind) => kind switch
    {
        DocumentKind.SignedAgreement => Papers?.SignedAgreement,
        DocumentKind.ExcuseEvidence => Papers?.ExcuseEvidence,
        DocumentKind.Assessment => Papers?.Assessment,
        DocumentKind.Letter => Papers?.Letter,
        DocumentKind.PhotoOfWork => Papers?.PhotoOfWork,
        _ => Papers?.Other,
    };
}

/// <summary>Years from the end of a case that ended like this; null takes that of every outcome.</summary>
public sealed record OutcomeRetention(
    int? NotEligible = null, int? Control = null, int? Declined = null, int? Lapsed = null, int? Completed = null, int? Breached = null, int? Discontinued = null);

/// <summary>Years from the end of the case, or from adding a paper after it; null: as long as the record.</summary>
public sealed record PaperRetention(
    int? SignedAgreement = null, int? ExcuseEvidence = null, int? Assessment = null, int? Letter = null, int? PhotoOfWork = null, int? Other = null);
