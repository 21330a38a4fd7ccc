using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;

namespace Diversion.Casework.Conditions;

/// <summary>Conditions as text.</summary>
public static class ConditionWords
{
    public static string Of(Condition condition) => ConditionDescriptors.Of(condition.Kind).Title(condition);

    public static string Of(AgreementState state, string conditionId) =>
        state.ConditionOrNull(conditionId) is { } condition ? Of(condition) : Of(conditionId);

    /// <summary>From the id only: <c>pathway-2</c> is "pathway 2".</summary>
    public static string Of(string conditionId) => ConditionDescriptors.OfSlug(conditionId)?.Name ?? conditionId.Replace('-', ' ');
}
