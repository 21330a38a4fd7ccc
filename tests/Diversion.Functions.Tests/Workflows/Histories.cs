using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Functions.Tests.VirtualTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>
/// Histories of workflows as the real engine made them, one file a workflow, one line a row. Recorded by
/// <c>dotnet run --project tests/Diversion.Azurite.Tests -- record</c>, which adds those of a new shape and never replaces
/// one. One may be deleted only when no instance can have it any more (the longest wait, three days, after the last
/// deployment of the code that made it).
/// </summary>
internal static class Histories
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static List<List<HistoryRow>> Read(string workflow) =>
        File.Exists(PathOf(workflow)) ? JsonSerializer.Deserialize<List<List<HistoryRow>>>(File.ReadAllText(PathOf(workflow)), Format)! : [];

    public static void Write(string workflow, IEnumerable<List<HistoryRow>> histories) => File.WriteAllText(
        PathOf(workflow),
        $"[\n{string.Join(",\n", histories.Select(rows => $"[\n{string.Join(",\n", rows.Select(row => JsonSerializer.Serialize(row, Format)))}\n]"))}\n]\n");

    /// <summary>Which activities were called and how they answered, in order.</summary>
    public static string Calls(IEnumerable<HistoryRow> rows) => string.Join(", ", rows
        .Where(row => row.Kind is RowKind.TaskScheduled or RowKind.TaskCompleted or RowKind.TaskFailed)
        .Select(row => $"{row.Kind} {row.Name}"));

    /// <summary>How the generation ended, or that it waits.</summary>
    public static string End(IReadOnlyList<HistoryRow> rows)
    {
        var after = rows.Skip(1 + rows.ToList().FindLastIndex(row => row.Kind is RowKind.TaskCompleted or RowKind.TaskFailed)).ToList();
        return after.Find(row => row.Kind == RowKind.ExecutionCompleted) switch
        {
            null => "waits",
            { Payload: null } => "ends",
            _ when after.Exists(row => row.Kind == RowKind.TimerFired) => "woken by its timer",
            _ when after.Exists(row => row.Kind == RowKind.TimerCreated) => "nudged while it waits",
            _ => "nudged before it waits",
        };
    }

    public static string Shape(IReadOnlyList<HistoryRow> rows) => $"{Calls(rows)}; {End(rows)}";

    private static string PathOf(string workflow, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Recorded", $"{workflow}.json");
}
