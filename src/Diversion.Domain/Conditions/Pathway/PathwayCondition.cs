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

    public override string? PartnerProvider => Provider;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        IsOpen && provider is not null && !known.Contains(Provider) ? this with { Provider = provider } : this;

    public override PathwayKind? ForNeed => Need;
}

public enum PathwayReferral
{
    NotSent,
    Sent,
    Accepted,
    Declined,
}
