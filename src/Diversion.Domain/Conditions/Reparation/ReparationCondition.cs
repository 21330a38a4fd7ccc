using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Conditions.Reparation;

public sealed record ReparationCondition(string Id, int TargetMinutes, string? Provider = null) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Reparation;

    public override string? PartnerProvider => Provider;

    /// <summary>For whom the work is; null for the community.</summary>
    public int? Victim { get; init; }

    public override int? ForVictim => Victim;

    /// <summary>The victim said after the signing that they do not want it.</summary>
    public bool Unwanted { get; init; }

    /// <summary>Nobody works for a victim who does not want it.</summary>
    internal override bool StopsWhenBlocked => Victim is not null;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        IsOpen && Provider is { } own && !known.Contains(own) ? this with { Provider = provider } : this;

    public Placement? Placement { get; init; }

    /// <summary>Never above the target.</summary>
    public int CreditedMinutes { get; init; }

    /// <summary>
    /// Enough work was offered and not done. If the service offered too little, cancelled it or did not record the outcome,
    /// or if an absence was excused, the service settles the missing hours.
    /// </summary>
    public bool ShortfallIsParticipants =>
        !Unwanted && CreditedMinutes < TargetMinutes && Appointments.Where(IsTheirs).Sum(session => session.Minutes) >= TargetMinutes;

    private static bool IsTheirs(Appointment session) =>
        session.Status is AppointmentStatus.Attended or AppointmentStatus.Late or AppointmentStatus.MissedUnacceptable;

    internal static string HalfId(string id) => $"{id}/half";

    internal static string AllId(string id) => $"{id}/all";

    internal override int Credit(Appointment appointment, int workedMinutes) =>
        ((ReparationCondition)With(appointment with { WorkedMinutes = workedMinutes })).Credited().AppointmentOrNull(appointment.Id)!.CreditedMinutes;

    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment)
    {
        // Where the session was held stays, whatever placement comes after it.
        var credited = (appointment.HeldAt is null ? (ReparationCondition)With(appointment with { HeldAt = Placement }) : this).Credited();
        state = state.With(credited);
        if (credited.IsHalfDone)
        {
            state = state.Settled(HalfId(Id));
        }

        return credited.IsDone ? state.Settled(AllId(Id)) : state;
    }

    internal bool IsHalfDone => CreditedMinutes * 2 >= TargetMinutes;

    internal bool IsDone => CreditedMinutes >= TargetMinutes;

    /// <summary>Work beyond the target is kept: it counts when an earlier session is corrected to less.</summary>
    private ReparationCondition Credited()
    {
        var left = TargetMinutes;
        var sessions = Appointments.ToBuilder();
        for (var i = 0; i < sessions.Count; i++)
        {
            var credit = Math.Min(sessions[i].WorkedMinutes, left);
            sessions[i] = sessions[i] with { CreditedMinutes = credit };
            left -= credit;
        }

        return this with { Appointments = sessions.MoveToImmutable(), CreditedMinutes = TargetMinutes - left };
    }
}

public sealed record Placement(string ProjectId, string Project, bool CommunitySafety, LocalDate StartsOn);
