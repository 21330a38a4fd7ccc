using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Pathway;

public abstract record PathwayEvent : ConditionKindEvent
{
    private PathwayEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Pathway;

    public sealed record PathwayBegan(string ConditionId, PathwayKind Need, string Provider, Deadline Referral, Deadline Acceptance) : PathwayEvent
    {
        public ServiceRef? Service { get; init; }
    }

    public sealed record PathwayReferralSent(string ConditionId, string Provider) : PathwayEvent
    {
        public ServiceRef? Service { get; init; }

        /// <summary>Null for referrals from before waiting times were measured, as in <see cref="PathwayReferralAccepted"/>.</summary>
        public Instant? At { get; init; }
    }

    public sealed record PathwayReferralAccepted(string ConditionId) : PathwayEvent
    {
        public Instant? At { get; init; }
    }

    /// <param name="Referral">The deadline for referring to another provider.</param>
    public sealed record PathwayReferralDeclined(string ConditionId, Deadline Referral) : PathwayEvent;

    public sealed record PathwayAssessed(string ConditionId, AssessmentPoint Point, int Score) : PathwayEvent;

    public sealed record PathwayCompleted(string ConditionId) : PathwayEvent;
}
