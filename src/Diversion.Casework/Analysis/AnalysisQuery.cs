using System.Reflection;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <param name="SeesOutcomesByArm">The reader is the analyst, or the trial has closed.</param>
public sealed record AnalysisView(AnalysisReport Report, int Months, bool SeesOutcomesByArm);

/// <summary>
/// The evaluation of the programme. It reads one row of every case, so it is computed once for everybody who asks, and again
/// when it has become old: the longer it takes, the longer it is kept.
/// </summary>
public sealed class AnalysisQuery(PeopleScan scan, HarmTableService harm, Rulebook rulebook, IClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>So computing takes at most a twentieth of the time in which somebody asks again and again.</summary>
    private const int TimesItsCost = 20;

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<int, Kept> kept = [];

    /// <summary>The version of this program, as it stands beside each number.</summary>
    public static string CodeVersion { get; } =
        typeof(AnalysisQuery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "not known";

    /// <param name="months">12 or 24.</param>
    public async ValueTask<Reply<AnalysisView>> Of(Actor by, int months, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeAnalysis(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var report = await Report(months == 24 ? 24 : 12, cancellation);
        return new AnalysisView(report, months, !report.IsMasked || AccessPolicy.SeesOutcomesByArm(by));
    }

    public void Dispose() => one.Dispose();

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
                var settings = SettingsAt(asOf) with { Harm = await harm.Index(cancellation) };
                var report = await Task.Run(() => AnalysisReport.Of(people, settings with { Months = months }), cancellation);
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

    private AnalysisSettings SettingsAt(Instant asOf) => new(rulebook.Programme.Name, asOf, CodeVersion)
    {
        Costs = UnitCostFile.Examples,
        GroupName = NameOf,
    };

    private string NameOf(GroupKind kind, string code) => kind switch
    {
        GroupKind.OffenceGroup => rulebook.Schemes.Vocabulary.OffenceGroups.NameOf(code),
        GroupKind.Ethnicity => Ethnicities.InWords(code),
        _ => code,
    };

    private sealed record Kept(AnalysisReport Report, long At, TimeSpan For);
}
