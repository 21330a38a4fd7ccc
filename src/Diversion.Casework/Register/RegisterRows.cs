using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Register;

/// <summary>
/// The register: every case, newest referral first, once among all and once each by status, team, officer and key worker.
/// So a filter reads one short range, and nobody has to search for their own cases among all. It contains only what seldom
/// changes.
/// </summary>
public static class RegisterRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        var key = $"{Sortable.Descending(state.Referral.ReferredAt)}|{state.Id.Value}";
        var properties = Properties(state);
        rows.Add(new ReadModelRow(Tables.Register, Partitions.Everything, key, properties));
        rows.Add(new ReadModelRow(Tables.Register, Partitions.Status(state.Status), key, properties));
        if (state.Referral.Officer.Team is { } team)
        {
            rows.Add(new ReadModelRow(Tables.Register, Partitions.Team(team), key, properties));
        }

        if (state.KeyWorker?.Team is { } workers && workers != state.Referral.Officer.Team)
        {
            rows.Add(new ReadModelRow(Tables.Register, Partitions.Team(workers), key, properties));
        }

        rows.Add(new ReadModelRow(Tables.Register, Partitions.Officer(state.Referral.Officer.Id), key, properties));
        if (state.KeyWorker is { } worker)
        {
            rows.Add(new ReadModelRow(Tables.Register, Partitions.Worker(worker.Id), key, properties));
        }
    }

    private static Dictionary<string, object> Properties(AgreementState state)
    {
        var properties = new Dictionary<string, object>(14)
        {
            ["agreement"] = state.Id.Value,
            ["name"] = state.Referral.Person.Name,
            ["status"] = state.Status.ToString(),
            ["scheme"] = state.Scheme.ToString(),
            ["officer"] = state.Referral.Officer.Id,
            ["offenceGroup"] = state.Referral.Offence.Group,
            ["referredAt"] = Sortable.Ascending(state.Referral.ReferredAt),
        };
        properties.AddIfKnown("waitsForOutcome", state.Obligations.Any(open => open.Deadline.Rule == RuleIds.CaseOutcome) ? "yes" : null);
        properties.AddIfKnown("outcomeCode", state.CaseOutcome?.Code);
        properties.AddIfKnown("team", state.Referral.Officer.Team);
        properties.AddIfKnown("riskBand", state.Referral.Risk.BandInForce?.ToString());
        properties.AddIfKnown("worker", state.KeyWorker?.Id);
        properties.AddIfKnown("workerTeam", state.KeyWorker?.Team);
        properties.AddIfKnown("workerName", state.KeyWorker?.Name);
        properties.AddIfKnown("chargeBy", state.Referral.ChargeBy.Date?.ToString("uuuu-MM-dd", null));
        properties.AddIfKnown("lastDay", state.Term?.LastDay.ToString("uuuu-MM-dd", null));
        properties.AddIfKnown("endedAt", state.EndedAt is { } ended ? Sortable.Ascending(ended) : null);
        return properties;
    }
}
