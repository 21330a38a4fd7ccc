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

    public override string? PartnerProvider => Provider;

    public override PathwayKind? ForNeed => Need;
}

public enum PathwayReferral
{
    NotSent,
    Sent,
    Accepted,
    Declined,
}
