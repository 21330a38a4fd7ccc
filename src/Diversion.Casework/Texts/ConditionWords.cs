using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Casework.Texts;

/// <summary>Conditions as text.</summary>
public static class ConditionWords
{
    /// <summary>A pathway by its need: "drugs and alcohol pathway". There may be two.</summary>
    public static string Of(Condition condition) => condition is PathwayCondition { Need: var need }
        ? $"{(need == PathwayKind.SexualExploitation ? "sexual exploitation" : Words.Of(need))} pathway"
        : Of(condition.Id);

    public static string Of(AgreementState state, string conditionId) =>
        state.ConditionOrNull(conditionId) is { } condition ? Of(condition) : Of(conditionId);

    /// <summary>From the id only: <c>pathway-2</c> is "pathway 2".</summary>
    public static string Of(string conditionId) => conditionId switch
    {
        "no-reoffending" => "no reoffending",
        "restorative-justice" => "restorative justice",
        "reparation" => "reparation",
        "tag-monitoring" => "tag monitoring",
        "supervision" => "supervision meetings",
        "pathway" => "pathway",
        _ => conditionId.Replace('-', ' '),
    };
}
