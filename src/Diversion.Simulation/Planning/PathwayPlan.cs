using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>A partner accepts the referral, assesses, meets the person for some weeks, assesses again and closes.</summary>
internal static class PathwayPlan
{
    private const int FewestSessions = 4;
    private const int MostSessions = 8;
    private const int SessionMinutes = 60;
    private static readonly Duration ClosingTime = Duration.FromDays(7);

    public static void Refer(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) =>
        {
            if (Open(state, open.Track) is not { Referral: PathwayReferral.NotSent or PathwayReferral.Declined } condition)
            {
                return null;
            }

            var other = condition.Referral == PathwayReferral.Declined ? Another(file, condition.Provider) : null;
            return new PathwayCommand.SendPathwayReferral(condition.Id, other) { By = file.Team.Worker(state), At = on };
        });

    public static void Plan(CaseFile file, AgreementState state, PathwayCondition condition, Instant now, Setting setting)
    {
        if (condition.Referral == PathwayReferral.Sent && file.IsNew($"{condition.Id}/answer/{condition.Provider}"))
        {
            Answer(file, condition.Id, now, setting);
        }

        if (condition.Referral != PathwayReferral.Accepted)
        {
            return;
        }

        if (condition.StartScore is null && file.IsNew($"{condition.Id}/start"))
        {
            file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(1, 4), file.Chance), (then, on) => Assess(file, then, condition.Id, AssessmentPoint.Start, on));
        }
        else if (condition.StartScore is not null && condition.EndScore is null && !AnyOpen(condition))
        {
            Continue(file, state, condition, now, setting);
        }
        else if (condition.EndScore is not null && file.IsNew($"{condition.Id}/close"))
        {
            file.Plan(setting.Hours.FirstAfter(now), (then, on) => Close(file, then, condition.Id, true, null, on));
        }
    }

    private static void Continue(CaseFile file, AgreementState state, PathwayCondition condition, Instant now, Setting setting)
    {
        if (!file.IsNew($"{condition.Id}/next/{condition.Appointments.Length}"))
        {
            return;
        }

        if (condition.Appointments.Length == 2 && file.Chance.Weighted(
                1 - setting.Behaviour["pathway.droppedOut"] - setting.Behaviour["pathway.serviceFailed"],
                setting.Behaviour["pathway.droppedOut"],
                setting.Behaviour["pathway.serviceFailed"]) is not 0 and var way)
        {
            var cause = way == 1 && file.Participant.Reliability > 0 ? FailureCause.Participant : FailureCause.Service;
            file.Plan(setting.Hours.DaysAfter(now, 3, file.Chance), (then, on) => Close(file, then, condition.Id, false, cause, on));
            return;
        }

        // The number of sessions for a need is fixed per case, not drawn again after each.
        var enough = FewestSessions + ((file.Index + (int)condition.Need) % (MostSessions - FewestSessions + 1));
        var at = setting.Hours.DaysAfter(now, file.Chance.Between(0, 1), file.Chance);
        if (condition.Appointments.Count(session => session.Status is not (AppointmentStatus.CancelledByService or AppointmentStatus.Superseded)) >= enough || at >= state.Term!.EndsAt - ClosingTime)
        {
            file.Plan(at, (then, on) => Assess(file, then, condition.Id, AssessmentPoint.End, on));
        }
        else
        {
            file.Plan(at, (then, on) => Schedule(file, then, condition.Id, on, setting));
        }
    }

    private static void Answer(CaseFile file, string id, Instant now, Setting setting)
    {
        var at = setting.Hours.DaysAfter(now, file.Chance.Between(1, 9), file.Chance);
        if (!file.Participant.Traits.Prompt && file.Chance.Happens(setting.Behaviour["pathway.providerDeclines"]))
        {
            file.Plan(at, (state, on) => Open(state, id) is { Referral: PathwayReferral.Sent } asked
                ? new PathwayCommand.DeclinePathwayReferral(id) { By = file.Team.ProviderOr(asked.Provider, state), At = on, Reason = "No place for the next weeks." }
                : null);
        }
        else
        {
            file.Plan(at, (state, on) => Open(state, id) is { Referral: PathwayReferral.Sent } asked
                ? new PathwayCommand.AcceptPathwayReferral(id) { By = file.Team.ProviderOr(asked.Provider, state), At = on }
                : null);
        }
    }

    private static PathwayCommand.RecordPathwayAssessment? Assess(CaseFile file, AgreementState state, string id, AssessmentPoint point, Instant now)
    {
        if (Open(state, id) is not { } condition || (point == AssessmentPoint.End && AnyOpen(condition)))
        {
            return null;
        }

        var score = point == AssessmentPoint.Start
            ? file.Chance.Between(1, 6)
            : Math.Min(10, condition.StartScore!.Value + file.Chance.Weighted(0.15, 0.2, 0.3, 0.25, 0.1));
        return new PathwayCommand.RecordPathwayAssessment(id, point, score) { By = file.Team.ProviderOr(condition.Provider, state), At = now };
    }

    private static AgreementCommand? Schedule(CaseFile file, AgreementState state, string id, Instant now, Setting setting)
    {
        if (Open(state, id) is not { } condition || AnyOpen(condition))
        {
            return null;
        }

        var starts = Diary.FirstFree(state, setting.Hours.DaysAfter(now, file.Chance.Between(2, 6), file.Chance), SessionMinutes, setting.Hours);
        return starts >= state.Term!.EndsAt
            ? Assess(file, state, id, AssessmentPoint.End, now)
            : new AppointmentCommand.ScheduleAppointment(id, $"p-{condition.Appointments.Length + 1}", starts, SessionMinutes, condition.Provider)
            {
                By = file.Team.ProviderOr(condition.Provider, state),
                At = now,
            };
    }

    private static PathwayCommand.ClosePathway? Close(
        CaseFile file, AgreementState state, string id, bool completed, FailureCause? cause, Instant now) =>
        Open(state, id) is { } condition && !AnyOpen(condition)
            ? new PathwayCommand.ClosePathway(id, completed, cause)
            {
                By = file.Team.ProviderOr(condition.Provider, state),
                At = now,
                Reason = cause switch { null => null, FailureCause.Participant => "Stopped coming.", _ => "The service closed the course." },
            }
            : null;

    private static PathwayCondition? Open(AgreementState state, string id) =>
        state.Status.IsRunning() && state.ConditionOrNull(id) is PathwayCondition { IsOpen: true } open ? open : null;

    private static bool AnyOpen(PathwayCondition condition) =>
        condition.Appointments.Any(session => session.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited);

    private static string Another(CaseFile file, string provider)
    {
        var known = file.Team.Staff.Providers.Select(staff => staff.Organisation!).ToArray();
        return known[(Array.IndexOf(known, provider) + 1) % known.Length];
    }
}
