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
        var properties = RowOf<RegisterRow>.Write(Row(state));
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

    private static RegisterRow Row(AgreementState state) => new(
        state.Id.Value,
        state.Referral.Person.Name,
        state.Status,
        state.Scheme.ToString(),
        state.Referral.Officer.Id,
        state.Referral.Offence.Group,
        state.Referral.ReferredAt,
        state.Obligations.Any(open => open.Deadline.Rule == RuleIds.CaseOutcome) ? RegisterRow.Waits : null,
        state.CaseOutcome?.Code,
        state.Referral.Officer.Team,
        state.Referral.Risk.BandInForce,
        state.KeyWorker?.Id,
        state.KeyWorker?.Team,
        state.KeyWorker?.Name,
        state.Referral.ChargeBy.Date,
        state.Term?.LastDay,
        state.EndedAt);
}
