namespace Diversion.Domain.Schemes;

/// <summary>One eligibility rule as data: which test, with which parameters, message and source.</summary>
/// <param name="Test">The name of a test that the domain knows, see <see cref="EligibilityTest"/>.</param>
/// <param name="Number">The test's figure (years, months, a count), if it has one.</param>
/// <param name="Values">The test's list (districts, bands, offence groups), if it has one.</param>
/// <param name="Overridable">A sergeant may override it, with a reason, when it is known and not met.</param>
public sealed record EligibilityRule(
    string Id,
    EligibilityTest Test,
    int? Number,
    ImmutableArray<string> Values,
    string Message,
    string Source,
    bool Overridable = false)
{
    /// <summary>Age and an excluded offence are never overridden, whatever the data say.</summary>
    public bool MayBeOverridden => Overridable && !NeverOverridden(Test);

    public static bool NeverOverridden(EligibilityTest test) => test is EligibilityTest.AgeAtLeast or EligibilityTest.OffenceGroupNotIn;
}

public enum EligibilityTest
{
    /// <summary>Age on the day of the offence is at least the number.</summary>
    AgeAtLeast,

    /// <summary>Home district is one of the values.</summary>
    HomeDistrictIn,

    /// <summary>Offence district is one of the values.</summary>
    OffenceDistrictIn,

    /// <summary>Fewer than this many months between offence and assessment.</summary>
    OffenceWithinMonths,

    /// <summary>The risk band in force (override, else officer's judgement, else the tool's) is one of the values.</summary>
    RiskBandIn,

    /// <summary>The offence's group is not one of the values.</summary>
    OffenceGroupNotIn,

    /// <summary>None of the values (court order, suspended sentence, ...) applies today.</summary>
    NoCurrentOrder,

    /// <summary>No co-accused person's case is pending.</summary>
    NoCoAccusedPending,

    /// <summary>The person admits all of the offence, whatever the route demands.</summary>
    Admission,

    /// <summary>An admission, or sufficient evidence.</summary>
    AdmissionOrEvidence,

    /// <summary>Everything that the case's route demands is recorded and met, see <see cref="RouteRules"/>.</summary>
    RouteDemands,

    /// <summary>The victim's views were sought, or there is no victim.</summary>
    VictimViewsSought,

    /// <summary>At most this many earlier convictions that are not yet spent by age.</summary>
    PreviousConvictionsAtMost,

    /// <summary>Domestic abuse. The value is the policy: "excluded", or "sergeant" (only with a sergeant's approval).</summary>
    DomesticAbusePolicy,
}
