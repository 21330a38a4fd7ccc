using Diversion.Evaluation.Harm;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>How much harm the reoffences did, by the index that the force imported.</summary>
internal static class HarmSection
{
    public static ReportSection Of(AnalysisFacts facts)
    {
        const string question = "How much harm did the reoffences do?";
        if (facts.Settings.Harm is not { } index)
        {
            return new("harm", "Harm", question, [new ReportPart.NotYet("Not yet known: no harm index is imported. The Cambridge Crime Harm Index is published by its authors; a lead imports the table, and none ships with Diversion.")]);
        }

        return facts.HasTrial
            ? new("harm", "Harm", question, [.. Trial(facts, index)], [new ReportPart.Caution("Harm by arm is shown to the analyst alone until the trial closes."), .. One(facts, index, "both arms together", facts.BothArms.People)])
            : new("harm", "Harm", question, [.. One(facts, index, "those who signed", facts.Signed.People)]);
    }

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts, HarmIndex index)
    {
        var (programme, control) = (facts.Result.Programme.People, facts.Result.Control.People);
        if (programme.Known.IsEmpty || control.Known.IsEmpty)
        {
            yield return new ReportPart.NotYet("Not yet known: nobody has been followed up to the end in one of the arms.");
            yield break;
        }

        var seed = facts.Settings.Seed;
        var (one, other) = (HarmMeasure.Of(programme, index, seed), HarmMeasure.Of(control, index, seed));
        yield return new ReportPart.Numbers("harm-arms", "Days of harm a person", "Arm",
            [one.DaysAPerson with { Name = facts.Settings.ProgrammeName }, other.DaysAPerson with { Name = facts.Settings.ControlName }]);
        if (HarmMeasure.Difference(programme, control, index, seed) is { } difference)
        {
            yield return new ReportPart.Number("Difference in harm", new Figure(
                "Difference in harm", "days a person of the programme minus days a person of usual processing", one.DaysAPerson.Method, difference, one.DaysAPerson.Count + other.DaysAPerson.Count, one.DaysAPerson.Of + other.DaysAPerson.Of) { Unit = FigureUnit.Number });
        }

        if (Missing(one.WithoutValue + other.WithoutValue) is { } missing)
        {
            yield return missing;
        }
    }

    private static IEnumerable<ReportPart> One(AnalysisFacts facts, HarmIndex index, string who, FollowedUp people)
    {
        if (people.Known.IsEmpty)
        {
            yield return new ReportPart.NotYet("Not yet known: nobody has been followed up to the end.");
            yield break;
        }

        var harm = HarmMeasure.Of(people, index, facts.Settings.Seed);
        yield return new ReportPart.Number($"Days of harm a person, {who}", harm.DaysAPerson);
        if (Missing(harm.WithoutValue) is { } missing)
        {
            yield return missing;
        }
    }

    private static ReportPart.Caution? Missing(int reoffences) => reoffences == 0
        ? null
        : new($"{reoffences:N0} of the reoffences have no code, or one that the index does not have. They count as nothing, so the sums are too low.");
}
