using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// Health checks of the year that the quarter ends, and what came of their onward referrals by kind, as it may leave the
/// programme. A year, since a quarter has few; a course of vaccinations takes half of one.
/// </summary>
internal static class HealthCheckSection
{
    private static readonly string[] Ends = ["Taken up", "Finished", "Not taken up", "Not available", "Not known yet"];

    /// <param name="last">Of the quarter.</param>
    public static IEnumerable<ReportPart> Of(IReadOnlyList<PersonRow> people, LocalDate last)
    {
        var from = last.PlusDays(1).PlusYears(-1);
        HealthCheckFacts[] checks = [.. people.Select(person => person.Course.HealthCheck).OfType<HealthCheckFacts>().Where(check => check.OfferedOn >= from && check.OfferedOn <= last)];
        if (checks.Length == 0)
        {
            yield return new ReportPart.None("Nobody was offered a health check in the year.");
            yield break;
        }

        var (answered, wanted) = (checks.Count(check => check.Accepted is not null), checks.Count(check => check.Accepted == true));
        PublishedShare[] shares =
        [
            PublishedShare.Of(Figure.Share("Wanted it, of those who were offered it and answered", "people who wanted a health check ÷ people who answered the offer", wanted, answered)),
            PublishedShare.Of(Figure.Share("Had it, of those who wanted it", "people who had a health check ÷ people who wanted it", checks.Count(check => check is { Accepted: true, DoneOn: not null }), wanted)),
        ];
        yield return new ReportPart.Paragraph("Voluntary, by a nurse of a partner; a no counts for nothing. What was found stays with the partner.");
        yield return shares.All(share => share.Value is null)
            ? new ReportPart.NotYet($"How many wanted it is not published: fewer than {PublishedShare.FewestPeople} people, or too few on one side.")
            : new ReportPart.Table("health-checks", "Health checks offered in the year", new(
                ["Measure", "Share", "Yes", "No"],
                [.. shares.Select(share => (ImmutableArray<string>)[share.Name, share.Words, $"{share.Yes}", $"{share.No}"])])).Drawn([.. shares.Select(share => new Bar(share.Name, share.Value, share.Words))], most: 1);

        if (PublishedGroups<OnwardFacts>.Of(checks.SelectMany(check => check.Onward), referral => referral.Kind, "All other kinds together", Counts) is not { } published)
        {
            yield return new ReportPart.None("Nobody was referred onward after a health check.");
            yield break;
        }

        var rows = published.Groups.Select((group, index) => (group.Name, Cells: published.Table.Cells[index], All: published.Table.RowTotals[index]))
            .Append((Name: "All", Cells: published.Table.ColumnTotals, All: published.Table.Total)).ToArray();
        yield return new ReportPart.Table("onward", "Onward referrals after a health check, by kind and what came of them", new(
            ["Where to", "Referrals", .. Ends],
            [.. rows.Select(row => (ImmutableArray<string>)[Domain.Words.Sentence(row.Name), $"{row.All}", .. row.Cells.Select(count => $"{count}")])]))
            .Drawn([.. rows.Select(row => new Bar(Domain.Words.Sentence(row.Name), row.All.Value, $"{row.All}"))]);
    }

    private static int[] Counts(OnwardFacts[] referrals)
    {
        var counts = new int[Ends.Length];
        foreach (var referral in referrals)
        {
            counts[(int?)referral.Outcome ?? Ends.Length - 1]++;
        }

        return counts;
    }
}
