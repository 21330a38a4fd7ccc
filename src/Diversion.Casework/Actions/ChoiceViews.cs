using Diversion.Casework.Record;
using Diversion.Casework.Services;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;

namespace Diversion.Casework.Actions;

/// <summary>A kind of condition, or a pathway for one need, that may or may not be chosen.</summary>
/// <param name="Title">As text.</param>
/// <param name="Mandatory">Every agreement has it.</param>
/// <param name="Against">Why it may not be chosen, shown beside it; left out when it may.</param>
public sealed record ConditionChoiceView(ConditionKind Kind, PathwayKind? Need, string Title, bool Mandatory, string? Against);

/// <summary>The scheme's figures for a draft.</summary>
/// <param name="Most">Conditions in all, including no reoffending.</param>
public sealed record DraftLimits(int Most, int MostPathways, int DefaultHours, int LeastHours, int MostHours)
{
    /// <summary>The scheme's courses.</summary>
    public IReadOnlyList<CourseChoice> Courses { get; init; } = [];

    /// <summary>Of a donation; null where the scheme allows none.</summary>
    public int? MostDonationPence { get; init; }
}

/// <param name="LeastSessions">With so many attended, the whole course counts.</param>
public sealed record CourseChoice(string Id, string Title, int Sessions, int LeastSessions);

/// <param name="Against">Why no offer at all can be made now; left out when one can.</param>
/// <param name="LastDay">Of the term, if signed today.</param>
/// <param name="TooLate">The term would then end too near the charge-by date; left out when it would not.</param>
/// <param name="Needs">Those recorded for the person.</param>
public sealed record OfferChoices(
    string? Against,
    DraftLimits Limits,
    IReadOnlyList<ConditionChoiceView> Conditions,
    IReadOnlyList<PathwayKind> Needs,
    LocalDate LastDay,
    ChargeByView ChargeBy,
    string? TooLate)
{
    /// <summary>Services of the directory for a pathway: those that fit the person, nearest first, then the others with why not.</summary>
    public IReadOnlyList<ServiceChoice> Services { get; init; } = [];
}

/// <param name="Id">Id of a condition of the agreement.</param>
/// <param name="Against">Why it may not be removed; left out when it may.</param>
public sealed record LetGoView(string Id, string Title, string? Against);

/// <param name="LetGo">What may be removed.</param>
/// <param name="Conditions">What may be added, once the named ones are removed.</param>
public sealed record VariationChoices(DraftLimits Limits, IReadOnlyList<LetGoView> LetGo, IReadOnlyList<ConditionChoiceView> Conditions)
{
    /// <inheritdoc cref="OfferChoices.Services"/>
    public IReadOnlyList<ServiceChoice> Services { get; init; } = [];
}

/// <param name="LastDay">The present last day.</param>
/// <param name="DaysLeft">What is left of the allowance for the whole agreement.</param>
/// <param name="LatestDay">The latest safe last day; left out when no extension is possible.</param>
/// <param name="ByChargeBy">The charge-by date, not the allowance, is the limit.</param>
/// <param name="Against">Why none is possible.</param>
public sealed record ExtensionChoices(
    LocalDate LastDay, int DaysLeft, LocalDate? LatestDay, bool ByChargeBy, ChargeByView ChargeBy, string? Against);
