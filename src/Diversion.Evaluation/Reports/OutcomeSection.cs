using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>Every outcome with its interval: by the arm allocated first, by the arm received second.</summary>
internal static class OutcomeSection
{
    public static ReportSection Of(AnalysisFacts facts) => facts.HasTrial
        ? new("outcomes", "Outcomes", "How often did people offend again, in each arm?", [.. Trial(facts)], [.. Masked(facts)])
        : new("outcomes", "Outcomes", "How often did people offend again?", [.. Programme(facts, "Of those who signed", facts.Signed)]);

    private static IEnumerable<ReportPart> Masked(AnalysisFacts facts) =>
    [
        new ReportPart.Caution("Outcomes by arm are shown to the analyst alone until the trial closes."),
        .. Programme(facts, "Both arms together", facts.BothArms),
        .. facts.OutsideTrial.Length == 0 ? [] : Programme(facts, "Of those who signed outside the trial", facts.SignedOutsideTrial),
    ];

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts)
    {
        yield return new ReportPart.Heading("By the arm allocated (intention to treat)");
        foreach (var part in Result(facts, "allocated", "by the arm allocated", facts.Result))
        {
            yield return part;
        }

        yield return new ReportPart.Heading("Dealt with out of court, which the first measure leaves out");
        foreach (var part in Result(facts, "out-of-court", "dealt with out of court", TrialResult.Of(facts.InTrial, facts.Settings.Arms, facts.Settings.OutOfCourt)))
        {
            yield return part;
        }

        yield return new ReportPart.Heading("By the arm received");
        yield return new ReportPart.Caution(Arms.NotRandomised);
        foreach (var part in Result(facts, "received", "by the arm received", TrialResult.Of(facts.InTrial, facts.Settings.Arms, facts.Rule, Basis.Received)))
        {
            yield return part;
        }
    }

    private static IEnumerable<ReportPart> Result(AnalysisFacts facts, string id, string which, TrialResult result)
    {
        if (result.Programme.Rate.Of == 0 && result.Control.Rate.Of == 0)
        {
            yield return new ReportPart.NotYet("Not yet known: nobody has been followed up to the end.");
            yield break;
        }

        var (programme, control) = (facts.Settings.ProgrammeName, facts.Settings.ControlName);
        yield return Rows($"{id}-rate", $"People who offended again, {which}", (programme, result.Programme.Rate), (control, result.Control.Rate));
        yield return Rows($"{id}-hundred", $"Reoffences per hundred people, {which}", (programme, result.Programme.PerHundred), (control, result.Control.PerHundred));
        yield return Rows($"{id}-year", $"Reoffences a year out of custody, {which}", (programme, result.Programme.PerYearAtRisk), (control, result.Control.PerYearAtRisk));
        yield return Rows($"{id}-difference", $"Programme compared with usual processing, {which}", ("Absolute difference", result.Difference), ("Relative risk", result.Risk), ("Rate ratio", result.Rate));
        if (result.P is { } p)
        {
            yield return new ReportPart.Paragraph($"Score test of the two shares: {FigureWords.P(p)}. The interval says more than this number does.");
        }

        if (result.ByStratum is { } strata)
        {
            yield return new ReportPart.Paragraph($"Within the strata of the allocation and then together ({strata.Strata}; Mantel and Haenszel): difference {Points(strata.Difference)}, relative risk {(strata.Ratio is { } ratio ? FigureWords.Ratio(ratio) : "can't be computed")}.");
        }
    }

    private static IEnumerable<ReportPart> Programme(AnalysisFacts facts, string who, ReoffendingMeasures measures)
    {
        if (facts.NobodyYet(measures) is { } waiting)
        {
            return [waiting];
        }

        return
        [
            new ReportPart.Numbers($"programme-{(ReferenceEquals(measures, facts.SignedOutsideTrial) ? "outside" : "all")}", who, "Measure", [measures.Rate, measures.PerHundred, measures.PerYearAtRisk]),
            new ReportPart.Paragraph(measures.PerReoffender is { } each ? $"Reoffences a person who offended again: {FigureWords.Number(each)}." : "Nobody offended again."),
        ];
    }

    private static ReportPart.Numbers Rows(string id, string caption, params IEnumerable<(string Name, Figure Figure)> figures) =>
        new(id, caption, "Group", [.. figures.Select(one => one.Figure with { Name = one.Name })]);

    private static string Points(Estimate difference) =>
        $"{difference.Value * 100:+0.0;−0.0} points ({difference.Interval.Lower * 100:+0.0;−0.0} to {difference.Interval.Upper * 100:+0.0;−0.0})";
}
