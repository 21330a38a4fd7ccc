using Diversion.Casework.Access;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Caseload;

/// <summary>
/// The <c>caseload</c>: a row in the partition of each person involved in a case, for as long as it runs or an obligation
/// is open, and in the partitions of their teams. A partner's row contains nothing that a partner may not see.
/// </summary>
public static class CaseloadRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        // Follow-up is no work of who had the case.
        if (state.IsTerminal && state.Obligations.All(static open => open.Owner == Addressee.Analyst))
        {
            return;
        }

        var full = RowOf<CaseloadRow>.Write(Full(state));
        rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Officer(state.Referral.Officer.Id), state.Id.Value, full));
        if (state.KeyWorker is { } worker)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(worker.Id), state.Id.Value, full));
        }

        if (state.Obligations.Any(AccessPolicy.HasReachedSergeants))
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Sergeants, state.Id.Value, full));
        }

        if (state.Cover is { } cover)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(cover.Worker.Id), state.Id.Value, full));
        }

        var asked = state.TeamAsked?.Team;
        foreach (var team in new[] { state.KeyWorker?.Team, state.Referral.Officer.Team }.OfType<string>().Where(team => team != asked).Distinct())
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Team(team), state.Id.Value, full));
        }

        if (asked is not null)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Team(asked), state.Id.Value, RowOf<CaseloadRow>.Write(Full(state, Addressee.ReceivingManager))));
        }

        var partners = new HashSet<string>();
        foreach (var condition in state.Conditions)
        {
            if (condition.IsOpen && Partner(condition) is { } partner && partners.Add(partner))
            {
                rows.Add(new ReadModelRow(Tables.Caseload, partner, state.Id.Value, RowOf<CaseloadRow>.Write(Limited(state, partner))));
            }
        }

        if (state.IsTerminal)
        {
            return;
        }

        foreach (var visit in state.Visits.Where(static visit => visit.Status == VisitStatus.Booked))
        {
            if (Partitions.Provider(visit.Provider) is var partner && partners.Add(partner))
            {
                rows.Add(new ReadModelRow(Tables.Caseload, partner, state.Id.Value, RowOf<CaseloadRow>.Write(Limited(state, partner))));
            }
        }
    }

    private static string? Partner(Condition condition) =>
        condition.PartnerFacilitator is { } facilitator ? Partitions.Facilitator(facilitator.Id)
        : condition.PartnerProvider is { } provider ? Partitions.Provider(provider)
        : null;

    /// <param name="manager">Whose obligations the row of a team counts.</param>
    private static CaseloadRow Full(AgreementState state, Addressee manager = Addressee.TeamManager)
    {
        // Whoever is complained of has the case in their list, too.
        var obligations = state.Obligations.RemoveAll(static open => Complaint.NumberIn(open.Id) is not null || open.Owner == Addressee.Analyst);
        var next = NextObligation(obligations);
        return new CaseloadRow(
            state.Id.Value,
            state.Referral.Person.Name,
            state.Status,
            obligations.Count(open => open.IsOverdue),
            state.Conditions.Count(condition => condition.IsOpen),
            next?.Deadline.Due,
            next?.Deadline.Rule,
            state.Term?.LastDay,
            state.KeyWorker?.Name,
            state.Warnings.Count(warning => !warning.Withdrawn),
            state.Referral.ChargeBy.Date,
            state.KeyWorker?.Id,
            state.KeyWorker?.Team,
            state.Cover?.Worker.Name,
            state.Cover?.Until,
            state.Referral.Officer.Name,
            ForManager: state.Obligations.Count(open => open.Owner == manager) is var own and > 0 ? own : null);
    }

    private static CaseloadRow Limited(AgreementState state, string partner)
    {
        var theirs = state.Conditions.Where(condition => condition.IsOpen && Partner(condition) == partner).ToArray();
        var own = state.Obligations.Where(open => theirs.Any(condition => condition.Id == open.Track)).ToArray();
        var next = NextObligation(own);
        return new CaseloadRow(
            state.Id.Value,
            state.Referral.Person.Name,
            state.Status,
            own.Count(open => open.IsOverdue),
            theirs.Length,
            next?.Deadline.Due,
            next?.Deadline.Rule,
            state.Term?.LastDay,
            state.KeyWorker?.Name,
            Conditions: [.. theirs.Select(condition => condition.Id)],
            Visit: state.Visits.Where(visit => visit.Status == VisitStatus.Booked && Partitions.Provider(visit.Provider) == partner).Min(static visit => (Instant?)visit.StartsAt),
            Needs: [.. theirs.Select(condition => condition.ForNeed).OfType<PathwayKind>().Select(need => $"{need}")]);
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
