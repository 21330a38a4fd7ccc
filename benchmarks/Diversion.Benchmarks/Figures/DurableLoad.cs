using System.Diagnostics;
using Diversion.Benchmarks.Bare;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Domain.Agreements;
using Diversion.Local.Storage;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// The same commands three times: through casework with their commits recorded, through casework timed, and their rows
/// written by a bare loop in groups of casework's average size. Each runs on its own copy of one data folder, the last two
/// in turns.
/// </summary>
internal static class DurableLoad
{
    private const int MostAgreements = 1_000;

    public sealed record Round(double Seconds, double BareSeconds, double CpuMicroseconds, double GroupSize);

    /// <param name="Rows">Rows written per command.</param>
    /// <param name="Bytes">Bytes written per command.</param>
    public sealed record Result(int Commands, IReadOnlyList<Round> Rounds, double Rows, double Bytes, double[] Latencies, double[] BareLatencies)
    {
        public double Rate => Samples.Median(Rounds.Select(round => Commands / round.Seconds));

        public double BareRate => Samples.Median(Rounds.Select(round => Commands / round.BareSeconds));

        public double Ratio => Rate / BareRate;
    }

    public static async Task<Result> Run(int agreements, int clients, int perRound, int rounds)
    {
        var scripts = Spread(agreements);
        var work = Enumerable.Range(0, perRound * (rounds + 1))
            .Select(n => (scripts[n % scripts.Length].Id, Command: scripts[n % scripts.Length].Running(n / scripts.Length)))
            .ToArray();
        using var recordedFolder = await Population.Copy(agreements);
        using var timedFolder = await Population.Copy(agreements);
        using var bareFolder = await Population.Copy(agreements);
        var commits = await Record(recordedFolder.Path, work, perRound);

        using var place = new Workplace(timedFolder.Path);
        using var bare = new BareWriter(bareFolder.Path);
        var measured = new List<Round>();
        var latencies = new double[perRound * (rounds + 1)];
        var bareLatencies = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var groups = place.Groups;
            var cpu = Environment.CpuUsage.TotalTime;
            var first = round * perRound;
            var watch = Stopwatch.StartNew();
            await Workplace.Clients(clients, perRound, async n =>
            {
                var began = Stopwatch.GetTimestamp();
                await place.Do(work[first + n].Id, work[first + n].Command);
                latencies[first + n] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            });
            var seconds = watch.Elapsed.TotalSeconds;
            cpu = Environment.CpuUsage.TotalTime - cpu;
            var size = Math.Max(1, (int)Math.Round(commits[round].Length / (double)(place.Groups - groups)));

            watch.Restart();
            foreach (var group in commits[round].Chunk(size))
            {
                var began = Stopwatch.GetTimestamp();
                bare.Write(group);
                bareLatencies.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }

            // The first round is a warm-up for both.
            if (round > 0)
            {
                measured.Add(new Round(seconds, watch.Elapsed.TotalSeconds, cpu.TotalMicroseconds / perRound, size));
            }
            else
            {
                bareLatencies.Clear();
            }
        }

        var written = commits.SelectMany(round => round).ToArray();
        return new Result(
            perRound,
            measured,
            written.Average(changes => changes.Length),
            written.Average(changes => changes.Sum(change => change.Bytes)),
            latencies[perRound..],
            [.. bareLatencies]);
    }

    /// <summary>Agreements spread evenly over all, so that the same work is done whatever their number.</summary>
    private static CaseScript[] Spread(int agreements)
    {
        var ordinary = Enumerable.Range(0, agreements).Where(number => !CaseScript.IsProposed(number)).ToArray();
        var count = Math.Min(MostAgreements, ordinary.Length);
        return [.. Enumerable.Range(0, count).Select(n => new CaseScript(ordinary[(int)((long)n * ordinary.Length / count)]))];
    }

    private static async Task<EncodedChange[][][]> Record(string folder, (AgreementId Id, AgreementCommand Command)[] work, int perRound)
    {
        RecordingStore? recording = null;
        using var place = new Workplace(folder, store => recording = new RecordingStore(store));
        var rounds = new List<EncodedChange[][]>();
        foreach (var part in work.Chunk(perRound))
        {
            await Workplace.Clients(64, part.Length, n => place.Do(part[n].Id, part[n].Command));
            rounds.Add([.. recording!.Take()]);
        }

        return [.. rounds];
    }
}
