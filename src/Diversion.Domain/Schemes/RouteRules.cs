using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Schemes;

/// <summary>One way of dealing with an offence out of court, and what it demands.</summary>
/// <param name="OutcomeCode">The Home Office outcome of a case that keeps the agreement.</param>
/// <param name="Recorded">When that outcome is recorded.</param>
/// <param name="Source">Where the demands come from.</param>
/// <param name="Admission">The answers of which one is demanded; empty if none is.</param>
/// <param name="Demands">What else must be recorded before an approval.</param>
/// <param name="ProsecutorAuthority">For offences of these classes the Crown Prosecution Service has to give its authority.</param>
/// <param name="Explain">What is explained to the person, one sentence each; printed on the agreement and signed for.</param>
/// <param name="ChildrenOnly">For people under 18, so never used here: it is in the list to say so.</param>
/// <param name="SwitchedOff">The law has it but it has not begun.</param>
/// <param name="From">The first day on which it may be used; null from the beginning of the scheme.</param>
/// <param name="Until">The last day; null without an end.</param>
public sealed record RouteRules(
    string Id,
    string Title,
    string OutcomeCode,
    OutcomeMoment Recorded,
    string Source,
    ImmutableArray<AdmissionAnswer> Admission = default,
    ImmutableArray<BasisDemand> Demands = default,
    ImmutableArray<OffenceClass> ProsecutorAuthority = default,
    ImmutableArray<string> Explain = default,
    bool ChildrenOnly = false,
    bool SwitchedOff = false,
    LocalDate? From = null,
    LocalDate? Until = null)
{
    /// <summary>The Home Office outcome of a deferred prosecution, recorded when the activity is done.</summary>
    public const string DeferredProsecution = "22";

    /// <summary>For schemes from before routes were data: the scheme's own rules demand what there is to demand.</summary>
    public static readonly ImmutableArray<RouteRules> Usual =
    [
        new("outcome-22", "Deferred prosecution (outcome 22)", DeferredProsecution, OutcomeMoment.ActivityDone, "Crime outcomes in England and Wales, outcomes framework"),
    ];

    public ImmutableArray<AdmissionAnswer> Admission { get; init; } = Given(Admission);

    public ImmutableArray<BasisDemand> Demands { get; init; } = Given(Demands);

    public ImmutableArray<OffenceClass> ProsecutorAuthority { get; init; } = Given(ProsecutorAuthority);

    public ImmutableArray<string> Explain { get; init; } = Given(Explain);

    public bool IsOpenOn(LocalDate day) => !ChildrenOnly && !SwitchedOff && !(day < From) && !(day > Until);

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}

public enum OutcomeMoment
{
    /// <summary>Once every condition was kept.</summary>
    ActivityDone,

    /// <summary>On the day of signing.</summary>
    Signing,
}

/// <summary>Parts of the basis that a route may demand.</summary>
public enum BasisDemand
{
    /// <summary>An interview or other evidence, with its reference.</summary>
    Evidence,

    /// <summary>The evidential test is met, and it is known who decided so.</summary>
    EvidentialTest,

    /// <summary>Reasons why it is in the public interest not to prosecute.</summary>
    PublicInterest,

    /// <summary>Legal advice was offered.</summary>
    LegalAdvice,
}
