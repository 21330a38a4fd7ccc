using System.Globalization;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Formatting;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.UnmetNeeds;

/// <summary>Needs that no service meets, counted for those who decide which services are bought next.</summary>
public sealed class UnmetNeedsQuery(ITableStore store)
{
    /// <summary>Most frequent first.</summary>
    /// <param name="since">Recorded on this day or later; null for all.</param>
    public async ValueTask<Reply<IReadOnlyList<UnmetNeedCount>>> Of(Actor by, LocalDate? since, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeUnmetNeeds(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var rows = await store.Rows(Tables.Search, Partitions.UnmetNeeds, cancellation: cancellation).Select(RowOf<UnmetNeedRow>.Read).Where(row => since is null || row.On >= since).ToListAsync(cancellation);
        return new Reply<IReadOnlyList<UnmetNeedCount>>.Given(
        [
            .. rows.GroupBy(row => (row.Need, row.Because, row.District))
                .Select(same => new UnmetNeedCount(same.Key.Need, same.Key.Because, same.Key.District, same.Count(), same.Count(row => row.MetOn is null)))
                .OrderByDescending(count => count.All).ThenBy(count => count.Need).ThenBy(count => count.Because).ThenBy(count => count.District, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The same as CSV in UTF-8.</summary>
    public async ValueTask<Reply<byte[]>> File(Actor by, LocalDate? since, CancellationToken cancellation = default)
    {
        if (await Of(by, since, cancellation) is not Reply<IReadOnlyList<UnmetNeedCount>>.Given { Value: var counts })
        {
            return CaseworkRefusal.NotForRole();
        }

        var csv = new StringBuilder();
        csv.Append(CsvLine.Of(["need", "why_nothing_meets_it", "district", "recorded", "still_unmet"])).Append("\r\n");
        foreach (var count in counts)
        {
            csv.Append(CsvLine.Of([Words.Of(count.Need), UnmetNeedWords.Of(count.Because), count.District, Text(count.All), Text(count.Open)])).Append("\r\n");
        }

        return (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
