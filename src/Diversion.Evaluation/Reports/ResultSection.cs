using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>What was the effect, and how sure are we?</summary>
internal static class ResultSection
{
    private const string NoComparison = "There is nobody to compare with: without a trial, this number does not say what the programme caused.";

    public static ReportSection Of(AnalysisFacts facts)
    {
        var parts = facts.HasTrial ? Trial(facts) : WithoutTrial(facts);
        return new(
            AnalysisReport.Result, "The result", "What was the effect, and how sure are we?", [.. parts],
            facts.HasTrial ? [.. Masked(facts)] : null);
    }

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts)
    {
        var result = facts.Result;
        if (result.Programme.Rate.Of == 0 || result.Control.Rate.Of == 0)
        {
            yield return new ReportPart.NotYet($"The trial cannot say yet: nobody has been followed up for {facts.Rule.Months} months in {(result.Programme.Rate.Of == 0 && result.Control.Rate.Of == 0 ? "either arm" : "one of the arms")}, and the outcome of an offence may take {facts.Rule.WaitingMonths} more.");
        }
        else
        {
            yield return new ReportPart.Answer(PlainWords.Answer(result, facts.Rule.Months));
            yield return new ReportPart.Paragraph(PlainWords.HowSure(result));
            yield return new ReportPart.Paragraph(PlainWords.Relative(result));
            if (result.Needed is { } needed && PlainWords.Needed(needed) is { Length: > 0 } words)
            {
                yield return new ReportPart.Paragraph(words);
            }

            yield return new ReportPart.Number($"Offended again: {facts.Settings.ProgrammeName.ToLowerInvariant()}", result.Programme.Rate);
            yield return new ReportPart.Number($"Offended again: {facts.Settings.ControlName.ToLowerInvariant()}", result.Control.Rate);
            yield return new ReportPart.Number("Absolute difference", result.Difference);
        }

        yield return new ReportPart.Heading("Who took part");
        yield return Flow(facts);
        yield return new ReportPart.Heading("Time to the first reoffence");
        yield return Curve(facts);
    }

    private static IEnumerable<ReportPart> WithoutTrial(AnalysisFacts facts)
    {
        if (facts.NobodyYet(facts.Signed) is { } waiting)
        {
            yield return waiting;
        }
        else
        {
            yield return new ReportPart.Answer(PlainWords.Answer(facts.Signed, facts.Rule.Months));
            yield return new ReportPart.Caution(NoComparison);
            yield return new ReportPart.Number("Offended again", facts.Signed.Rate);
            yield return new ReportPart.Number("Reoffences per hundred people", facts.Signed.PerHundred);
        }

        yield return new ReportPart.None("Nobody has been allocated by a trial, so there is no flow of a trial and no curve by arm.");
    }

    private static IEnumerable<ReportPart> Masked(AnalysisFacts facts)
    {
        yield return new ReportPart.Caution("The trial has not closed. Until then only the analyst sees outcomes by arm, so that nobody acts on a result that is not one yet.");
        if (facts.NobodyYet(facts.BothArms) is { } waiting)
        {
            yield return waiting;
        }
        else
        {
            yield return new ReportPart.Number("Offended again, both arms together", facts.BothArms.Rate);
        }

        if (facts.OutsideTrial.Length > 0 && facts.NobodyYet(facts.SignedOutsideTrial) is null)
        {
            yield return new ReportPart.Number("Offended again, of those who signed outside the trial", facts.SignedOutsideTrial.Rate);
        }

        yield return new ReportPart.Heading("Who took part");
        yield return Flow(facts);
    }

    /// <summary>Counts of people say nothing about outcomes by arm, so everybody may see the flow.</summary>
    private static ReportPart.Picture Flow(AnalysisFacts facts)
    {
        var (settings, began) = (facts.Settings, facts.InTrial.Min(person => person.Trial!.AllocatedOn));
        var until = facts.InTrial.Max(person => person.Trial!.AllocatedOn);

        // Who was referred long before or after the trial was never assessed for it.
        var assessed = facts.People.Where(person => person.Trial is not null || (person.Course.ReferredOn is { } on && on >= began && on <= until)).ToArray();
        var flow = ConsortFlow.Of(
            assessed, facts.Rule, [(settings.Arms.Programme, settings.ProgrammeName, facts.Result.Programme.People), (settings.Arms.Control, settings.ControlName, facts.Result.Control.People)]);
        return new("flow", "Flow of people through the trial (CONSORT 2025)", ConsortDrawing.Draw("flow", flow));
    }

    private static ReportPart Curve(AnalysisFacts facts)
    {
        var times = TimeToReoffending.Of(facts.InTrial, facts.Settings.Arms, facts.Rule);
        if (times.Programme.People == 0 || times.Control.People == 0)
        {
            return new ReportPart.NotYet($"Not yet known for {PlainWords.Count(times.NotYetKnown, "person", "people")}: curves are drawn when the records were searched for somebody in each arm.");
        }

        double[] ticks = [.. Enumerable.Range(0, (facts.Rule.Months / 3) + 1).Select(quarter => quarter * 365.25 / 4)];
        return new ReportPart.Picture(
            "survival",
            $"Share without a reoffence, {facts.Rule.Name.ToLowerInvariant()} (Kaplan-Meier; not yet known: {times.NotYetKnown:N0})",
            SurvivalDrawing.Draw(
                "survival",
                [new(facts.Settings.ProgrammeName, times.Programme), new(facts.Settings.ControlName, times.Control)],
                ticks,
                days => $"{Math.Round(days * 12 / 365.25)}",
                "Months since allocation",
                times.Test));
    }
}
