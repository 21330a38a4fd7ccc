using System.Globalization;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Figures;

/// <summary>The sums over the rows of all agreements.</summary>
internal sealed class FigureSums
{
    private const int MonthsShown = 12;

    private static readonly string[] Told = ["nobody, because nothing is overdue", "the person who has to do it", "the team manager", "the programme lead"];
    private static readonly LocalDatePattern Title = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    private readonly int[] byStatus = new int[Enum.GetValues<AgreementStatus>().Length];
    private readonly Dictionary<string, int> completed = [];
    private readonly Dictionary<string, int> breached = [];
    private readonly Dictionary<string, List<long>> decided = [];
    private readonly int[] cases = new int[FigureRows.Steps + 1];
    private readonly int[] promises = new int[FigureRows.Steps + 1];
    private readonly Dictionary<string, Load> workload = [];
    private int waitForOutcome;
    private int outcomesOverdue;

    public void Add(FigureRow row)
    {
        byStatus[(int)row.Status]++;
        if (row is { Ended: { } month, Status: AgreementStatus.Completed or AgreementStatus.Breached })
        {
            var months = row.Status == AgreementStatus.Completed ? completed : breached;
            months[month] = months.GetValueOrDefault(month) + 1;
        }

        if (row.Decided is { } decisions)
        {
            AddDecisions(decisions);
        }

        waitForOutcome += row.WaitsForOutcome ?? 0;
        outcomesOverdue += row.OutcomeOverdue ?? 0;
        AddLateness(row);
    }

    public ProgrammeFigures At(Instant now)
    {
        var thisMonth = WorkingCalendar.DateOf(now).With(DateAdjusters.StartOfMonth);
        return new ProgrammeFigures(
            now,
            byStatus.Sum(),
            [.. Enum.GetValues<AgreementStatus>().Select(status => new StatusFigure(status, Words.Of(status), byStatus[(int)status]))],
            [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(ahead => Of(thisMonth.PlusMonths(ahead)))],
            [.. Told.Select((told, step) => new OverdueFigure(step, told, cases[step], promises[step]))],
            [
                .. workload.Values.Select(load => new WorkloadFigure(load.Id, load.Name, load.Cases, load.Overdue, load.Warnings))
                    .OrderByDescending(load => load.OpenCases).ThenBy(load => load.Worker, StringComparer.Ordinal).ThenBy(load => load.WorkerId, StringComparer.Ordinal),
            ])
        {
            Outcomes = new OutcomeFigure(waitForOutcome, outcomesOverdue),
        };
    }

    private void AddDecisions(string decisions)
    {
        foreach (var decision in decisions.Split(' '))
        {
            var month = decision[..decision.IndexOf(':', StringComparison.Ordinal)];
            if (!decided.TryGetValue(month, out var minutes))
            {
                decided[month] = minutes = [];
            }

            minutes.Add(long.Parse(decision.AsSpan(month.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    private void AddLateness(FigureRow row)
    {
        int[] late = [row.Late1 ?? 0, row.Late2 ?? 0, row.Late3 ?? 0];
        var worst = 1 + Array.FindLastIndex(late, count => count > 0);
        for (var step = 1; step <= FigureRows.Steps; step++)
        {
            promises[step] += late[step - 1];
        }

        // A tag to remove or a victim to tell may be overdue after the end.
        if (worst > 0 || !row.Status.IsTerminal())
        {
            cases[worst]++;
        }

        if (row.Status.IsRunning() && row.Worker is { } worker)
        {
            if (!workload.TryGetValue(worker, out var load))
            {
                workload[worker] = load = new Load(worker, row.WorkerName ?? worker);
            }

            load.Cases++;
            load.Overdue += late.Sum();
            load.Warnings += row.Warnings ?? 0;
        }
    }

    private MonthFigure Of(LocalDate firstDay)
    {
        var month = firstDay.ToString("uuuu-MM", CultureInfo.InvariantCulture);
        var minutes = decided.GetValueOrDefault(month, []);
        minutes.Sort();
        return new MonthFigure(
            firstDay,
            Title.Format(firstDay),
            completed.GetValueOrDefault(month),
            breached.GetValueOrDefault(month),
            minutes.Count,
            minutes.Count == 0 ? null : Duration.FromMinutes((minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2),
            minutes.Count == 0 ? null : Duration.FromMinutes(minutes[^1]));
    }

    private sealed class Load(string id, string name)
    {
        public string Id => id;

        public string Name => name;

        public int Cases { get; set; }

        public int Overdue { get; set; }

        public int Warnings { get; set; }
    }
}
