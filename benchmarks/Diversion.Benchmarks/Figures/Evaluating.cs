using System.Diagnostics;
using System.Globalization;
using Diversion.Benchmarks.Bare;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework.UnitCosts;
using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Extracts;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using Diversion.Local.Storage;
using NodaTime;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// The whole report over everybody of a trial with 24 months of follow-up, the first time in this process, and the extract
/// of the same people, each beside a plain scan of the same rows.
/// </summary>
internal static class Evaluating
{
    private const double MostSeconds = 5;
    private const int Rounds = 3;
    private const int InOneCommit = TableTransaction.MostChanges - 1;

    private static readonly Pseudonyms Names = new("a key of the benchmarks, long enough"u8.ToArray());

    private static readonly LocalDate Allocated = new(2023, 1, 9);

    public static async Task<Figure[]> Measure(Settings settings)
    {
        using var folder = new TemporaryFolder();
        using (var filled = SqliteTableStore.Open(folder.Path))
        {
            foreach (var shard in Enumerable.Range(0, settings.Agreements).Select(Row).Select(EvaluationRows.Stored).GroupBy(row => row.Partition))
            {
                foreach (var some in shard.Chunk(InOneCommit))
                {
                    await filled.Commit(new TableTransaction(Tables.Evaluation, shard.Key, [.. some.Select(row => new RowChange.Upsert(row.Row, row.Properties))]), []);
                }
            }
        }

        using var store = SqliteTableStore.OpenToRead(folder.Path);
        var scan = new PeopleScan(store, Names);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var people = await scan.ForCounting();
        var (read, toRead) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var report = AnalysisReport.Of(people, new("Benchmark", Instant.FromUtc(2026, 6, 1, 9, 0), "benchmark") { Months = 24, Costs = UnitCostFile.Examples });
        var (all, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var peak = Memory.Own();

        var (extract, bare) = (new List<double>(), new List<double>());
        var extracts = new ExtractQuery(scan, Names, new AccessLog(store));
        for (var round = 0; round < Rounds; round++)
        {
            watch.Restart();
            BareScan.Read(folder.Path, [Tables.Evaluation]);
            bare.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            await extracts.Write(new(ExtractFormat.Csv, null), Instant.FromUtc(2026, 6, 1, 9, 0), Stream.Null, CancellationToken.None);
            extract.Add(watch.Elapsed.TotalSeconds);
        }

        var (plain, written) = (Samples.Median(bare), Samples.Median(extract));
        return
        [
            new Figure(
                Text($"every report over {report.People:N0} people, 24 months of follow-up, cold"),
                Text($"{all:0.00} s ({read:0.00} s to read the rows), {processor:0.0} s of CPU ({toRead:0.0} to read), {peak / 1e6:N0} MB"),
                Text($"{plain:0.00} s (plain scan of the same rows)"),
                plain / all,
                "5 s",
                all < MostSeconds),
            new Figure(
                Text($"extract of {report.People:N0} people with their events, CSV"),
                Text($"{written:0.00} s"),
                Text($"{plain:0.00} s (plain scan of the same rows)"),
                plain / written,
                "half of it",
                plain / written >= 0.5),
        ];
    }

    private static EvaluationRow Row(int number)
    {
        var programme = number % 2 == 0;
        var signed = Allocated.PlusDays(number % 300);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"DV-{number:00000000}"), signed, number % 5 == 0 ? Sex.Female : Sex.Male, "25 to 34", $"W{1 + (number % 9)}", $"g{number % 11}",
            RiskBand.Medium, $"ward-{number % 120}", $"d{number % 8}",
            programme ? "programme" : "control", signed, $"medium/g{number % 11}", programme ? "programme" : "control", signed, null,
            signed, null, signed, null, programme ? signed : null, programme ? signed.PlusDays(120) : null, programme ? CourseEnd.Completed : null,
            null, null, null, null, null,
            programme ? ["no-reoffending|Kept|||", "supervision|Kept|||", "reparation|Kept|||", "pathway|Kept|Accommodation|3|7"] : null,
            programme ? [.. Enumerable.Range(0, 14).Select(week => string.Create(CultureInfo.InvariantCulture, $"{12_100_000 + (number % 300 * 1440) + (week * 10_080)}|A{(week % 2 == 0 ? "r" : "")}|kw-{(week < 11 ? number % 40 : number % 7)}"))] : null,
            number % 3 == 0 ? ["to"] : null,
            programme ? 630 : null, programme ? 6 : null, programme ? 1080 : null, null,
            [
                "c2026-05-01",
                .. number % 100 < (programme ? 36 : 48)
                    ? Enumerable.Range(0, 1 + (number % 4)).Select(n => string.Create(CultureInfo.InvariantCulture, $"r{signed.PlusDays(20 + (number % 500) + n):uuuu-MM-dd}|{signed.PlusDays(90 + (number % 500) + n):uuuu-MM-dd}|Conviction|046/00|theft"))
                    : [],
            ],
            Referrals: programme ? [string.Create(CultureInfo.InvariantCulture, $"{signed:uuuu-MM-dd}|{signed.PlusDays(number % 30):uuuu-MM-dd}|{signed.PlusDays(90):uuuu-MM-dd}|{(number % 30 < 21 ? 't' : 'l')}|Kept|Accommodation|Provider%20{number % 40}|service-{number % 60}|Service%20{number % 60}")] : null);
    }
}
