using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Conditions.Course;

/// <param name="CourseId">Of the scheme's course, as are the three after it: the rules at the signing stay.</param>
/// <param name="Sessions">Of the whole course.</param>
/// <param name="LeastSessions">With so many of them attended, the whole course counts.</param>
/// <param name="By">By when.</param>
public sealed record CourseCondition(string Id, string CourseId, string Title, int Sessions, int LeastSessions, string? Provider, Deadline By) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Course;

    public override string? PartnerProvider => Provider;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        IsOpen && Provider is { } own && !known.Contains(own) ? this with { Provider = provider } : this;

    /// <summary>The first day of the course; null until the person has a place on it.</summary>
    public LocalDate? StartsOn { get; init; }

    public int Attended => Appointments.Count(static session => session.Status is AppointmentStatus.Attended or AppointmentStatus.Late);

    /// <summary>Without those that the service cancelled: they are held again.</summary>
    public int Held => Attended + Appointments.Count(static session => session.Status is AppointmentStatus.MissedAcceptable or AppointmentStatus.MissedUnacceptable);

    internal bool IsDone => Attended >= Sessions || (Attended >= LeastSessions && Held >= Sessions);

    /// <summary>The whole course was offered, and too many sessions were missed without an excuse.</summary>
    internal bool ShortfallIsParticipants =>
        !IsDone && Held >= Sessions && Sessions - Appointments.Count(static session => session.Status == AppointmentStatus.MissedUnacceptable) < LeastSessions;

    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment) => IsDone ? state.Settled(DoneId(Id)) : state;

    internal static string BookedId(string id) => $"{id}/booked";

    internal static string DoneId(string id) => $"{id}/done";
}
