using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// Whether support went on after the agreements that were completed in the year that the quarter ends, as it may leave the
/// programme. A year, since the last call comes a quarter after the end.
/// </summary>
internal static class ExitPlanSection
{
    /// <param name="last">Of the quarter.</param>
    public static IEnumerable<ReportPart> Of(IReadOnlyList<PersonRow> people, LocalDate last)
    {
        var from = last.PlusDays(1).PlusYears(-1);
        ExitPlanFacts[] plans = [.. people.Where(person => person.Course.EndedOn >= from && person.Course.EndedOn <= last).Select(person => person.Course.ExitPlan).OfType<ExitPlanFacts>()];
        if (plans.Length == 0)
        {
            yield return new ReportPart.None("No agreement was completed in the year.");
            yield break;
        }

        ExitPlanFacts[] agreed = [.. plans.Where(plan => plan.Agreed)];
        CallFacts[] made = [.. plans.SelectMany(plan => plan.Calls).Where(call => call.Reached is not null)];
        PublishedShare[] shares =
        [
            PublishedShare.Of(Figure.Share("Exit plan, of those who completed", "completed agreements with an exit plan that the person agreed to ÷ completed agreements", agreed.Length, plans.Length)),
            PublishedShare.Of(Figure.Share("Warm handover, of those with a plan", "plans in which the next worker met the person before the end ÷ exit plans that were agreed", agreed.Count(plan => plan.Met > 0), agreed.Length)),
            .. made.GroupBy(call => call.Weeks).OrderBy(call => call.Key).Select(calls => PublishedShare.Of(Figure.Share(
                $"Reached {calls.Key} weeks after the end", $"calls {calls.Key} weeks after the last day that reached the person ÷ such calls that were settled", calls.Count(call => call.Reached == true), calls.Count()))),
        ];
        yield return new ReportPart.Paragraph("What goes on after the last day and with whom is between the person and their worker. Who could not be reached has nothing held against them.");
        yield return shares.All(share => share.Value is null)
            ? new ReportPart.NotYet($"How many had an exit plan is not published: fewer than {PublishedShare.FewestPeople} people, or too few on one side.")
            : new ReportPart.Table("exit-plans", "Exit plans of agreements completed in the year", new(
                ["Measure", "Share", "Yes", "No"],
                [.. shares.Select(share => (ImmutableArray<string>)[share.Name, share.Words, $"{share.Yes}", $"{share.No}"])])).Drawn([.. shares.Select(share => new Bar(share.Name, share.Value, share.Words))], most: 1);
    }
}
