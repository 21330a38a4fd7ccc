using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using Diversion.Domain.Sharing;

namespace Diversion.Domain.Referral;

public abstract record ReferralEvent : AgreementEvent
{
    private ReferralEvent()
    {
    }

    /// <param name="ReferredBy">Id of the person who sent the referral, if that is not the officer of the case.</param>
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

    /// <param name="ChargeBy">The earliest of all offences, with this one.</param>
    public sealed record OffenceAdded(int Number, Offence Offence, ChargeBy ChargeBy) : ReferralEvent;

    public sealed record OffenceCorrected(int Number, Offence Offence, ChargeBy ChargeBy) : ReferralEvent;

    public sealed record OffenceRemoved(int Number, ChargeBy ChargeBy) : ReferralEvent;

    public sealed record CircumstancesRecorded(Circumstances Circumstances) : ReferralEvent;

    /// <param name="Risk">Null when there is none any more.</param>
    public sealed record StaffRiskRecorded(string? Risk) : ReferralEvent;

    /// <param name="Contact">All of it, as it is now.</param>
    /// <param name="Changed">Which parts are new.</param>
    public sealed record ContactChanged(ContactDetails Contact, ImmutableArray<ContactField> Changed) : ReferralEvent;

    public sealed record FactsRecorded(EligibilityFacts Facts) : ReferralEvent;

    public sealed record RiskRecorded(string? Tool, decimal? Score, RiskBand? ToolBand, RiskBand? JudgedBand) : ReferralEvent;

    /// <param name="From">The band that was overridden; null in events from before this was stored, as are the other fields.</param>
    public sealed record RiskOverridden(
        RiskBand Band, RiskBand? From = null, string? Reason = null, StaffRef? By = null, Instant? At = null) : ReferralEvent;

    public sealed record CheckReturned(CheckKind Check, bool Concern, string? Note) : ReferralEvent;

    /// <summary>A sergeant overrode one rule: a decision of its own, recorded before the approval that depends on it.</summary>
    public sealed record RuleOverridden(string Rule, string Message, string FactsUsed, string Reason, StaffRef By, Instant At) : ReferralEvent;

    /// <param name="Overrides">Only in events from before each override had an event of its own.</param>
    /// <param name="On">The day as of which the rules were checked; null in events from before this was stored.</param>
    public sealed record EligibilityApproved(
        ImmutableArray<RuleAnswer> Answers, ImmutableArray<RuleOverride> Overrides, LocalDate? On = null) : ReferralEvent;

    /// <summary>Somebody continued although the person may have other cases.</summary>
    public sealed record PossibleDuplicatesSeen(
        ImmutableArray<PossibleDuplicate> Cases, string Reason, DuplicateStage Stage, bool BySergeant) : ReferralEvent;

    public sealed record FoundNotEligible(ImmutableArray<RuleAnswer> Answers, Instant At) : ReferralEvent;

    /// <summary>The position of an allocation that only the trial itself has.</summary>
    public const int KeptByTheTrial = 0;

    /// <param name="Number">The position in the stratum's sequence, from an earlier version; since then <see cref="KeptByTheTrial"/>.</param>
    public sealed record ArmAllocated(TrialArm Arm, string Stratum, int Number, Instant At) : ReferralEvent
    {
        /// <summary>Null for an arm that was typed, by an earlier version.</summary>
        public string? Trial { get; init; }

        /// <summary>Of the arm in the protocol.</summary>
        public string? Code { get; init; }

        /// <summary>Over the whole trial.</summary>
        public int? InTrial { get; init; }

        /// <summary>The earlier case of the same person in which it was drawn.</summary>
        public AgreementId? FirstCase { get; init; }

        public bool? ResearchConsent { get; init; }
    }

    /// <summary>A lead left the case out of the trial.</summary>
    public sealed record LeftOutOfTrial(string Trial, string Reason, StaffRef By, Instant At) : ReferralEvent;

    public sealed record CrossoverRecorded(TrialArm Received, LocalDate On, string Reason, StaffRef By, Instant At) : ReferralEvent;

    public sealed record ResearchConsentRecorded(bool Given) : ReferralEvent;

    public sealed record UnmetNeedRecorded(int Number, PathwayKind Need, UnmetBecause Because, string? What, LocalDate On, string RecordedBy) : ReferralEvent;

    public sealed record UnmetNeedMet(int Number, LocalDate On) : ReferralEvent;

    /// <param name="Organisation">As it was called on the day.</param>
    public sealed record SharingConsentRecorded(int Sharing, string Organisation, SharingPurpose Purpose, bool Given, LocalDate On, string RecordedBy) : ReferralEvent;

    public sealed record NeedsRecorded(ImmutableArray<PathwayKind> Needs) : ReferralEvent;

    public sealed record GoalsRecorded(ImmutableArray<string> Goals) : ReferralEvent;
}
