using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>The row of one case for evaluation. It changes with outcomes, not with plans: most commands leave it alone.</summary>
public static class EvaluationRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows) => rows.Add(Stored(Of(state)));

    public static ReadModelRow Stored(EvaluationRow row) =>
        new(Tables.Evaluation, Partitions.Shard(row.Agreement), row.Agreement, RowOf<EvaluationRow>.Write(row));

    internal static EvaluationRow Of(AgreementState state)
    {
        var (referral, person) = (state.Referral, state.Referral.Person);
        var referredOn = WorkingCalendar.DateOf(referral.ReferredAt);
        var trial = TrialFacts.Of(state);
        var decided = state.BreachesDecided.LastOrDefault();
        var endedOn = state.EndedAt is { } ended ? WorkingCalendar.DateOf(ended) : (LocalDate?)null;
        return new(
            state.Id.Value,
            referredOn,
            person.Sex == Sex.NotKnown ? null : person.Sex,
            AgeBands.Of(person.BornOn, referredOn),
            Code(person.Ethnicity),
            Code(referral.Offence.Group),
            referral.Risk.BandInForce,
            Code(person.Ward),
            Code(person.District),
            trial?.Arm,
            trial?.AllocatedOn,
            trial?.Stratum,
            trial?.Received?.Arm,
            trial?.Received?.On,
            trial?.CrossoverReason,
            referral.ApprovedOn ?? (state.Status == AgreementStatus.NotEligible ? endedOn : null),
            state.Status == AgreementStatus.NotEligible ? NotEligible(referral) : null,
            state.Offer is { } offer ? WorkingCalendar.DateOf(offer.MadeAt) : null,
            state.Status is AgreementStatus.Declined or AgreementStatus.Lapsed ? endedOn : null,
            state.Term?.SignedOn,
            endedOn,
            End(state),
            state.Breach is { } waiting ? WorkingCalendar.DateOf(waiting.ProposedAt) : decided is null ? null : WorkingCalendar.DateOf(decided.ProposedAt),
            decided is null || state.Breach is not null ? null : WorkingCalendar.DateOf(decided.DecidedAt),
            state.Breach is not null ? null : decided?.Decision,
            state.Breach?.Cause ?? decided?.Cause,
            Some(state.Warnings.Count(warning => !warning.Withdrawn)),
            [.. state.Conditions.Select(ConditionText.Write)],
            [.. Meetings(state)],
            [.. state.Victims.All.Select(victim => VictimText.Write(state, victim))],
            Some(Held<SupervisionCondition>(state).Sum(meeting => meeting.Minutes)),
            Some(state.Conditions.OfType<AppointmentCondition>().Where(condition => condition is not (SupervisionCondition or ReparationCondition)).Sum(condition => condition.Appointments.Count(Came))),
            Some(state.Conditions.OfType<ReparationCondition>().Sum(condition => condition.Appointments.Sum(session => session.WorkedMinutes))),
            Some(state.Conditions.OfType<TagMonitoringCondition>().Sum(DaysWorn)),
            FollowUpText.Write(FollowUpFacts.Of(state)),
            trial?.Trial,
            [.. state.Conditions.OfType<PathwayCondition>().Select(condition => ReferralText.Write(state, condition)).OfType<string>()],
            HealthCheckText.Write(state.Support.HealthCheck),
            ExitPlanText.Write(state));
    }

    private static CourseEnd? End(AgreementState state) => state.Term is null ? null : state.Status switch
    {
        AgreementStatus.Completed => CourseEnd.Completed,
        AgreementStatus.Breached => CourseEnd.Breached,
        AgreementStatus.Discontinued => CourseEnd.Discontinued,

        // One that was handed over goes on elsewhere: how it ended is not known here.
        _ => null,
    };

    private static string NotEligible(ReferralState referral) =>
        referral.Answers.FirstOrDefault(answer => answer.Answer == Answer.NotMet) is { } notMet ? $"Not met: {notMet.Message}"
        : referral.Answers.FirstOrDefault(answer => answer.Answer == Answer.NotKnown) is { } notKnown ? $"Not known: {notKnown.Message}"
        : "Not eligible, no rule recorded";

    private static IEnumerable<string> Meetings(AgreementState state) =>
        from condition in state.Conditions.OfType<AppointmentCondition>()
        from appointment in condition.Appointments
        let text = MeetingText.Write(condition, appointment)
        where text is not null
        select text;

    private static IEnumerable<Appointment> Held<TCondition>(AgreementState state) where TCondition : AppointmentCondition =>
        state.Conditions.OfType<TCondition>().SelectMany(condition => condition.Appointments).Where(Came);

    private static bool Came(Appointment appointment) => appointment.Status is AppointmentStatus.Attended or AppointmentStatus.Late;

    private static int DaysWorn(TagMonitoringCondition tag) =>
        tag is { FittedOn: { } fitted, RemovedOn: { } removed } && removed >= fitted ? Period.DaysBetween(fitted, removed) + 1 : 0;

    private static string? Code(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? Some(int count) => count == 0 ? null : count;
}
