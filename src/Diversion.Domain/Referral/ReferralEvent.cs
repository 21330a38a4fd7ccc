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

    /// <param name="ReferredBy">Id of whoever sent the referral, where that is not the officer whose case it is.</param>
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
        Deadline DomesticAbuseCheck,
        string? ReferredBy = null) : ReferralEvent;

    public sealed record Amended(Person Person, Offence Offence, ChargeBy ChargeBy) : ReferralEvent;

    /// <param name="Contact">Whole, as it is now.</param>
    /// <param name="Changed">What of it is new.</param>
    public sealed record ContactChanged(ContactDetails Contact, ImmutableArray<ContactField> Changed) : ReferralEvent;

    public sealed record FactsRecorded(EligibilityFacts Facts) : ReferralEvent;

    public sealed record RiskRecorded(string? Tool, decimal? Score, RiskBand? ToolBand, RiskBand? JudgedBand) : ReferralEvent;

    /// <param name="From">The band that was overridden; null before this was kept, as the other fields.</param>
    public sealed record RiskOverridden(
        RiskBand Band, RiskBand? From = null, string? Reason = null, StaffRef? By = null, Instant? At = null) : ReferralEvent;

    public sealed record CheckReturned(CheckKind Check, bool Concern, string? Note) : ReferralEvent;

    /// <summary>A sergeant overrode one rule: a decision of its own, recorded before the approval that rests on it.</summary>
    public sealed record RuleOverridden(string Rule, string Message, string FactsUsed, string Reason, StaffRef By, Instant At) : ReferralEvent;

    /// <param name="Overrides">Of events from before each override had its own.</param>
    /// <param name="On">The day on which the rules were asked; null in events from before it was kept.</param>
    public sealed record EligibilityApproved(
        ImmutableArray<RuleAnswer> Answers, ImmutableArray<RuleOverride> Overrides, LocalDate? On = null) : ReferralEvent;

    /// <summary>Somebody went on although the person may have other cases.</summary>
    public sealed record PossibleDuplicatesSeen(
        ImmutableArray<PossibleDuplicate> Cases, string Reason, DuplicateStage Stage, bool BySergeant) : ReferralEvent;

    public sealed record FoundNotEligible(ImmutableArray<RuleAnswer> Answers, Instant At) : ReferralEvent;

    public sealed record ArmAllocated(TrialArm Arm, string Stratum, int Number, Instant At) : ReferralEvent;

    public sealed record NeedsRecorded(ImmutableArray<PathwayKind> Needs) : ReferralEvent;

    public sealed record GoalsRecorded(ImmutableArray<string> Goals) : ReferralEvent;
}
