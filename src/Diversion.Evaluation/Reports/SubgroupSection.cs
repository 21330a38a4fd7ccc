using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>Whether the effect differs between groups.</summary>
internal static class SubgroupSection
{
    /// <summary>Wards are many and small: their estimates say nothing and would make the picture useless.</summary>
    private static readonly GroupKind[] Drawn = [GroupKind.Sex, GroupKind.AgeBand, GroupKind.Ethnicity, GroupKind.OffenceGroup, GroupKind.RiskBand, GroupKind.District];

    /// <summary>More lines than a page can hold.</summary>
    private const int MostOfAKind = 12;

    public static ReportSection Of(AnalysisFacts facts) => facts.HasTrial
        ? new("subgroups", "Subgroups", "Did it work better for some than for others?", [.. Trial(facts)], [new ReportPart.Caution("Outcomes of subgroups by arm are shown to the analyst alone until the trial closes.")])
        : new("subgroups", "Subgroups", "Did it work better for some than for others?", [new ReportPart.None("Without a trial there is nobody to compare with, so no effect can be given for a group.")]);

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts)
    {
        var result = facts.Result;
        if (result.Programme.Rate.Of == 0 || result.Control.Rate.Of == 0)
        {
            yield return new ReportPart.NotYet("Not yet known: nobody has been followed up to the end in one of the arms.");
            yield break;
        }

        var subgroups = SubgroupResult.Of(result.Programme.People, result.Control.People, Drawn);
        yield return new ReportPart.Caution("A subgroup is small, and with many of them one looks different by chance. Two intervals, one that holds 1 and one that does not, show no difference between the groups; the test under the plot does.");
        yield return new ReportPart.Picture("forest", "Relative risk by subgroup", ForestDrawing.Draw("forest", [.. Lines(facts, subgroups, result)], "Relative risk (95%)", "programme better", "programme worse"));
        yield return new ReportPart.Table("heterogeneity", "Does the effect differ between the groups?", new(
            ["Groups by", "Cochran’s Q", "Degrees of freedom", "p"],
            [.. Drawn.Select(kind => Test(kind, subgroups))]));
    }

    private static IEnumerable<ForestRow> Lines(AnalysisFacts facts, ImmutableArray<SubgroupResult> subgroups, TrialResult result)
    {
        foreach (var kind in subgroups.GroupBy(one => one.Kind))
        {
            yield return new ForestRow(AnalysisFacts.Name(kind.Key));
            foreach (var one in kind.OrderByDescending(one => one.Programme.Of + one.Control.Of).Take(MostOfAKind))
            {
                yield return new ForestRow(facts.Name(one.Kind, one.Group), Numbers(one.Programme, one.Control), one.Risk, one.Programme.Of + one.Control.Of);
            }
        }

        yield return new ForestRow(
            "Everybody",
            $"{result.Programme.Rate.Count}/{result.Programme.Rate.Of} v {result.Control.Rate.Count}/{result.Control.Rate.Of}",
            result.Risk.Estimate,
            IsOverall: true);
    }

    private static ImmutableArray<string> Test(GroupKind kind, ImmutableArray<SubgroupResult> subgroups) =>
        Heterogeneity.Of(subgroups.Where(one => one.Kind == kind).Select(one => one.Risk).OfType<Estimate>()) is { } test
            ? [AnalysisFacts.Name(kind), FigureWords.Number(test.ChiSquared), $"{test.DegreesOfFreedom}", FigureWords.P(test.P)]
            : [AnalysisFacts.Name(kind), "can't be computed", "", ""];

    private static string Numbers(Proportion programme, Proportion control) => $"{programme.Count}/{programme.Of} v {control.Count}/{control.Of}";
}
