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

/// <param name="TrialRuns">The trial has not closed, and its protocol masks interim outcomes.</param>
/// <param name="SeesOutcomesByArm">The reader is the analyst, or the trial does not run.</param>
public sealed record AnalysisView(AnalysisReport Report, int Months, bool TrialRuns, bool SeesOutcomesByArm)
{
    /// <summary>Every trial that has opened, the one first that is shown unless the reader chooses.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>The trial that the report is about; null when none is on record.</summary>
    public TrialRow? Trial { get; init; }
}

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
    private readonly Dictionary<(int Months, string? Trial), Kept> kept = [];

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
    /// <param name="code">Of the trial; null, or one that there is not, takes the last one that has closed, or else the open one.</param>
    public async ValueTask<Reply<AnalysisView>> Of(Actor by, int months, string? code = null, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeAnalysis(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var known = await Opened(cancellation);
        var trial = known.FirstOrDefault(one => one.Trial == code) ?? (known.Count > 0 ? known[0] : null);
        var report = await Report(months == 24 ? 24 : 12, trial, cancellation);
        var runs = report.HasTrial && await IsMasked(trial, cancellation);
        return new AnalysisView(report, months == 24 ? 24 : 12, runs, !runs || AccessPolicy.SeesOutcomesByArm(by)) { Trials = known, Trial = trial };
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

    /// <summary>Asked each time, and of the store: a trial that is opened or closed on another machine is so here, too.</summary>
    private async ValueTask<IReadOnlyList<TrialRow>> Opened(CancellationToken cancellation) =>
    [
        .. (await trials.All(cancellation)).Where(trial => trial.Status != TrialStatus.Draft)
            .OrderBy(trial => trial.Status == TrialStatus.Open).ThenByDescending(trial => trial.OpenedAt).ThenBy(trial => trial.Trial, StringComparer.Ordinal),
    ];

    /// <summary>Without any trial on record the people who were allocated are taken for a trial that runs.</summary>
    private async ValueTask<bool> IsMasked(TrialRow? trial, CancellationToken cancellation) => trial is null
        || (trial.Status == TrialStatus.Open && (await trials.Find(cancellation) is not { } open || open.Id.Value != trial.Trial || open.Protocol.MasksInterim));

    private async Task<AnalysisReport> Report(int months, TrialRow? trial, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (!kept.TryGetValue((months, trial?.Trial), out var last) || time.GetElapsedTime(last.At) >= last.For)
            {
                var began = time.GetTimestamp();
                var asOf = clock.GetCurrentInstant();
                var people = await scan.ForCounting(cancellation);
                var settings = SettingsOf(rulebook, asOf, await costs.Sheet(cancellation), await boundaries.Maps(cancellation)) with { Months = months, Harm = await harm.Index(cancellation), Trial = trial is null ? null : (trial.Trial, trial.Title) };
                var report = await Task.Run(() => AnalysisReport.Of(people, settings), cancellation);
                var cost = time.GetElapsedTime(began);
                kept[(months, trial?.Trial)] = last = new Kept(report, time.GetTimestamp(), cost * TimesItsCost > Fresh ? cost * TimesItsCost : Fresh);
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
