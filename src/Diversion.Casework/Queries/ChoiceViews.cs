using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>A kind of condition, or a pathway for one need, that may be chosen or not.</summary>
/// <param name="Title">In words.</param>
/// <param name="Mandatory">Every agreement has it.</param>
/// <param name="Against">Why it may not be chosen, to be shown beside it; left out when it may.</param>
public sealed record ConditionChoiceView(ConditionKind Kind, PathwayKind? Need, string Title, bool Mandatory, string? Against);

/// <summary>The scheme's figures for a draft.</summary>
/// <param name="Most">Conditions in all, no reoffending among them.</param>
public sealed record DraftLimits(int Most, int MostPathways, int DefaultHours, int LeastHours, int MostHours);

/// <param name="Against">Why no offer at all can be made now; left out when one can.</param>
/// <param name="LastDay">Of the term, if signed today.</param>
/// <param name="TooLate">That the term would then end too near the charge-by date; left out when it would not.</param>
/// <param name="Needs">Those recorded for the person.</param>
public sealed record OfferChoices(
    string? Against,
    DraftLimits Limits,
    IReadOnlyList<ConditionChoiceView> Conditions,
    IReadOnlyList<PathwayKind> Needs,
    LocalDate LastDay,
    ChargeByView ChargeBy,
    string? TooLate);

/// <param name="Id">Of a condition of the agreement.</param>
/// <param name="Against">Why it may not be removed; left out when it may.</param>
public sealed record LetGoView(string Id, string Title, string? Against);

/// <param name="LetGo">What may be taken out.</param>
/// <param name="Conditions">What may come in, once what was named has gone.</param>
public sealed record VariationChoices(DraftLimits Limits, IReadOnlyList<LetGoView> LetGo, IReadOnlyList<ConditionChoiceView> Conditions);

/// <param name="LastDay">As it stands.</param>
/// <param name="DaysLeft">Of the allowance over the whole agreement.</param>
/// <param name="LatestDay">The latest safe last day; left out when no extension is possible.</param>
/// <param name="ByChargeBy">The charge-by date, and not the allowance, sets it.</param>
/// <param name="Against">Why none is possible.</param>
public sealed record ExtensionChoices(
    LocalDate LastDay, int DaysLeft, LocalDate? LatestDay, bool ByChargeBy, ChargeByView ChargeBy, string? Against);
