using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>
/// Recorded histories of running instances. Code that requests something different breaks those instances when it is
/// deployed. If a workflow gains a new shape of history, record it by running these tests with the environment variable
/// <c>RECORD_HISTORIES=1</c>: histories are added, never replaced. One may be deleted only when no instance can have it any
/// more (the longest wait, a day, after the last deployment of the code that made it).
/// </summary>
public sealed class RecordedHistoryTests
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> Workflows => [.. Orchestrator.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_recorded_history_is_replayed_with_the_same_actions(string workflow)
    {
        var recorded = Read(workflow);

        Assert.NotEmpty(recorded);
        Assert.All(recorded, rows =>
        {
            var (_, ended) = Replay.Run(Orchestrator.All[workflow], "recorded", rows, rows.Count);
            Assert.Equal(rows.Any(row => row.Kind == RowKind.ExecutionCompleted), ended);
        });
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_history_of_different_code_is_detected(string workflow) => Assert.All(Read(workflow), rows =>
    {
        var at = rows.FindIndex(row => row.Kind == RowKind.TaskScheduled);
        var others = new List<HistoryRow>(rows) { [at] = rows[at] with { Name = "SomethingElse" } };

        Assert.Throws<NonDeterminismException>(() => Replay.Run(Orchestrator.All[workflow], "recorded", others, others.Count));
    });

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Every_shape_of_history_in_the_lives_is_recorded(string workflow)
    {
        var recorded = Read(workflow);
        var shapes = recorded.Select(Shape).ToHashSet();
        var fresh = (await Lived.Value).Where(history => history.Workflow == workflow && shapes.Add(Shape(history.Rows))).Select(history => history.Rows).ToList();
        if (Environment.GetEnvironmentVariable("RECORD_HISTORIES") == "1")
        {
            await File.WriteAllTextAsync(PathOf(workflow), Write([.. recorded, .. fresh]));
            return;
        }

        Assert.True(fresh.Count == 0, $"{workflow} has a history of a new shape, {fresh.Select(Shape).FirstOrDefault()}. Run these tests with RECORD_HISTORIES=1 and keep what is added.");
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

    /// <summary>Which calls, answers and waits, in which order. When nudges came, and how many, does not make another shape.</summary>
    private static string Shape(List<HistoryRow> rows)
    {
        var steps = rows
            .Where(row => row.Kind is not (RowKind.OrchestratorStarted or RowKind.OrchestratorCompleted or RowKind.EventRaised))
            .Select(row => row.Kind is RowKind.TaskScheduled or RowKind.TaskCompleted or RowKind.TaskFailed ? $"{row.Kind} {row.Name}" : $"{row.Kind}");
        return string.Join(", ", rows.Any(row => row.Kind == RowKind.EventRaised) ? steps.Append("nudged") : steps);
    }

    private static List<List<HistoryRow>> Read(string workflow) =>
        File.Exists(PathOf(workflow)) ? JsonSerializer.Deserialize<List<List<HistoryRow>>>(File.ReadAllText(PathOf(workflow)), Format)! : [];

    /// <summary>One line per row, so that a difference can be read.</summary>
    private static string Write(IEnumerable<List<HistoryRow>> histories) =>
        $"[\n{string.Join(",\n", histories.Select(rows => $"[\n{string.Join(",\n", rows.Select(row => JsonSerializer.Serialize(row, Format)))}\n]"))}\n]\n";

    private static string PathOf(string workflow, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Recorded", $"{workflow}.json");
}
