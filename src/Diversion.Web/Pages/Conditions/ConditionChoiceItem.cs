using Diversion.Domain.Conditions;

namespace Diversion.Web.Pages.Conditions;

/// <summary>One kind of condition with its tick box.</summary>
/// <param name="Id">Id of its control; the id of its details is <c>details-</c> followed by it.</param>
/// <param name="Against">Why it cannot be chosen; null when it can.</param>
public sealed record ConditionChoiceItem(ConditionKind Kind, string Id, string Title, string Hint, bool HasDetails, bool Chosen, string? Against);
