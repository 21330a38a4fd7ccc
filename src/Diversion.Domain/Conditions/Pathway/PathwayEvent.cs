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

        /// <summary>By when the provider makes the first attempt to reach the person; null when nobody asked for attempts.</summary>
        public Deadline? FirstAttempt { get; init; }
    }

    public sealed record PathwayReferralAccepted(string ConditionId) : PathwayEvent
    {
        public Instant? At { get; init; }
    }

    /// <param name="Referral">The deadline for referring to another provider.</param>
    public sealed record PathwayReferralDeclined(string ConditionId, Deadline Referral) : PathwayEvent;

    public sealed record PathwayAssessed(string ConditionId, AssessmentPoint Point, int Score) : PathwayEvent;

    /// <param name="Since">From when attempts count towards the plan.</param>
    /// <param name="Next">The deadline for the next attempt; null when the person was reached, and when it was the last of the plan.</param>
    /// <param name="Decide">The deadline for deciding what is next, after the last attempt of the plan.</param>
    public sealed record PathwayContactAttempted(string ConditionId, ContactAttempt Attempt, Instant Since, Deadline? Next, Deadline? Decide) : PathwayEvent;

    /// <param name="FirstAttempt">Of the plan that begins again; null when none does.</param>
    public sealed record PathwayContactDecided(string ConditionId, ContactNext Next, Instant At, Deadline? FirstAttempt) : PathwayEvent;

    public sealed record PathwayCompleted(string ConditionId) : PathwayEvent;
}
