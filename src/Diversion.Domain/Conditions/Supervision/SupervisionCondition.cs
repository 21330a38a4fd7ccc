using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Supervision;

public sealed record SupervisionCondition(string Id) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Supervision;

    /// <summary>The current period; null when the last has ended.</summary>
    public SupervisionPeriod? Current { get; init; }

    public int PeriodsOpened { get; init; }

    public ImmutableArray<SupervisionPeriod> Periods { get; init; } = [];

    /// <summary>Periods, ended or current, without an attended or excused meeting.</summary>
    public ImmutableArray<SupervisionPeriod> Unsettled => Periods.RemoveAll(IsSettled);

    internal static string FirstId(string id) => $"{id}/first";

    internal static string PeriodId(string id, int period) => $"{id}/period/{period}";

    internal bool IsSettled(SupervisionPeriod period)
    {
        if (period.Excused)
        {
            return true;
        }

        foreach (var meeting in Appointments)
        {
            if (meeting.Status is AppointmentStatus.Attended or AppointmentStatus.Late or AppointmentStatus.MissedAcceptable
                && period.Covers(WorkingCalendar.DateOf(meeting.StartsAt)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A meeting in these days that was held or excused, or that is still to be; null when another is needed.</summary>
    internal Appointment? HeldOrExpectedIn(LocalDate from, LocalDate to) => Appointments.FirstOrDefault(meeting =>
        meeting.Status is AppointmentStatus.Scheduled or AppointmentStatus.Attended or AppointmentStatus.Late or AppointmentStatus.MissedAcceptable or AppointmentStatus.EvidenceAwaited
        && WorkingCalendar.DateOf(meeting.StartsAt) is var day && from <= day && day <= to);

    /// <summary>A meeting was booked in time for the obligation, and it is not known yet whether it settles it.</summary>
    internal bool AwaitsOutcomeFor(Obligation open)
    {
        foreach (var meeting in Appointments)
        {
            if (meeting.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited && IsFor(open, meeting))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An attended or excused meeting settles its period. After a missed one, the worker must arrange another in the same
    /// period, or excuse the period.
    /// </summary>
    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment)
    {
        if (appointment.Status != AppointmentStatus.CancelledByService)
        {
            state = state.With(this with { Status = ConditionStatus.InProgress }).Settled(FirstId(Id));
        }

        return PeriodOf(appointment) is { } period && IsSettled(period) ? state.Settled(PeriodId(Id, period.Number)) : state;
    }

    internal AgreementState WithObligation(AgreementState state, SupervisionPeriod period)
    {
        var id = PeriodId(Id, period.Number);
        if (IsSettled(period))
        {
            return state.Settled(id);
        }

        return state.HasObligation(id) ? state : state.WithObligation(id, Id, period.Meeting, Addressee.KeyWorker);
    }

    private bool IsFor(Obligation open, Appointment meeting) => open.Deadline.Rule switch
    {
        RuleIds.SupervisionFirst => meeting.StartsAt <= open.Deadline.Due,
        RuleIds.SupervisionPeriod => PeriodOf(meeting) is { } period && open.Id == PeriodId(Id, period.Number),
        _ => false,
    };

    private SupervisionPeriod? PeriodOf(Appointment meeting)
    {
        var day = WorkingCalendar.DateOf(meeting.StartsAt);
        foreach (var period in Periods)
        {
            if (period.Covers(day))
            {
                return period;
            }
        }

        return null;
    }
}

/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Meeting">The deadline for holding a meeting.</param>
/// <param name="Excused">Excused without a meeting, through nobody's fault.</param>
public sealed record SupervisionPeriod(int Number, LocalDate From, LocalDate To, Instant EndsAt, Deadline Meeting, bool Excused = false)
{
    public bool Covers(LocalDate day) => From <= day && day <= To;
}
