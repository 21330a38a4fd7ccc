using Diversion.Domain.Conditions;

namespace Diversion.Web.Pages.Conditions;

/// <summary>One kind of condition to be ticked.</summary>
/// <param name="Id">Of its control; its details are below <c>details-</c> and the same.</param>
/// <param name="Against">Why it cannot be chosen; null when it can.</param>
public sealed record ConditionChoiceItem(ConditionKind Kind, string Id, string Title, string Hint, bool HasDetails, bool Chosen, string? Against);
