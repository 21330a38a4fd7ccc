using Diversion.Domain.Breach;

namespace Diversion.Casework.Analysis;

/// <summary>Why a breach was proposed, as text.</summary>
public static class BreachCauseWords
{
    public static string Of(BreachCause cause) => cause switch
    {
        BreachCause.UnexcusedFailures => "unexcused failures",
        BreachCause.ProvedReoffending => "reoffending, charged or admitted",
        BreachCause.TagCut => "the tag was cut",
        BreachCause.Violence => "violence",
        BreachCause.ConditionsNotKept => "conditions were not kept by the end",
        _ => "the proposer's own judgement",
    };
}
