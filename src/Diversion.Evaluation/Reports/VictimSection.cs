using Diversion.Evaluation.Compliance;

namespace Diversion.Evaluation.Reports;

/// <summary>What victims got.</summary>
internal static class VictimSection
{
    public static ReportSection Of(AnalysisFacts facts)
    {
        const string question = "What did victims get?";
        if (facts.People.All(person => person.Victims.IsEmpty))
        {
            return new("victims", "Victims", question, [new ReportPart.None("No case has a victim.")]);
        }

        var measures = VictimMeasures.Of(facts.People);
        return new("victims", "Victims", question,
        [
            new ReportPart.Numbers("victims-table", "Victims", "Measure", [measures.ToldInTime, measures.RestorativeOffered, measures.RestorativeTakenUp]),
            measures.Satisfied.Any(one => one.Of > 0)
                ? new ReportPart.Numbers("satisfaction", "Satisfied, by question", "Question", measures.Satisfied)
                : new ReportPart.NotYet($"Satisfaction is not yet known: no answer of a victim is recorded. {facts.People.SelectMany(person => person.Victims).Count(one => one.SatisfactionDeclined):N0} were asked and did not wish to answer."),
            measures.RestorativeSatisfied.Of > 0
                ? new ReportPart.Number("Satisfied with restorative justice", measures.RestorativeSatisfied)
                : new ReportPart.NotYet("Satisfaction with restorative justice is not yet known: no answer is recorded."),
        ]);
    }
}
