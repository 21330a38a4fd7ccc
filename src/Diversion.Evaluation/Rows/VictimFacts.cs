namespace Diversion.Evaluation.Rows;

/// <summary>One victim of a person's offence. Null: not known, or not asked.</summary>
/// <param name="ToldInTime">All promises of news were kept in time; null while one is open and not late.</param>
/// <param name="Satisfaction">Answers to the three questions, 1 to 5 each, 0 where one was left out; empty when not asked or declined.</param>
/// <param name="RestorativeAnswer">To the question about restorative justice, 1 to 5; null when it did not take place or was not answered.</param>
public sealed record VictimFacts(
    bool? ToldInTime, ImmutableArray<int> Satisfaction, bool RestorativeOffered = false, bool RestorativeTakenUp = false, int? RestorativeAnswer = null)
{
    /// <summary>They were asked and did not wish to answer.</summary>
    public bool SatisfactionDeclined { get; init; }
}
