using System.Globalization;
using Diversion.Domain;
using Diversion.Simulation.Reporting;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>Shows a simulation while it runs, and its result.</summary>
internal static class SimulationScreen
{
    /// <summary>A progress bar for people; nothing if the output goes into a file or another program.</summary>
    public static async Task<SimulationResult> WithProgress(IAnsiConsole console, Func<Action<double>?, Task<SimulationResult>> run)
    {
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return await run(null);
        }

        return await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Simulating", maxValue: 1);
            return await run(share => task.Value = share);
        });
    }

    public static void Show(IAnsiConsole console, SimulationResult result)
    {
        var (order, tally) = (result.Order, result.Tally);
        console.WriteLine(
            $"{order.Participants} referrals over {order.Months} months from {Words.Date(order.Start)}, scheme {order.Scheme.Reference}, seed {order.Seed}"
            + (order.Overrides.Count > 0 ? $", with {string.Join(", ", order.Overrides)}" : "")
            + ". Synthetic people; behaviour as in behaviour.json, mostly assumed.");
        console.Write(Outcomes(tally));
        console.Write(Breaches(tally));
        console.Write(Meetings(result));
        console.Write(Counts("Overdue, by ladder step", "Told", tally.Escalations.Select(step => (Words.Of(step.Key), step.Value))));
        if (result.Mails.Count > 0)
        {
            console.Write(Counts("Mail", "Template", result.Mails.Select(mail => (mail.Key, mail.Value))));
        }

        if (result.Refusals.Count > 0)
        {
            console.Write(Counts("Refused", "Command: code", result.Refusals.Select(refused => (refused.Key, refused.Value))));
        }

        foreach (var (id, status) in tally.Unfinished)
        {
            console.WriteLine($"{id} did not end: {Words.Of(status)}.");
        }

        var seconds = result.Elapsed.TotalSeconds;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Events:N0} events in {seconds:F1} s, {tally.Events / seconds:N0} events/s, digest {tally.Digest}"));
    }

    private static Table Outcomes(Tally tally)
    {
        var table = new Table().Title("Outcomes").AddColumn("Status").AddColumn(Right("Count")).AddColumn(Right("%"));
        foreach (var (status, count) in tally.Outcomes)
        {
            table.AddRow(Words.Of(status), Number(count), Percent(count, tally.Agreements));
        }

        return table.AddRow("all", Number(tally.Agreements), Percent(tally.Agreements, tally.Agreements));
    }

    private static Table Breaches(Tally tally)
    {
        var table = new Table().Title("Breaches by cause").AddColumn("Cause").AddColumn(Right("Proposed")).AddColumn(Right("Confirmed"));
        foreach (var (cause, count) in tally.Proposals)
        {
            table.AddRow(Words.Of(cause), Number(count), Number(tally.Breaches.GetValueOrDefault(cause)));
        }

        return table.AddRow("all", Number(tally.Proposals.Values.Sum()), Number(tally.Breaches.Values.Sum()));
    }

    /// <summary>The mean is over all weeks in which anybody met anybody.</summary>
    private static Table Meetings(SimulationResult result)
    {
        var weeks = result.Tally.MeetingsByWeek;
        var table = new Table().Title("Meetings a week by key worker").AddColumn("Key worker").AddColumn(Right("Mean")).AddColumn(Right("Most"));
        foreach (var worker in result.KeyWorkers)
        {
            var counts = weeks.Values.Select(week => week.GetValueOrDefault(worker.Id)).DefaultIfEmpty().ToArray();
            table.AddRow(worker.Name, counts.Average().ToString("F1", CultureInfo.InvariantCulture), Number(counts.Max()));
        }

        return table;
    }

    private static Table Counts(string title, string what, IEnumerable<(string Name, int Count)> counts)
    {
        var table = new Table().Title(title).AddColumn(what).AddColumn(Right("Count"));
        foreach (var (name, count) in counts)
        {
            table.AddRow(Markup.Escape(name), Number(count));
        }

        return table;
    }

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned();

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(int count, int all) => (100.0 * count / Math.Max(1, all)).ToString("F1", CultureInfo.InvariantCulture);
}
