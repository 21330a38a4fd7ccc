using System.Globalization;
using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// What became of referrals to each provider's service, as it may leave the programme. Waiting is as in the directory of
/// services: from the sending of a referral to its acceptance.
/// </summary>
/// <remarks>
/// Two tables that share a referral could be solved together, so each referral is in one: those of the last half-year say how
/// long people waited, those of the year before it, which have had time to end, say what came of them. Shares, and whether a
/// median is told, follow from the published counts alone: they give away nothing that those do not.
/// </remarks>
internal static class ProviderSection
{
    private const string Rest = "All other services together";

    /// <param name="last">Of the quarter, or of the data if the quarter has not ended.</param>
    /// <param name="before">The quarter before.</param>
    public static IEnumerable<ReportPart> Of(IReadOnlyList<PersonRow> people, LocalDate last, (LocalDate First, LocalDate Last) before)
    {
        ReferralFacts[] sent = [.. people.SelectMany(person => person.Course.Referrals).Where(referral => referral.SentOn <= last)];
        var names = Names(sent);
        var from = before.First.PlusYears(-1);
        return
        [
            .. Waiting(sent.Where(referral => referral.SentOn >= before.First), names, before.First, last),
            .. Completion(sent.Where(referral => referral.SentOn >= from && referral.SentOn < before.First), names, from, before.First.PlusDays(-1), last),
        ];
    }

    private static IEnumerable<ReportPart> Waiting(IEnumerable<ReferralFacts> sent, Func<ReferralFacts, string> names, LocalDate first, LocalDate last)
    {
        var published = PublishedGroups<ReferralFacts>.Of(sent, names, Rest, group => Each(group, referral => !By(referral.AcceptedOn, last) ? 2 : referral.InTime == true ? 0 : 1));
        if (published is null)
        {
            yield return new ReportPart.None("Nobody was referred to a provider in this quarter or the one before.");
            yield break;
        }

        yield return new ReportPart.Paragraph($"Referrals sent from {Day(first)} to {Day(last)}. Whom a provider accepts has a place; in time is by the day that the scheme sets, counted from the signing.");
        foreach (var part in Parts(
            "provider-waits", "Waiting for a place, by service", "Referrals accepted in time", ["Accepted in time", "Accepted later", $"Not by {Day(last)}"], "In time", published,
            group => Middle.Of(group.Where(referral => By(referral.AcceptedOn, last)).Select(referral => (double)Period.DaysBetween(referral.SentOn, referral.AcceptedOn!.Value)))))
        {
            yield return part;
        }
    }

    private static IEnumerable<ReportPart> Completion(IEnumerable<ReferralFacts> sent, Func<ReferralFacts, string> names, LocalDate first, LocalDate until, LocalDate last)
    {
        var published = PublishedGroups<ReferralFacts>.Of(sent, names, Rest, group => Each(group, referral => (By(referral.EndedOn, last), referral.End) switch
        {
            (true, ConditionEnd.Kept) => 0,
            (true, ConditionEnd.Failed) => 1,
            _ => 2,
        }));
        if (published is null)
        {
            yield return new ReportPart.None($"Nobody was referred to a provider from {Day(first)} to {Day(until)}.");
            yield break;
        }

        yield return new ReportPart.Paragraph($"What came of referrals sent from {Day(first)} to {Day(until)}, by {Day(last)}. Completed is of those that were completed or not; waived, replaced and open pathways, and those that ended with the agreement, are nobody's failure and are left out of the share.");
        foreach (var part in Parts("provider-completion", "Pathways completed, by service", "Pathways completed", ["Completed", "Not completed", "Otherwise ended or open"], "Completed share", published, null))
        {
            yield return part;
        }
    }

    /// <param name="columns">Three: the share is the first of the first two.</param>
    /// <param name="median">Of the days that the referrals of a group waited.</param>
    private static IEnumerable<ReportPart> Parts(
        string id, string caption, string picture, string[] columns, string share, PublishedGroups<ReferralFacts> published, Func<ReferralFacts[], double?>? median)
    {
        var table = published.Table;
        var rows = published.Groups.Select((group, index) => (group.Name, group.Items, Cells: table.Cells[index], All: table.RowTotals[index]))
            .Append((Name: "All services", Items: [.. published.Groups.SelectMany(group => group.Items)], Cells: table.ColumnTotals, All: table.Total)).ToArray();
        if (rows.Any(row => Share(row.Cells) is not null))
        {
            yield return new ReportPart.Picture($"{id}-share", $"{picture}, by service", BarDrawing.Draw(
                $"{id}-share", $"{picture}, by service", "Service", [.. rows.Select(row => new Bar(row.Name, Share(row.Cells), PublishedShare.InWords(Share(row.Cells))))], most: 1));
        }

        yield return new ReportPart.Table(id, caption, new(
            ["Service", "Referrals", .. columns, share, .. median is null ? (string[])[] : ["Days that half waited at most"]],
            [
                .. rows.Select(row => (ImmutableArray<string>)
                [
                    row.Name, $"{row.All}", .. row.Cells.Select(count => $"{count}"), PublishedShare.InWords(Share(row.Cells)),
                    .. median is null ? (string[])[] : [Share(row.Cells) is null ? PublishedShare.InWords(null) : median(row.Items)!.Value.ToString("0.#", CultureInfo.InvariantCulture)],
                ]),
            ]));
    }

    private static double? Share(ImmutableArray<PublishedCount> cells) => PublishedShare.Of(cells[0], cells[1]);

    private static int[] Each(ReferralFacts[] group, Func<ReferralFacts, int> column)
    {
        var counts = new int[3];
        foreach (var referral in group)
        {
            counts[column(referral)]++;
        }

        return counts;
    }

    /// <summary>A service has the name and provider of its last referral; without one of the directory it is the provider alone.</summary>
    private static Func<ReferralFacts, string> Names(ReferralFacts[] sent)
    {
        var last = sent.Where(referral => referral.Service is not null).GroupBy(referral => referral.Service!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(referral => referral.SentOn).ThenBy(referral => referral.ServiceName, StringComparer.Ordinal).Last(), StringComparer.Ordinal);
        return referral => referral.Service is { } service ? $"{last[service].ServiceName ?? service} ({last[service].Provider})" : referral.Provider;
    }

    private static bool By(LocalDate? happened, LocalDate day) => happened <= day;

    private static string Day(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
}
