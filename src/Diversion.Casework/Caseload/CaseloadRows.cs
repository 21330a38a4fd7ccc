using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Caseload;

/// <summary>
/// The <c>caseload</c>: a row in the partition of each person involved in a case, for as long as it runs or an obligation
/// is open, and in the partitions of their teams. A partner's row contains nothing that a partner may not see.
/// </summary>
public static class CaseloadRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.IsTerminal && state.Obligations.IsEmpty)
        {
            return;
        }

        var full = Properties(state);
        rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Officer(state.Referral.Officer.Id), state.Id.Value, full));
        if (state.KeyWorker is { } worker)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(worker.Id), state.Id.Value, full));
        }

        if (state.Obligations.Any(HasReachedSergeants))
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Sergeants, state.Id.Value, full));
        }

        if (state.Cover is { } cover)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(cover.Worker.Id), state.Id.Value, full));
        }

        foreach (var team in new[] { state.KeyWorker?.Team, state.Referral.Officer.Team }.OfType<string>().Distinct())
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Team(team), state.Id.Value, full));
        }

        var partners = new HashSet<string>();
        foreach (var condition in state.Conditions)
        {
            if (condition.IsOpen && Partner(condition) is { } partner && partners.Add(partner))
            {
                rows.Add(new ReadModelRow(Tables.Caseload, partner, state.Id.Value, Limited(state, partner)));
            }
        }
    }

    /// <summary>Only obligations with a ladder of their own go to sergeants, so this needs nothing from the scheme.</summary>
    internal static bool HasReachedSergeants(Obligation open) =>
        open.Deadline.To is { } to && to.Take(open.Step).Any(told => told is Addressee.Sergeant or Addressee.ProgrammeLead);

    private static string? Partner(Condition condition) =>
        condition.PartnerFacilitator is { } facilitator ? Partitions.Facilitator(facilitator.Id)
        : condition.PartnerProvider is { } provider ? Partitions.Provider(provider)
        : null;

    private static Dictionary<string, object> Properties(AgreementState state)
    {
        var properties = new Dictionary<string, object>(12)
        {
            ["agreement"] = state.Id.Value,
            ["name"] = state.Referral.Person.Name,
            ["status"] = state.Status.ToString(),
            ["overdue"] = (long)state.Obligations.Count(open => open.IsOverdue),
            ["warnings"] = (long)state.Warnings.Count(warning => !warning.Withdrawn),
            ["openConditions"] = (long)state.Conditions.Count(condition => condition.IsOpen),
        };
        properties.AddIfKnown("chargeBy", state.Referral.ChargeBy.Date?.ToString("uuuu-MM-dd", null));
        properties.AddIfKnown("lastDay", state.Term?.LastDay.ToString("uuuu-MM-dd", null));
        properties.AddIfKnown("worker", state.KeyWorker?.Name);
        properties.AddIfKnown("workerId", state.KeyWorker?.Id);
        properties.AddIfKnown("workerTeam", state.KeyWorker?.Team);
        properties.AddIfKnown("cover", state.Cover?.Worker.Name);
        properties.AddIfKnown("coverUntil", state.Cover?.Until.ToString("uuuu-MM-dd", null));
        properties["officer"] = state.Referral.Officer.Name;
        if (NextObligation(state.Obligations) is { } next)
        {
            properties["nextRule"] = next.Deadline.Rule;
            properties["nextDue"] = Sortable.Ascending(next.Deadline.Due);
        }

        return properties;
    }

    private static Dictionary<string, object> Limited(AgreementState state, string partner)
    {
        var theirs = state.Conditions.Where(condition => condition.IsOpen && Partner(condition) == partner).ToArray();
        var properties = new Dictionary<string, object>(8)
        {
            ["agreement"] = state.Id.Value,
            ["name"] = state.Referral.Person.Name,
            ["status"] = state.Status.ToString(),
            ["conditions"] = string.Join(' ', theirs.Select(condition => condition.Id)),
            ["openConditions"] = (long)theirs.Length,
        };
        if (theirs.Select(condition => condition.ForNeed).OfType<PathwayKind>().ToArray() is { Length: > 0 } needs)
        {
            properties["needs"] = string.Join(' ', needs);
        }

        properties.AddIfKnown("lastDay", state.Term?.LastDay.ToString("uuuu-MM-dd", null));
        properties.AddIfKnown("worker", state.KeyWorker?.Name);
        var own = state.Obligations.Where(open => theirs.Any(condition => condition.Id == open.Track)).ToArray();
        properties["overdue"] = (long)own.Count(open => open.IsOverdue);
        if (NextObligation(own) is { } next)
        {
            properties["nextRule"] = next.Deadline.Rule;
            properties["nextDue"] = Sortable.Ascending(next.Deadline.Due);
        }

        return properties;
    }

    private static Obligation? NextObligation(IEnumerable<Obligation> obligations)
    {
        Obligation? next = null;
        foreach (var open in obligations)
        {
            if (next is null || open.Deadline.Due < next.Deadline.Due)
            {
                next = open;
            }
        }

        return next;
    }
}
