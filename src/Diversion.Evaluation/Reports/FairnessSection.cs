using Diversion.Domain;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Fairness;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>Whether groups are treated alike at each step.</summary>
internal static class FairnessSection
{
    private static readonly GroupKind[] Compared = [GroupKind.Sex, GroupKind.AgeBand, GroupKind.Ethnicity, GroupKind.OffenceGroup, GroupKind.District, GroupKind.Ward];

    /// <summary>Wards are too many to be compared by their medians.</summary>
    private static readonly GroupKind[] Waited = [.. Compared.SkipLast(1)];

    /// <summary>More than a page can hold; the table has the others.</summary>
    private const int MostDrawn = 20;

    public static ReportSection Of(AnalysisFacts facts)
    {
        if (facts.People.Count == 0)
        {
            return new("fairness", "Fairness", "Are people treated alike?", [new ReportPart.None("Nobody has been referred yet.")]);
        }

        var tables = FairnessTable.All(facts.People, Compared).Where(table => !table.Rows.IsEmpty).ToArray();
        var findings = tables.SelectMany(table => table.Rows.Where(row => row.Finding.Length > 0).Select(row => (Table: table, Row: row, Largest: table.Rows.First(one => one.IsLargest)))).ToArray();
        return new("fairness", "Fairness", "Are people treated alike?",
        [
            new ReportPart.Paragraph($"Each group is compared with the largest at each step, in {tables.Sum(table => table.Rows.Length):N0} comparisons. With twenty comparisons about one stands out by chance: a line here is a question, not a verdict."),
            findings.Length == 0
                ? new ReportPart.None("No difference stands out.")
                : new ReportPart.Table("findings", "Explain or reform", new(
                    ["Step", "By", "Group", "Its rate", "The largest group’s rate", "Relative rate (95%)"],
                    [
                        .. findings.Select(one => (ImmutableArray<string>)
                            [one.Table.Question.Name, AnalysisFacts.Name(one.Table.Kind), facts.Name(one.Table.Kind, one.Row.Group), Share(one.Row), Share(one.Largest), FigureWords.Ratio(one.Row.Relative!.Value)]),
                    ])).Drawn(
                    [
                        .. findings.Take(MostDrawn).Select(one => new Bar($"{one.Table.Question.Name}: {facts.Name(one.Table.Kind, one.Row.Group)}", one.Row.People.Value, Share(one.Row))
                        {
                            Other = (one.Largest.People.Value, Share(one.Largest)),
                        }),
                    ], most: 1, ("The group", "The largest group")),
            .. tables.Select(table => Table(facts, table)),
            .. DecisionTime.All(facts.People, Waited).Zip(Waited, (times, kind) => Waiting(facts, kind, times)),
        ]);
    }

    private static ReportPart.Table Table(AnalysisFacts facts, FairnessTable table) => new(
        $"fairness-{table.Kind.ToString().ToLowerInvariant()}-{table.Question.Id}",
        $"{table.Question.Name} by {Words.Lower(AnalysisFacts.Name(table.Kind))} ({table.Question.Definition})",
        new(
            ["Group", "Rate", "95% interval", "Relative to the largest group (95%)"],
            [
                .. table.Rows.Select(row => (ImmutableArray<string>)
                [
                    facts.Name(table.Kind, row.Group),
                    Share(row),
                    row.Rate is { } rate ? $"{FigureWords.Percent(rate.Interval.Lower)} to {FigureWords.Percent(rate.Interval.Upper)}" : "",
                    row.IsLargest ? "the largest group" : row.Relative is { } relative ? FigureWords.Ratio(relative) : "can't be computed",
                ]),
            ]));

    private static ReportPart.Table Waiting(AnalysisFacts facts, GroupKind kind, ImmutableArray<DecisionTime> times) => new(
        $"decision-{kind.ToString().ToLowerInvariant()}",
        $"Days from referral to the decision on eligibility, by {Words.Lower(AnalysisFacts.Name(kind))}",
        new(
            ["Group", "Median days", "Decided", "Waiting"],
            [
                .. times.Select(one => (ImmutableArray<string>)
                    [facts.Name(kind, one.Group), one.MedianDays is { } days ? FigureWords.Number(days) : "none decided", $"{one.Decided:N0}", $"{one.Waiting:N0}"]),
            ]));

    private static string Share(FairnessRow row) => row.People.Of == 0 ? "nobody to count" : $"{FigureWords.Percent(row.People.Value)} ({row.People.Count:N0} of {row.People.Of:N0})";
}
