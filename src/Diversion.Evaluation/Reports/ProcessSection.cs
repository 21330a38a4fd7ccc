using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>What people did, and what the service did. No outcome by arm can be read from it, but for the last part.</summary>
internal static class ProcessSection
{
    public static ReportSection Of(AnalysisFacts facts)
    {
        ReportPart[] shared = [.. Shared(facts)];
        ReportPart[] outcomes = [.. Outcomes(facts)];
        return new(
            "process", "Conditions and attendance", "What was done, and what was kept?", [.. shared, .. outcomes],
            facts.HasTrial ? [.. shared, new ReportPart.Caution("Reoffending by need and by worker would tell about an arm. It is shown to the analyst alone until the trial closes.")] : null);
    }

    private static IEnumerable<ReportPart> Shared(AnalysisFacts facts)
    {
        if (facts.People.All(person => person.Course.SignedOn is null))
        {
            return [new ReportPart.None("Nobody has signed an agreement yet.")];
        }

        return [.. Conditions(facts), .. Breaches(facts), .. Attendance(facts)];
    }

    private static IEnumerable<ReportPart> Conditions(AnalysisFacts facts)
    {
        yield return new ReportPart.Numbers("conditions", "Conditions kept, by kind", "Condition", [.. ConditionMeasure.ByKind(facts.People).Select(one => one.Kept)]);
        var pathways = ConditionMeasure.ByPathway(facts.People);
        yield return pathways.IsEmpty
            ? new ReportPart.None("No agreement has a pathway.")
            : new ReportPart.Numbers("pathways", "Pathways completed", "Pathway", [.. pathways.Select(one => one.Kept)]);
        var travelled = DistanceTravelled.Of(facts.People, facts.Settings.Seed);
        yield return travelled.IsEmpty
            ? new ReportPart.None("No pathway has an assessment at its start.")
            : new ReportPart.Table("distance", "Distance travelled, in points of 0 to 10 from the start to the end of a pathway (above 0 is better)", new(
                ["Pathway", "Change (95% interval)", "Both assessments", "Start only"],
                [.. travelled.Select(one => (ImmutableArray<string>)[one.Pathway, one.Change is { } change ? $"{FigureWords.Number(change.Value)} ({FigureWords.Number(change.Interval.Lower)} to {FigureWords.Number(change.Interval.Upper)})" : "not yet known", $"{one.Both:N0}", $"{one.StartOnly:N0}"])]));
    }

    private static IEnumerable<ReportPart> Breaches(AnalysisFacts facts)
    {
        var breaches = BreachMeasures.Of(facts.People, facts.Settings.DataAsOf.InUtc().Date);
        yield return new ReportPart.Number("Warned", breaches.Warned);
        yield return new ReportPart.Number("Breached", breaches.Breached);
        yield return breaches.ByCause.IsEmpty
            ? new ReportPart.None("No breach was confirmed.")
            : new ReportPart.Picture("causes", "Breaches confirmed, by cause", BarDrawing.Draw("causes", "Breaches confirmed, by cause", "Cause", [.. breaches.ByCause.Select(one => new Bar(one.Reason, one.People, $"{one.People:N0}"))]));
        if (breaches.DaysToDecide is { } days)
        {
            yield return new ReportPart.Paragraph($"Half of the proposed breaches were decided within {FigureWords.Number(days)} days.");
        }

        if (breaches.TimeToBreach.Events > 0)
        {
            double[] ticks = [.. Enumerable.Range(0, 6).Select(month => month * 365.25 / 12)];
            yield return new ReportPart.Table("time-to-breach", "Agreements without a confirmed breach, by months since signing (Kaplan-Meier)", new(
                ["Months", "At risk", "Without a breach"],
                [.. ticks.Select((day, month) => (ImmutableArray<string>)[$"{month}", $"{breaches.TimeToBreach.AtRisk(day):N0}", FigureWords.Percent(breaches.TimeToBreach.SurvivalAt(day))])]));
        }
    }

    private static IEnumerable<ReportPart> Attendance(AnalysisFacts facts)
    {
        var (byDay, byHour, byReminder) = AttendanceMeasure.All(facts.People);
        if (byDay.IsEmpty)
        {
            yield return new ReportPart.None("No meeting has an outcome yet.");
            yield break;
        }

        yield return new ReportPart.Numbers("attendance-day", "Meetings and sessions attended, by day", "Day", [.. byDay.Select(one => one.Attended)]);
        yield return new ReportPart.Numbers("attendance-hour", "The same by the hour of the start", "Hour", [.. byHour.Select(one => one.Attended)]);
        yield return new ReportPart.Numbers("attendance-reminder", "The same by whether a reminder reached the person", "Reminder", [.. byReminder.Select(one => one.Attended)]);
        yield return new ReportPart.Caution("Reminders go to people who agreed to them, so this difference may have other causes. Meetings of one person are alike, so the intervals are somewhat too narrow.");
        yield return Workers([.. facts.Continuities.Select(one => one.Kept)]);
    }

    private static ReportPart.Table Workers(Continuity[] kept) => new("continuity", "Whether one worker stayed with the person (supervision meetings that were held)", new(
        ["Measure", "Value"],
        [
            ["People with a meeting that was held", $"{kept.Length:N0}"],
            ["Mean share of meetings held by the worker who held most of them", kept.Length == 0 ? "not yet known" : FigureWords.Percent(kept.Average(one => one.Share))],
            ["Mean number of changes of worker", kept.Length == 0 ? "not yet known" : FigureWords.Number(kept.Average(one => (double)one.Changes))],
        ]));

    private static IEnumerable<ReportPart> Outcomes(AnalysisFacts facts)
    {
        yield return new ReportPart.Heading("Reoffending by worker and by need");
        if (facts.NobodyYet(facts.Signed) is { } waiting)
        {
            yield return waiting;
            yield break;
        }

        yield return new ReportPart.Numbers("continuity-rate", "Offended again, by whether one worker stayed", "Worker", [.. ContinuityMeasure.Of(facts.Continuities, facts.Rule).Select(one => one.Rate with { Name = one.Band })]);
        yield return new ReportPart.Caution("Not randomised: who is harder to reach also changes workers more. A need that goes with reoffending need not be its cause.");
        yield return new ReportPart.Table("needs", "Offended again, with and without a need", new(
            ["Need", "With it", "Without it", "Relative risk (95%)"],
            [
                .. NeedMeasure.Of(facts.People, facts.Rule).Select(need => (ImmutableArray<string>)
                [
                    need.Pathway, Share(need.With), Share(need.Without), need.Relative is { } relative ? FigureWords.Ratio(relative) : "can't be computed",
                ]),
            ]));
    }

    private static string Share(Figure figure) => $"{FigureWords.Value(figure)} ({FigureWords.Counted(figure)})";
}
