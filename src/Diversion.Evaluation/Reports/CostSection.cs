using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>What an agreement cost, as it may leave the programme.</summary>
internal static class CostSection
{
    private const string Rest = "Everything else";

    public static IEnumerable<ReportPart> Of(PersonRow[] ended, AnalysisSettings settings)
    {
        if (settings.Costs is not { } sheet || ended.Length < PublishedShare.FewestPeople)
        {
            yield return new ReportPart.NotYet($"Not published: there are no unit costs, or fewer than {PublishedShare.FewestPeople} agreements ended.");
            yield break;
        }

        var cost = CostMeasure.Of(ended, sheet);
        if (!cost.Examples.IsEmpty)
        {
            yield return new ReportPart.Caution("These sums use example costs that ship with Diversion, so they are examples too.");
        }

        var mean = cost.PerAgreement ?? 0;
        yield return new ReportPart.Answer($"An agreement that ended cost {FigureWords.Pounds(Math.Round(mean))} on average.");
        var caption = $"Mean cost of an agreement that ended, in prices of {sheet.PriceYear}";
        yield return new ReportPart.Picture("cost", caption, BarDrawing.Draw(
            "cost", caption, "For",
            [
                .. Parts(cost).Append(("All together", mean)).Select(part => new Bar(part.Item1, (double)part.Item2, FigureWords.Pounds(Math.Round(part.Item2)))),
            ]));
    }

    /// <summary>
    /// For each thing the mean. From it and its unit cost a reader knows about how much of it was used: what fewer than five
    /// people used comes together with the next, so that it is no remainder of one thing.
    /// </summary>
    private static IEnumerable<(string Name, decimal Pounds)> Parts(CostMeasure cost)
    {
        var byPeople = cost.Parts.OrderBy(part => part.People).ToArray();
        var few = byPeople.TakeWhile(part => PublishedCount.IsSmall(part.People)).Count();
        var together = few == 0 ? 0 : Math.Max(few, 2);
        foreach (var part in cost.Parts.Except(byPeople.Take(together)))
        {
            yield return (part.Name, part.Pounds / cost.Agreements);
        }

        if (together > 0)
        {
            yield return (Rest, byPeople.Take(together).Sum(part => part.Pounds) / cost.Agreements);
        }
    }
}
