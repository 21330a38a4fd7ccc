using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Supervision;

public sealed record SupervisionCondition(string Id) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Supervision;

    /// <summary>The one that runs now; null when the last has ended.</summary>
    public SupervisionPeriod? Current { get; init; }

    public int PeriodsOpened { get; init; }

    /// <summary>Periods, ended or running, in which no meeting is settled yet.</summary>
    public ImmutableArray<SupervisionPeriod> Unsettled { get; init; } = [];

    internal static string FirstId(string id) => $"{id}/first";

    internal static string PeriodId(string id, int period) => $"{id}/period/{period}";

    /// <summary>
    /// An attended or excused meeting settles its period. So does a missed one whose failure was counted: the person
    /// has answered for it by a warning, and two warnings do not by themselves undo an agreement that was carried through.
    /// </summary>
    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment)
    {
        state = state.With(this with { Status = ConditionStatus.InProgress }).Settled(FirstId(Id));
        if (appointment.Status is not (AppointmentStatus.Attended or AppointmentStatus.Late
            or AppointmentStatus.MissedAcceptable or AppointmentStatus.MissedUnacceptable))
        {
            return state;
        }

        var day = WorkingCalendar.DateOf(appointment.StartsAt);
        return Unsettled.FirstOrDefault(period => period.From <= day && day <= period.To) is { } settled
            ? Settle(state, settled)
            : state;
    }

    internal AgreementState Settle(AgreementState state, SupervisionPeriod period) => state
        .With(state.Condition<SupervisionCondition>(Id) with { Unsettled = Unsettled.Remove(period) })
        .Settled(PeriodId(Id, period.Number));
}

public sealed record SupervisionPeriod(int Number, LocalDate From, LocalDate To, Instant EndsAt);
