using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Programmes;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Scrutiny;
using Diversion.Evaluation.Reports;
using NodaTime;

namespace Diversion.Casework.BoardPacks;

/// <param name="Version">Of the words and actions; 0 before the first.</param>
/// <param name="Disparities">Differences between groups that are to be explained or reformed; those with an open action among them.</param>
/// <param name="Parts">The pack's parts, each with the words that stand beside it; null where nothing is written.</param>
public sealed record BoardPackView(Quarter Quarter, string Programme, int Version, AnalysisReport Numbers, IReadOnlyList<(ReportSection Section, string? Words)> Parts, IReadOnlyList<BoardAction> Actions, IReadOnlyList<Disparity> Disparities);

/// <summary>The pack of a quarter: numbers as they may leave the programme, what was written beside them, and the board's actions.</summary>
public sealed class BoardPackQuery(PeopleScan scan, BoardPackService packs, ScrutinyQuery panels, UnitCostService costs, BoundaryService boundaries, Rulebook rulebook, IClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim one = new(1);
    private (Quarter Quarter, AnalysisReport Report, IReadOnlyList<Disparity> Disparities, long At)? kept;

    public async ValueTask<Reply<BoardPackView>> Of(Actor by, Quarter quarter, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeAnalysis(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var (report, disparities) = await Numbers(quarter, cancellation);
        var state = await packs.Find(BoardPackId.Programme, cancellation);
        return new BoardPackView(
            quarter,
            rulebook.Programme.Name,
            state?.Version ?? 0,
            report,
            [.. report.Sections.Select(section => (section, state?.WordsOf(quarter, section.Id)))],
            [.. state?.ActionsIn(quarter) ?? []],
            disparities);
    }

    public void Dispose() => one.Dispose();

    private async Task<(AnalysisReport Report, IReadOnlyList<Disparity> Disparities)> Numbers(Quarter quarter, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (kept is not { } last || last.Quarter != quarter || time.GetElapsedTime(last.At) >= Fresh)
            {
                var asOf = clock.GetCurrentInstant();
                var people = await scan.ForCounting(cancellation);
                var verdicts = (await panels.Counts(SittingId.Of(quarter), cancellation))?.Select(one => (one.Key.InWords(), one.Value)).ToArray();
                var settings = AnalysisQuery.SettingsOf(rulebook, asOf, await costs.Sheet(cancellation), await boundaries.Maps(cancellation));
                var report = await Task.Run(
                    () => BoardPackReport.Of(people, settings, (quarter.FirstDay, quarter.LastDay), (quarter.Before.FirstDay, quarter.Before.LastDay), verdicts), cancellation);
                kept = last = (quarter, report, await Task.Run(() => Disparity.Of(people, settings), cancellation), time.GetTimestamp());
            }

            return (last.Report, last.Disparities);
        }
        finally
        {
            one.Release();
        }
    }
}
