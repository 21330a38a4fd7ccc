using System.Collections.Frozen;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions;

/// <summary>The kinds of condition that exist. A new kind is registered here and nowhere else.</summary>
public static class ConditionKinds
{
    private static readonly List<ConditionRules> Registered =
    [
        new NoReoffendingRules(),
        new RestorativeJusticeConditionRules(),
        new ReparationConditionRules(),
        new TagMonitoringConditionRules(),
        new SupervisionConditionRules(),
        new PathwayConditionRules(),
        new CompensationConditionRules(),
        new ApologyConditionRules(),
    ];

    private static readonly Lazy<FrozenDictionary<ConditionKind, ConditionRules>> ByKind = new(() => Registered.ToFrozenDictionary(rules => rules.Kind));

    /// <summary>Each kind with its own cases of <see cref="ConditionTerms"/> and <see cref="Condition"/>.</summary>
    public static IEnumerable<(ConditionKind Kind, Type Terms, Type Condition)> All =>
        Registered.Select(rules => (rules.Kind, rules.TermsType, rules.ConditionType));

    /// <summary>The commands of every kind.</summary>
    internal static IEnumerable<CommandEntry> Commands => Registered.SelectMany(rules => rules.Commands);

    /// <summary>Every kind of terms once; a pathway once for each need.</summary>
    public static IEnumerable<ConditionTerms> ExampleTerms => Registered.SelectMany(rules => rules.ExampleTerms);

    /// <summary>The same, as somebody could draft them for this agreement.</summary>
    internal static IEnumerable<ConditionTerms> ExamplesFor(AgreementState state) => ExampleTerms.Select(example => RulesOf(example.Kind).ExampleFor(state, example));

    public static bool IsMandatory(ConditionKind kind) => RulesOf(kind).IsMandatory;

    internal static string? Explain(string rule, SchemeRules scheme) =>
        Registered.Select(rules => rules.Explain(rule, scheme)).FirstOrDefault(text => text is not null);

    internal static ConditionRules RulesOf(ConditionKind kind) => ByKind.Value[kind];

    /// <summary>For a test of what a new kind takes: it registers one before anything asks for a kind.</summary>
    internal static void Register(ConditionRules rules)
    {
        if (ByKind.IsValueCreated)
        {
            throw new InvalidOperationException($"Register {rules.Kind} before any kind of condition is looked up.");
        }

        Registered.Add(rules);
    }

    /// <summary>The next free id of a kind in this agreement.</summary>
    internal static string NextId(AgreementState state, ConditionKind kind)
    {
        var earlier = state.Conditions.Count(condition => condition.Kind == kind);
        return earlier == 0 ? kind.Slug : $"{kind.Slug}-{earlier + 1}";
    }
}
