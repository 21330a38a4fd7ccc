using Diversion.Casework.Conditions;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Conditions as the person is told of them. Left out on purpose: the kind of support (health data), its provider (whose
/// name may reveal it), and the places of a tag's zones, which may be where a victim lives. They are on the paper.
/// </summary>
internal static class ConditionTexts
{
    public static string Plain(ConditionTerms terms, SchemeRules scheme) => ConditionDescriptors.Of(terms.Kind).Plain(terms, scheme);

    public static string Plain(Condition condition, SchemeRules scheme) => ConditionDescriptors.Of(condition.Kind).Plain(condition, scheme);

    /// <summary>What happens if things go wrong, one line per step, with the scheme's own figures.</summary>
    public static string IfBroken(SchemeRules scheme)
    {
        var steps = scheme.Breach;
        return $"""
            {Times(steps.FirstWarningAt)}: you get a first warning.
            {Times(steps.FinalWarningAt)}: you get a final warning.
            {Times(steps.ProposeAt)}: a manager looks at your case and decides what happens.
            """;
    }

    /// <summary>What leads to a breach proposal without any earlier warning.</summary>
    public static string AtOnce(bool hasTag) => hasTag
        ? "If you break the law again, are violent or cut off your tag, a manager looks at your case at once."
        : "If you break the law again or are violent, a manager looks at your case at once.";

    private static string Times(int count) => count switch { 1 => "Once", 2 => "Twice", _ => $"{count} times" };
}
