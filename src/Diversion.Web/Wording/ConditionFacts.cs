using Diversion.Casework.Conditions;
using Diversion.Domain.Conditions;

namespace Diversion.Web.Wording;

/// <summary>The progress of a condition, as facts for a summary list.</summary>
public static class ConditionFacts
{
    public static IEnumerable<(string Key, string Value)> Of(ConditionView condition) =>
    [
        .. Terms(condition),
        .. condition.Facts,
        .. condition.FailedBy is { } cause
            ? [("Failed", cause == FailureCause.Service ? "Through the service: it does not count against the person" : "Through the person")]
            : ((string, string)[])[],
    ];

    /// <summary>What was agreed, if it is not in the condition's name.</summary>
    public static IEnumerable<(string Key, string Value)> Terms(ConditionView condition) => ConditionDescriptors.Of(condition.Kind).Terms(condition);
}
