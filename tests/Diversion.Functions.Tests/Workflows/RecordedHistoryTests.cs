using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>
/// Histories that the real engine made (<see cref="Histories"/>), as instances have them that are running. Code that
/// requests something different breaks those instances when it is deployed.
/// </summary>
public sealed class RecordedHistoryTests
{
    private const string Record = "Record it: dotnet run -c Release --project tests/Diversion.Azurite.Tests -- record";

    public static TheoryData<string> Workflows => [.. Orchestrator.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_recorded_history_is_replayed_with_the_same_actions(string workflow)
    {
        var recorded = Histories.Read(workflow);

        Assert.NotEmpty(recorded);
        Assert.All(recorded, rows =>
        {
            var (_, ended) = Replay.Run(Orchestrator.All[workflow], "recorded", rows, rows.Count);
            Assert.Equal(rows.Any(row => row.Kind == RowKind.ExecutionCompleted), ended);
        });
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void The_worker_package_demands_at_each_step_what_it_demanded_then(string workflow) => Assert.All(
        Histories.Read(workflow),
        rows => Assert.All(WorkerReplay.Steps(rows), step => Assert.Equal(step.Then, WorkerReplay.Run(Orchestrator.All[workflow], step))));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_history_of_different_code_is_detected(string workflow) => Assert.All(Histories.Read(workflow), rows =>
    {
        var at = rows.FindIndex(row => row.Kind == RowKind.TaskScheduled);
        var others = new List<HistoryRow>(rows) { [at] = rows[at] with { Name = "SomethingElse" } };

        Assert.Throws<NonDeterminismException>(() => Replay.Run(Orchestrator.All[workflow], "recorded", others, others.Count));
        Assert.Contains("NonDeterministic", string.Concat(WorkerReplay.Run(Orchestrator.All[workflow], WorkerReplay.Steps(others)[^1])), StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Whatever_the_workflow_does_in_the_lives_is_in_a_recorded_history(string workflow)
    {
        var recorded = Histories.Read(workflow);
        var lived = (await Lived.Value).Where(history => history.Workflow == workflow).Select(history => history.Rows).ToList();

        Assert.Equal($"{Record}: {string.Empty}", $"{Record}: {Missing(Histories.Calls)}");
        Assert.Equal($"{Record}: {string.Empty}", $"{Record}: {Missing(Histories.End)}");

        string Missing(Func<List<HistoryRow>, string> part) => lived.Select(part).FirstOrDefault(one => recorded.TrueForAll(rows => part(rows) != one)) ?? string.Empty;
    }

    /// <summary>
    /// Finished and waiting histories: of a quiet life, of one in which activities fail now and then, and of one in which
    /// they keep failing.
    /// </summary>
    private static readonly Lazy<Task<List<(string Workflow, List<HistoryRow> Rows)>>> Lived = new(async () =>
    {
        var life = AllLives.Completed;
        using var quiet = new WorkflowHost(life.Start);
        await life.Live(quiet);
        using var shaken = new WorkflowHost(life.Start);
        var calls = 0;
        shaken.Hub.ActivityFault = _ => ++calls % 2 == 0 ? null : new TimeoutException();
        await life.With(days: 60).Live(shaken);
        using var dark = new WorkflowHost(life.Start);
        await life.With(days: 6).Live(dark);
        dark.Hub.ActivityFault = _ => new TimeoutException();
        await dark.RunTo(dark.Clock.Now + NodaTime.Duration.FromDays(2));
        return
        [
            .. new[] { quiet, shaken, dark }.SelectMany(host => host.Hub.Instances.Values).SelectMany(instance =>
                instance.Past.Append(instance.History).Select(rows => (instance.Workflow, rows.ToList()))),
        ];
    });
}
