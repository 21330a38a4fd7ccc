namespace Diversion.Evaluation.Reports;

/// <summary>The result of an evaluation, as it is read on a page, printed and saved.</summary>
/// <param name="DataAsOf">When the rows were read.</param>
/// <param name="CodeVersion">Of the program that computed it.</param>
/// <param name="People">Rows that it was computed from.</param>
/// <param name="IsMasked">Some of the people are in a trial that has not closed.</param>
public sealed record AnalysisReport(
    string Title, Instant DataAsOf, string CodeVersion, int People, bool IsMasked, ImmutableArray<ReportSection> Sections)
{
    public const string Result = "result";

    /// <param name="settings">Everything that decides what is computed, beside the rows.</param>
    public static AnalysisReport Of(IReadOnlyList<Rows.PersonRow> people, AnalysisSettings settings)
    {
        var facts = new AnalysisFacts(people, settings);
        return new(
            settings.Title,
            settings.DataAsOf,
            settings.CodeVersion,
            people.Count,
            facts.HasTrial && !settings.TrialClosed,
            [
                ResultSection.Of(facts),
                BaselineSection.Of(facts),
                OutcomeSection.Of(facts),
                SubgroupSection.Of(facts),
                HarmSection.Of(facts),
                ProcessSection.Of(facts),
                VictimSection.Of(facts),
                MoneySection.Of(facts),
                FairnessSection.Of(facts),
            ]);
    }
}
