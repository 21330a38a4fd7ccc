using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;
using Xunit.Abstractions;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>
/// What keeping time costs, counted. To read the figures: <c>dotnet test tests/Diversion.Functions.Tests --filter
/// FiguresTests --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class FiguresTests(ITestOutputHelper output)
{
    public static TheoryData<string> Lives => AllLives.Names;

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Storage_transactions_for_one_agreement(string name)
    {
        var life = AllLives.Named(name);
        using var host = new WorkflowHost(life.Start);

        await life.Live(host);

        var story = await Story.Of(host.Casework, life.Id);
        var hub = host.Hub;
        var generations = hub.Instances.Values.Sum(instance => instance.Past.Count);
        output.WriteLine(
            $"{name}: {story.Count} events, {hub.Instances.Count} workflows, {generations} generations, {hub.Nudges} nudges, {hub.Costs.Executions} executions, {hub.Costs.Tables} table and {hub.Costs.Queues} queue transactions of the hub, {host.Counted.Requests} table transactions of cases, longest history {hub.MostRows} rows, largest payload {hub.LargestPayload} bytes");
        Assert.All(hub.Instances.Values.SelectMany(instance => instance.Past), rows => Assert.InRange(WakeUps(rows), 0, 1));
        Assert.InRange(hub.Costs.Total, 1, 60 * generations);

        // A wake-up reads a few rows; a command writes its stream and the following rows, whatever the number of agreements.
        Assert.InRange(host.Counted.Requests, story.Count, (8 * generations) + (30 * story.Count));

        // No polling: a workflow wakes at due moments, at nudges, and every three days.
        var days = (life.Days + 1) * hub.Instances.Count;
        Assert.InRange(generations, 1, days + hub.Nudges + story.Count + hub.Instances.Count);
    }

    private static int WakeUps(IReadOnlyList<HistoryRow> rows) => rows.Count(row => row.Kind == RowKind.TimerFired);
}
