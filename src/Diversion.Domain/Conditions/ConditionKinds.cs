using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Domain.Conditions;

/// <summary>The kinds of condition that exist. A new kind is registered here and nowhere else.</summary>
internal static class ConditionKinds
{
    private static readonly ConditionRules[] All =
    [
        new NoReoffendingRules(),
        new RestorativeJusticeConditionRules(),
        new ReparationConditionRules(),
        new TagMonitoringConditionRules(),
        new SupervisionConditionRules(),
        new PathwayConditionRules(),
    ];

    /// <summary>Every kind of terms once; a pathway once for each need.</summary>
    public static IEnumerable<ConditionTerms> ExampleTerms { get; } = [.. All.SelectMany(rules => rules.ExampleTerms)];

    public static ConditionRules RulesOf(ConditionKind kind) => All[(int)kind];

    /// <summary>The next free id of a kind in this agreement.</summary>
    public static string NextId(AgreementState state, ConditionKind kind)
    {
        var slug = RulesOf(kind).Slug;
        var earlier = state.Conditions.Count(condition => condition.Kind == kind);
        return earlier == 0 ? slug : $"{slug}-{earlier + 1}";
    }
}
