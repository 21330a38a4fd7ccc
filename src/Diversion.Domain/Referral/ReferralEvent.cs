using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Referral;

public abstract record ReferralEvent : AgreementEvent
{
    private ReferralEvent()
    {
    }

    public sealed record Referred(
        AgreementId Id,
        SchemeRef Scheme,
        Person Person,
        Offence Offence,
        StaffRef Officer,
        string? CustodyReference,
        Instant At,
        ChargeBy ChargeBy,
        Deadline SafeguardingCheck,
        Deadline DomesticAbuseCheck) : ReferralEvent;

    public sealed record Amended(Person Person, Offence Offence, ChargeBy ChargeBy) : ReferralEvent;

    /// <param name="Contact">Whole, as it is now.</param>
    /// <param name="Changed">What of it is new.</param>
    public sealed record ContactChanged(ContactDetails Contact, ImmutableArray<ContactField> Changed) : ReferralEvent;

    public sealed record FactsRecorded(EligibilityFacts Facts) : ReferralEvent;

    public sealed record RiskRecorded(string? Tool, decimal? Score, RiskBand? ToolBand, RiskBand? JudgedBand) : ReferralEvent;

    public sealed record RiskOverridden(RiskBand Band) : ReferralEvent;

    public sealed record CheckReturned(CheckKind Check, bool Concern, string? Note) : ReferralEvent;

    public sealed record EligibilityApproved(ImmutableArray<RuleAnswer> Answers, ImmutableArray<RuleOverride> Overrides) : ReferralEvent;

    /// <summary>Somebody went on although the person may have other cases.</summary>
    public sealed record PossibleDuplicatesSeen(
        ImmutableArray<PossibleDuplicate> Cases, string Reason, DuplicateStage Stage, bool BySergeant) : ReferralEvent;

    public sealed record FoundNotEligible(ImmutableArray<RuleAnswer> Answers, Instant At) : ReferralEvent;

    public sealed record ArmAllocated(TrialArm Arm, string Stratum, int Number, Instant At) : ReferralEvent;

    public sealed record NeedsRecorded(ImmutableArray<PathwayKind> Needs) : ReferralEvent;

    public sealed record GoalsRecorded(ImmutableArray<string> Goals) : ReferralEvent;
}
