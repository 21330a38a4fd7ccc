using System.Collections.Immutable;
using System.Reflection;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Boundaries;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Programmes;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <param name="TrialRuns">Some of the people are in a trial that has not closed, and its protocol masks interim outcomes.</param>
/// <param name="SeesOutcomesByArm">The reader is the analyst, or no trial runs.</param>
public sealed record AnalysisView(AnalysisReport Report, int Months, bool TrialRuns, bool SeesOutcomesByArm);

/// <summary>
/// The evaluation of the programme. It reads one row of every case, so it is computed once for everybody who asks, and again
/// when it has become old: the longer it takes, the longer it is kept.
/// </summary>
public sealed class AnalysisQuery(PeopleScan scan, OpenTrials trials, HarmTableService harm, UnitCostService costs, BoundaryService boundaries, Rulebook rulebook, IClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>So computing takes at most a twentieth of the time in which somebody asks again and again.</summary>
    private const int TimesItsCost = 20;

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<int, Kept> kept = [];

    /// <summary>The version of this program, as it stands beside each number, with the start of its commit.</summary>
    public static string CodeVersion { get; } =
        typeof(AnalysisQuery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') switch
        {
            [var version, { Length: > CommitShown } commit] => $"{version}+{commit[..CommitShown]}",
            [var version, ..] => version,
            _ => "not known",
        };

    private const int CommitShown = 12;

    /// <param name="months">12 or 24.</param>
    public async ValueTask<Reply<AnalysisView>> Of(Actor by, int months, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeAnalysis(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var report = await Report(months == 24 ? 24 : 12, cancellation);
        var runs = report.HasTrial && await IsMasked(cancellation);
        return new AnalysisView(report, months == 24 ? 24 : 12, runs, !runs || AccessPolicy.SeesOutcomesByArm(by));
    }

    /// <summary>What every report of this programme is made with.</summary>
    internal static AnalysisSettings SettingsOf(Rulebook rulebook, Instant asOf, (CostSheet Sheet, string Used) costs, ImmutableDictionary<GroupKind, Evaluation.Drawings.Boundaries> maps)
    {
        var groups = rulebook.Schemes.Vocabulary.OffenceGroups;
        return new(rulebook.Programme.Name, asOf, CodeVersion)
        {
            Costs = costs.Sheet,
            CostsUsed = costs.Used,
            Maps = maps,
            GroupName = (kind, code) => kind switch
            {
                GroupKind.OffenceGroup => groups.NameOf(code),
                GroupKind.Ethnicity => Ethnicities.InWords(code),
                _ => code,
            },
        };
    }

    public void Dispose() => one.Dispose();

    /// <summary>
    /// Asked each time, and of the store: a trial that is opened on another machine masks here, too. Without any trial on
    /// record the people who were allocated are taken for a trial that runs.
    /// </summary>
    private async ValueTask<bool> IsMasked(CancellationToken cancellation) => await trials.Find(cancellation) is { } open
        ? open.Protocol.MasksInterim
        : !(await trials.All(cancellation)).Any(trial => trial.Status is TrialStatus.Closed or TrialStatus.Unsealed);

    private async Task<AnalysisReport> Report(int months, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (!kept.TryGetValue(months, out var last) || time.GetElapsedTime(last.At) >= last.For)
            {
                var began = time.GetTimestamp();
                var asOf = clock.GetCurrentInstant();
                var people = await scan.All(null, cancellation);
                var settings = SettingsOf(rulebook, asOf, await costs.Sheet(cancellation), await boundaries.Maps(cancellation)) with { Months = months, Harm = await harm.Index(cancellation) };
                var report = await Task.Run(() => AnalysisReport.Of(people, settings), cancellation);
                var cost = time.GetElapsedTime(began);
                kept[months] = last = new Kept(report, time.GetTimestamp(), cost * TimesItsCost > Fresh ? cost * TimesItsCost : Fresh);
            }

            return last.Report;
        }
        finally
        {
            one.Release();
        }
    }

    private sealed record Kept(AnalysisReport Report, long At, TimeSpan For);
}
