using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Sharing;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Referral;

/// <summary>What is known about person, offence and eligibility.</summary>
/// <param name="SafeguardingConcern">Null until the check is back; true for a child-protection case.</param>
/// <param name="DomesticAbuseConcern">Null until the check is back.</param>
public sealed record ReferralState(
    Person Person,
    Offence Offence,
    StaffRef Officer,
    Instant ReferredAt,
    ChargeBy ChargeBy,
    string? CustodyReference = null,
    bool? SafeguardingConcern = null,
    bool? DomesticAbuseConcern = null,
    TrialArm? Arm = null)
{
    /// <summary>The case's place in a trial; null where it has none. <see cref="Arm"/> is the arm of it.</summary>
    public TrialAllocation? Allocation { get; init; }

    /// <summary>A lead left the case out of the trial; null when nobody did.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>The offences beside the first one, <see cref="Offence"/>.</summary>
    public ImmutableArray<NumberedOffence> FurtherOffences { get; init; } = [];

    /// <summary>The number of the offence that was recorded last, also when it was removed since.</summary>
    public int LastOffence { get; init; } = 1;

    public EligibilityFacts Facts { get; init; } = EligibilityFacts.None;

    /// <summary>Which of <see cref="ContactField.Telephone"/> and <see cref="ContactField.Email"/> turned out to take no messages.</summary>
    public ImmutableArray<ContactField> Failing { get; init; } = [];

    /// <summary>The person agreed to emails, and there is an address that is not known to fail.</summary>
    public bool CanBeEmailed() => Person.CanBeEmailed() && !Failing.Contains(ContactField.Email);

    /// <summary>The person agreed to texts, and there is a number that is not known to fail.</summary>
    public bool CanBeTexted() => Person.CanBeTexted() && !Failing.Contains(ContactField.Telephone);

    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>What those who meet the person have to be careful of.</summary>
    public string? StaffRisk { get; init; }

    /// <summary>Needs that no service meets, in the order in which they were recorded; those that are met since among them.</summary>
    public ImmutableArray<UnmetNeed> UnmetNeeds { get; init; } = [];

    /// <summary>What the person said last to each sharing agreement that asks for their consent.</summary>
    public ImmutableArray<SharingConsent> SharingConsents { get; init; } = [];

    public RiskAssessment Risk { get; init; } = RiskAssessment.None;

    public string? SafeguardingNote { get; init; }

    public string? DomesticAbuseNote { get; init; }

    public ImmutableArray<RuleAnswer> Answers { get; init; } = [];

    /// <summary>Rules that are not met and are overridden.</summary>
    public ImmutableArray<OverriddenRule> Overrides { get; init; } = [];

    /// <summary>Null when nobody overrode the risk band, or the band was recorded again since.</summary>
    public OverriddenRisk? RiskOverride { get; init; }

    /// <summary>The day of the valid approval; null before one, and for approvals from before this was stored.</summary>
    public LocalDate? ApprovedOn { get; init; }

    /// <summary>When the trial allocated the arm; null where there is none.</summary>
    public Instant? ArmAllocatedAt => Allocation?.At;

    /// <summary>The stratum of the allocation; null where there is none.</summary>
    public string? Stratum => Allocation?.Stratum;

    /// <summary>Id of the person who sent the referral; null when it is the officer.</summary>
    public string? ReferredBy { get; init; }

    public ImmutableArray<PathwayKind> Needs { get; init; } = [];

    public ImmutableArray<string> Goals { get; init; } = [];

    /// <summary>Other cases that may be of the same person and were seen before continuing: the latest of each.</summary>
    public ImmutableArray<SeenDuplicate> SeenDuplicates { get; init; } = [];

    /// <summary>Nobody approves a referral that they made or that is theirs.</summary>
    public bool IsOwn(Actor by) => Same(by.Id, Officer.Id) || Same(by.Id, ReferredBy);

    /// <summary>Every offence of the case.</summary>
    public IEnumerable<NumberedOffence> Offences => FurtherOffences.Prepend(new NumberedOffence(1, Offence));

    /// <param name="sharing">The number of a sharing agreement.</param>
    public SharingConsent? ConsentTo(int sharing) => SharingConsents.FirstOrDefault(one => one.Sharing == sharing);

    public Offence? OffenceOrNull(int number) => Offences.FirstOrDefault(one => one.Number == number)?.Offence;

    private static bool Same(string id, string? other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    public bool ChecksBack => SafeguardingConcern is not null && DomesticAbuseConcern is not null;
}
