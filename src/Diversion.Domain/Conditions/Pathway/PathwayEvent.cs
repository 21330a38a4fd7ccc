using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Pathway;

public abstract record PathwayEvent : ConditionKindEvent
{
    private PathwayEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Pathway;

    public sealed record PathwayBegan(string ConditionId, PathwayKind Need, string Provider, Deadline Referral, Deadline Acceptance) : PathwayEvent;

    public sealed record PathwayReferralSent(string ConditionId, string Provider) : PathwayEvent;

    public sealed record PathwayReferralAccepted(string ConditionId) : PathwayEvent;

    /// <param name="Referral">The deadline for referring to another provider.</param>
    public sealed record PathwayReferralDeclined(string ConditionId, Deadline Referral) : PathwayEvent;

    public sealed record PathwayAssessed(string ConditionId, AssessmentPoint Point, int Score) : PathwayEvent;

    public sealed record PathwayCompleted(string ConditionId) : PathwayEvent;
}
