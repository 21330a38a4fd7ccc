using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Money;

namespace Diversion.Evaluation.Reports;

/// <summary>What agreements cost and saved, in pounds of one year.</summary>
internal static class MoneySection
{
    public static ReportSection Of(AnalysisFacts facts)
    {
        const string question = "What did it cost, and what did it save?";
        if (facts.Settings.Costs is not { } sheet)
        {
            return new("money", "Money", question, [new ReportPart.NotYet("Not yet known: there are no unit costs.")]);
        }

        ReportPart[] shared = [.. Agreements(facts, sheet)];
        return new("money", "Money", question, [.. shared, .. Reoffending(facts, sheet), Units(sheet)], facts.HasTrial ? [.. shared, Units(sheet)] : null);
    }

    private static IEnumerable<ReportPart> Agreements(AnalysisFacts facts, CostSheet sheet)
    {
        var cost = CostMeasure.Of(facts.People, sheet);
        if (cost.Agreements == 0)
        {
            yield return new ReportPart.None("Nobody has signed an agreement yet.");
            yield break;
        }

        if (facts.Settings.CostsUsed is { } used)
        {
            yield return new ReportPart.Paragraph($"Costs used: {used}");
        }

        if (!cost.Examples.IsEmpty)
        {
            yield return new ReportPart.Caution($"These sums use example costs that ship with Diversion ({string.Join(", ", cost.Examples)}), so they are examples too. Replace them by the force’s own before anybody relies on a sum.");
        }

        yield return new ReportPart.Table("costs", $"Costs in prices of {sheet.PriceYear}", new(
            ["Measure", "Pounds"],
            [
                ["All agreements", FigureWords.Pounds(cost.Total)],
                [$"An agreement ({cost.Agreements:N0} signed)", cost.PerAgreement is { } each ? FigureWords.Pounds(each) : "nobody to count"],
                [$"A completion ({cost.Completions:N0} completed; the cost of those that were not is in it)", cost.PerCompletion is { } one ? FigureWords.Pounds(one) : "no completion yet"],
                ["Charge and court that were not needed", FigureWords.Pounds(cost.Avoided)],
                ["Net: costs less what was not needed (below 0 saved money)", FigureWords.Pounds(cost.Net)],
            ]));
        if (!cost.Parts.IsEmpty)
        {
            yield return new ReportPart.Picture("cost-parts", "What an agreement cost, by what it was for", BarDrawing.Draw(
                "cost-parts", "What an agreement cost, by what it was for", "For",
                [.. cost.Parts.Select(part => (part.Name, Each: part.Pounds / cost.Agreements)).Select(part => new Bar(part.Name, (double)part.Each, FigureWords.Pounds(part.Each)))]));
        }

        if (!cost.WithoutCost.IsEmpty)
        {
            yield return new ReportPart.Caution($"These have no unit cost and count as nothing, so the sums are too low: {string.Join(", ", cost.WithoutCost)}.");
        }
    }

    private static IEnumerable<ReportPart> Reoffending(AnalysisFacts facts, CostSheet sheet)
    {
        var seed = facts.Settings.Seed;
        if (!facts.HasTrial || facts.Result.Programme.Rate.Of == 0 || facts.Result.Control.Rate.Of == 0)
        {
            if (facts.NobodyYet(facts.Signed) is { } waiting)
            {
                yield return waiting;
                yield break;
            }

            var all = ReoffendingCost.Of(facts.Signed.People, sheet, seed);
            yield return new ReportPart.Paragraph($"Cost of the reoffences of those who signed: {Each(all)}. {all.WithoutCost:N0} reoffences have no unit cost and count as nothing.");
            yield break;
        }

        var (programme, control) = (facts.Result.Programme.People, facts.Result.Control.People);
        var (one, other) = (ReoffendingCost.Of(programme, sheet, seed), ReoffendingCost.Of(control, sheet, seed));
        yield return new ReportPart.Table("crime", $"Cost of the reoffences ({facts.Rule.Name.ToLowerInvariant()}), in prices of {sheet.PriceYear}", new(
            ["Arm", "Pounds a person (95%)", "People", "Reoffences without a unit cost"],
            [
                [facts.Settings.ProgrammeName, Each(one), $"{one.People:N0}", $"{one.WithoutCost:N0}"],
                [facts.Settings.ControlName, Each(other), $"{other.People:N0}", $"{other.WithoutCost:N0}"],
            ]));
        if (ReoffendingCost.Difference(one, other, seed) is { } difference)
        {
            yield return new ReportPart.Paragraph($"Difference a person, programme minus usual processing: {FigureWords.Pounds((decimal)difference.Value)} ({FigureWords.Pounds((decimal)difference.Interval.Lower)} to {FigureWords.Pounds((decimal)difference.Interval.Upper)}; bootstrap, seed {seed}).");
        }
    }

    private static ReportPart.Table Units(CostSheet sheet) => new("unit-costs", "Unit costs", new(
        ["What", "Unit", $"Pounds of {sheet.PriceYear}", "Price year", "Source"],
        [
            .. sheet.Costs.Select(one => (ImmutableArray<string>)
                [one.Cost.Name, one.Cost.Unit, FigureWords.Pounds(one.Pounds), $"{one.Cost.PriceYear}", one.Cost.IsExample ? $"{one.Cost.Source} (example)" : one.Cost.Source]),
        ]));

    private static string Each(ReoffendingCost cost) => cost.PerPerson is { } each
        ? $"{FigureWords.Pounds((decimal)each.Value)} ({FigureWords.Pounds((decimal)each.Interval.Lower)} to {FigureWords.Pounds((decimal)each.Interval.Upper)})"
        : "nobody to count";
}
