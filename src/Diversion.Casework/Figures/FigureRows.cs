using Diversion.Domain.Schemes;
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

    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        var outcomes = state.Obligations.Where(open => open.Deadline.Rule == RuleIds.CaseOutcome).ToArray();
        var row = new FigureRow(
            state.Status,
            state.KeyWorker?.Id,
            state.KeyWorker?.Name,
            state.EndedAt is { } ended ? Month(ended) : null,
            Decisions(state),
            Late(1),
            Late(2),
            Late(3),
            outcomes.Length > 0 ? 1 : null,
            outcomes.Any(open => open.IsOverdue) ? 1 : null,
            Some(state.Warnings.Count(warning => !warning.Withdrawn)));
        rows.Add(new ReadModelRow(Tables.Figures, Partitions.Shard(state.Id.Value), state.Id.Value, RowOf<FigureRow>.Write(row)));

        int? Late(int step) => Some(state.Obligations.Count(open => open.Owner != Addressee.Analyst && StepOf(open) == step));
        static int? Some(int count) => count == 0 ? null : count;
    }

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
