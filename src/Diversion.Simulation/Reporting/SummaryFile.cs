using System.Text.Encodings.Web;
using System.Text.Json;
using Diversion.Domain;

namespace Diversion.Simulation.Reporting;

/// <summary>Writes <c>summary.json</c>: the figures of one simulation and everything needed to run it again.</summary>
public static class SummaryFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, SimulationResult result)
    {
        var (order, tally) = (result.Order, result.Tally);
        var summary = new
        {
            order.Participants,
            order.Months,
            order.Seed,
            Start = order.Start.ToString("uuuu-MM-dd", null),
            Scheme = order.Scheme.Reference.ToString(),
            order.Overrides,
            Outcomes = Named(tally.Outcomes),
            BreachesProposedByCause = Named(tally.Proposals),
            BreachesByCause = Named(tally.Breaches),
            tally.Events,
            Escalations = Named(tally.Escalations),
            WorkloadByWeek = tally.MeetingsByWeek,
            KeyWorkers = result.KeyWorkers.Count,
            MailsByTemplate = result.Mails,
            MessagesByType = result.Notices,
            result.Refusals,
            Unfinished = tally.Unfinished.Select(left => new { Agreement = left.Id.Value, Status = Words.Of(left.Status) }),
            tally.Digest,
            ElapsedSeconds = Math.Round(result.Elapsed.TotalSeconds, 3),
            Behaviour = result.Behaviour.Figures,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(summary, Options) + "\n");
    }

    private static SortedDictionary<string, int> Named<TKey>(IReadOnlyDictionary<TKey, int> counts) where TKey : struct, Enum
    {
        var named = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, count) in counts)
        {
            named[JsonNamingPolicy.CamelCase.ConvertName(key.ToString())] = count;
        }

        return named;
    }
}
