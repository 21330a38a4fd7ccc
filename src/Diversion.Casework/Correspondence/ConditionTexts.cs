using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Conditions as the person is told of them. Left out on purpose: the kind of support (health data), its provider (whose
/// name may reveal it), and the places of a tag's zones, which may be where a victim lives. They are on the paper.
/// </summary>
internal static class ConditionTexts
{
    public static string Plain(ConditionTerms terms, SchemeRules scheme) => terms switch
    {
        ConditionTerms.NoReoffending => "Do not break the law.",
        ConditionTerms.Supervision => Supervision(scheme),
        ConditionTerms.Reparation own => Reparation(own.Hours ?? scheme.Reparation.DefaultHours),
        ConditionTerms.TagMonitoring { Curfew: { } hours } => $"{Tag} Be at home from {Wording.Time(hours.From)} to {Wording.Time(hours.Until)}.",
        ConditionTerms.TagMonitoring => Tag,
        ConditionTerms.RestorativeJustice => RestorativeJustice,
        ConditionTerms.Pathway => Pathway,
        _ => throw new ArgumentOutOfRangeException(nameof(terms), terms, "No words for this condition."),
    };

    /// <summary>A condition that is set up, with the figures it was set up with.</summary>
    public static string Plain(Condition condition, SchemeRules scheme) => condition.Kind switch
    {
        ConditionKind.NoReoffending => "Do not break the law.",
        ConditionKind.Supervision => Supervision(scheme),
        ConditionKind.Reparation => Reparation(((Domain.Conditions.Reparation.ReparationCondition)condition).TargetMinutes / 60),
        ConditionKind.TagMonitoring => Tag,
        ConditionKind.RestorativeJustice => RestorativeJustice,
        ConditionKind.Pathway => Pathway,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Kind, "No words for this condition."),
    };

    /// <summary>For staff: which condition, in two or three words.</summary>
    public static string Short(ConditionKind kind) => kind switch
    {
        ConditionKind.NoReoffending => "no reoffending",
        ConditionKind.Supervision => "supervision meetings",
        ConditionKind.Reparation => "reparation hours",
        ConditionKind.TagMonitoring => "tag monitoring",
        ConditionKind.RestorativeJustice => "restorative justice",
        ConditionKind.Pathway => "pathway",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this condition."),
    };

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

    private const string Tag = "Wear a tag. Keep to the places and times in your agreement.";
    private const string RestorativeJustice = "Help to put things right with the person you harmed, if they want to. Someone will talk with you about it first.";
    private const string Pathway = "Go to the support that you chose with us.";

    private static string Supervision(SchemeRules scheme) => scheme.Supervision.WeeklyPeriods switch
    {
        0 => "Meet your key worker every 2 weeks.",
        1 => "Meet your key worker in the first week, then every 2 weeks.",
        var weeks => $"Meet your key worker every week for {weeks} weeks, then every 2 weeks.",
    };

    private static string Reparation(int hours) => $"Do {hours} hours of unpaid work that helps the community.";

    private static string Times(int count) => count switch { 1 => "Once", 2 => "Twice", _ => $"{count} times" };
}
