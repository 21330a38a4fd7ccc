namespace Diversion.Evaluation.Reports;

/// <summary>The result of an evaluation, as it is read on a page, printed and saved.</summary>
/// <param name="DataAsOf">When the rows were read.</param>
/// <param name="CodeVersion">Of the program that computed it.</param>
/// <param name="People">Rows that it was computed from.</param>
/// <param name="HasTrial">Some of the people are in a trial, so that some parts have outcomes by arm.</param>
public sealed record AnalysisReport(
    string Title, Instant DataAsOf, string CodeVersion, int People, bool HasTrial, ImmutableArray<ReportSection> Sections)
{
    public const string Result = "result";

    /// <summary>Title of the trial that it is about; null when it is about none, or about whichever people were allocated in.</summary>
    public string? Trial { get; init; }

    /// <summary>In the order in which they are read.</summary>
    private static readonly Func<AnalysisFacts, ReportSection>[] Made =
    [
        ResultSection.Of, BaselineSection.Of, OutcomeSection.Of, SubgroupSection.Of, HarmSection.Of, ProcessSection.Of, VictimSection.Of, PlaceSection.Of, MoneySection.Of, FairnessSection.Of,
    ];

    /// <param name="settings">Everything that decides what is computed, beside the rows.</param>
    public static AnalysisReport Of(IReadOnlyList<Rows.PersonRow> people, AnalysisSettings settings)
    {
        var facts = new AnalysisFacts(people, settings);
        return new(
            settings.Title,
            settings.DataAsOf,
            settings.CodeVersion,
            facts.People.Count,
            facts.HasTrial,
            [.. Made.AsParallel().AsOrdered().Select(section => section(facts))]) { Trial = settings.Trial?.Title };
    }
}
