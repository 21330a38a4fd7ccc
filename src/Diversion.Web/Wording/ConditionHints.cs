using Diversion.Domain.Conditions;

namespace Diversion.Web.Wording;

/// <summary>Explains a kind of condition to the person who chooses it.</summary>
public static class ConditionHints
{
    public static string Of(ConditionKind kind) => kind switch
    {
        ConditionKind.NoReoffending => "Always part of an agreement.",
        ConditionKind.Supervision => "Meetings with the key worker, who stays with the person.",
        ConditionKind.RestorativeJustice => "Voluntary for the victim at every step.",
        ConditionKind.Reparation => "Unpaid work that helps the community.",
        ConditionKind.TagMonitoring => "A GPS tag, with the person’s consent.",
        ConditionKind.Pathway => "Support with a need behind the offending.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };
}
