using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Conditions.Pathway;

public sealed record PathwayCondition(
    string Id,
    PathwayKind Need,
    string Provider,
    PathwayReferral Referral = PathwayReferral.NotSent,
    int? StartScore = null,
    int? EndScore = null,
    bool Completed = false) : AppointmentCondition(Id)
{
    public override ConditionKind Kind => ConditionKind.Pathway;

    /// <summary>Which service of the directory, as it was called on the day; null when none was named.</summary>
    public ServiceRef? Service { get; init; }

    public Instant? SentAt { get; init; }

    public Instant? AcceptedAt { get; init; }

    /// <summary>By when the scheme wants it accepted, counted from the signing.</summary>
    public Instant? AcceptBy { get; init; }

    /// <summary>Null while nobody has accepted it.</summary>
    public bool? AcceptedInTime => AcceptedAt is { } accepted ? accepted <= AcceptBy : null;

    /// <summary>By the provider that has the referral now, in the order in which they were recorded.</summary>
    public ImmutableArray<ContactAttempt> Attempts { get; init; } = [];

    /// <summary>From when attempts count towards the plan; null when none has begun.</summary>
    public Instant? TriedSince { get; init; }

    /// <summary>The provider has spoken to the person or met them.</summary>
    public bool Reached { get; init; }

    /// <summary>The last decision after a plan without success.</summary>
    public ContactNext? AfterAttempts { get; init; }

    public override string? PartnerProvider => Provider;

    internal override AgreementState AfterAttendance(AgreementState state, Appointment appointment) =>
        appointment.Status is AppointmentStatus.Attended or AppointmentStatus.Late ? PathwayContact.Met(state, Id) : state;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        IsOpen && provider is not null && !known.Contains(Provider) ? this with { Provider = provider, Service = null } : this;

    public override PathwayKind? ForNeed => Need;
}

public enum PathwayReferral
{
    NotSent,
    Sent,
    Accepted,
    Declined,
}
