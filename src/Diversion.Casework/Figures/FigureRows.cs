using System.Globalization;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Figures;

/// <summary>
/// What one case adds to the programme's figures. It contains only what seldom changes: most commands must not have to
/// write it again.
/// </summary>
public static class FigureRows
{
    /// <summary>Number of steps of the overdue ladder that are counted separately; anything beyond counts as the last.</summary>
    public const int Steps = 3;

    /// <summary>What happened to the case still has to be recorded.</summary>
    public const string WaitsForOutcome = "waitsForOutcome";

    public const string OutcomeOverdue = "outcomeOverdue";

    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        var properties = new Dictionary<string, object>(8) { ["status"] = state.Status.ToString() };
        properties.AddIfKnown("worker", state.KeyWorker?.Id);
        properties.AddIfKnown("workerName", state.KeyWorker?.Name);
        properties.AddIfKnown("ended", state.EndedAt is { } ended ? Month(ended) : null);
        properties.AddIfKnown("decided", Decisions(state));
        for (var step = 1; step <= Steps; step++)
        {
            if (state.Obligations.Count(open => StepOf(open) == step) is var late and > 0)
            {
                properties[Step(step)] = (long)late;
            }
        }

        if (state.Obligations.Any(open => open.Deadline.Rule == RuleIds.CaseOutcome))
        {
            properties[WaitsForOutcome] = 1L;
            if (state.Obligations.Any(open => open.Deadline.Rule == RuleIds.CaseOutcome && open.IsOverdue))
            {
                properties[OutcomeOverdue] = 1L;
            }
        }

        if (state.Warnings.Count(warning => !warning.Withdrawn) is var warnings and > 0)
        {
            properties["warnings"] = (long)warnings;
        }

        rows.Add(new ReadModelRow(Tables.Figures, Partitions.Shard(state.Id.Value), state.Id.Value, properties));
    }

    /// <summary>The property that counts the obligations on a step of the ladder.</summary>
    public static string Step(int step) => $"late{step}";

    /// <summary>The local month, such as <c>2026-03</c>.</summary>
    public static string Month(Instant instant) => WorkingCalendar.DateOf(instant).ToString("uuuu-MM", CultureInfo.InvariantCulture);

    /// <summary>The first instant of a ladder only reminds the owner; the second is the first step.</summary>
    private static int StepOf(Obligation open) => Math.Min(open.Rung, Steps);

    /// <summary>The month of each decision and the minutes it took: <c>2026-03:4310 2026-05:95</c>.</summary>
    private static string? Decisions(AgreementState state) => state.BreachesDecided.IsEmpty
        ? null
        : string.Join(' ', state.BreachesDecided.Select(breach =>
            string.Create(CultureInfo.InvariantCulture, $"{Month(breach.DecidedAt)}:{(long)(breach.DecidedAt - breach.ProposedAt).TotalMinutes}")));
}
