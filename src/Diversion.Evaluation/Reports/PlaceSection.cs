using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>Where people live, and where they offend again.</summary>
internal static class PlaceSection
{
    public static ReportSection Of(AnalysisFacts facts)
    {
        const string question = "Where do people live, and where do they offend again?";
        PersonRow[] signed = [.. facts.People.Where(person => person.Course.SignedOn is not null)];
        return signed.Length == 0
            ? new("places", "Places", question, [new ReportPart.None("Nobody has signed an agreement yet.")])
            : new("places", "Places", question, [.. Parts(facts, signed, signed)], facts.HasTrial ? [.. Parts(facts, signed, facts.OutsideTrial)] : null);
    }

    /// <param name="followed">Whose outcomes the reader may see.</param>
    private static IEnumerable<ReportPart> Parts(AnalysisFacts facts, PersonRow[] signed, PersonRow[] followed)
    {
        foreach (var kind in PlaceMaps.Kinds)
        {
            if (signed.All(person => PlaceMaps.Of(person, kind) is null))
            {
                yield return new ReportPart.NotYet($"Not known by {AnalysisFacts.Name(kind).ToLowerInvariant()}: no case says it.");
                continue;
            }

            yield return PlaceMaps.Exact(signed, kind, facts.Settings);
            yield return (ReportPart?)PlaceMaps.ExactRates(followed, kind, facts.Settings)
                ?? new ReportPart.NotYet($"The reoffending rate by {AnalysisFacts.Name(kind).ToLowerInvariant()} is not yet known: nobody was followed up to the end.");
        }

        yield return new ReportPart.Paragraph("Rates of few people vary much by chance. These are not compared with the rest of the population of an area.");
    }
}
