using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Conditions.Reparation;

public sealed record ReparationCondition(string Id, int TargetMinutes, string? Provider = null) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Reparation;

    public Placement? Placement { get; init; }

    /// <summary>Never above the target.</summary>
    public int CreditedMinutes { get; init; }

    /// <summary>
    /// Enough work was offered, and not done. Where the service offered too little, cancelled it, or did not write down
    /// what came of it, and where an absence was excused, the missing hours are the service's to settle.
    /// </summary>
    public bool ShortfallIsParticipants =>
        CreditedMinutes < TargetMinutes && Appointments.Where(IsTheirs).Sum(session => session.Minutes) >= TargetMinutes;

    private static bool IsTheirs(Appointment session) =>
        session.Status is AppointmentStatus.Attended or AppointmentStatus.Late or AppointmentStatus.MissedUnacceptable;

    internal static string HalfId(string id) => $"{id}/half";

    internal static string AllId(string id) => $"{id}/all";

    internal override int Credit(Appointment appointment, int attendedMinutes, int penaltyMinutes)
    {
        var without = CreditedMinutes - appointment.CreditedMinutes;
        return Math.Clamp(attendedMinutes - penaltyMinutes, 0, TargetMinutes - without);
    }

    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment)
    {
        var credited = Appointments.Sum(session => session.CreditedMinutes);
        state = state.With(this with { CreditedMinutes = credited });
        if (credited * 2 >= TargetMinutes)
        {
            state = state.Settled(HalfId(Id));
        }

        return credited >= TargetMinutes ? state.Settled(AllId(Id)) : state;
    }
}

public sealed record Placement(string ProjectId, string Project, bool CommunitySafety, LocalDate StartsOn);
