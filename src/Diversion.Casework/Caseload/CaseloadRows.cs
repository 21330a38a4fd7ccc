using Diversion.Casework.Access;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Support;
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
        // Follow-up, and support that goes on after the end, are no work of who had the case.
        if (state.IsTerminal && state.Obligations.All(static open => open.Owner == Addressee.Analyst || SupportState.IsOf(open.Track)))
        {
            AddPartners(rows, state, [.. Supported(state)]);
            return;
        }

        var full = RowOf<CaseloadRow>.Write(Full(state));
        if (state.IsTerminal && state.Obligations.All(static open => open.Owner == Addressee.Analyst || AccessPolicy.IsBesideTheConditions(open.Track)))
        {
            // Calls after the end are the work of who supervised, and of nobody else.
            foreach (var partition in new[] { state.KeyWorker is { } last ? Partitions.Worker(last.Id) : null, state.KeyWorker?.Team is { } of ? Partitions.Team(of) : null }.OfType<string>())
            {
                rows.Add(new ReadModelRow(Tables.Caseload, partition, state.Id.Value, full));
            }

            AddPartners(rows, state, [.. Supported(state)]);
            return;
        }

        var police = RowOf<CaseloadRow>.Write(Full(state with { Obligations = state.Obligations.RemoveAll(static open => AccessPolicy.IsBesideTheConditions(open.Track)) }));
        rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Officer(state.Referral.Officer.Id), state.Id.Value, police));
        if (state.KeyWorker is { } worker)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(worker.Id), state.Id.Value, full));
        }

        if (state.Obligations.Any(AccessPolicy.HasReachedSergeants))
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Sergeants, state.Id.Value, police));
        }

        if (state.Cover is { } cover)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Worker(cover.Worker.Id), state.Id.Value, full));
        }

        var asked = state.TeamAsked?.Team;
        foreach (var team in new[] { state.KeyWorker?.Team, state.Referral.Officer.Team }.OfType<string>().Where(team => team != asked).Distinct())
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Team(team), state.Id.Value, team == state.KeyWorker?.Team ? full : police));
        }

        if (asked is not null)
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Team(asked), state.Id.Value, RowOf<CaseloadRow>.Write(Full(state, Addressee.ReceivingManager))));
        }

        AddPartners(rows, state, [.. state.Conditions.Where(static condition => condition.IsOpen && Partner(condition) is not null).Select(static condition => (Partner(condition)!, (string?)condition.Id)), .. Supported(state), .. Visited(state)]);
    }

    /// <param name="parts">The partition of each partner who has something to do, with the track of it; an appointment with a service has none.</param>
    private static void AddPartners(List<ReadModelRow> rows, AgreementState state, (string Partner, string? Track)[] parts)
    {
        foreach (var partner in parts.GroupBy(static part => part.Partner, static part => part.Track, StringComparer.Ordinal))
        {
            rows.Add(new ReadModelRow(Tables.Caseload, partner.Key, state.Id.Value, RowOf<CaseloadRow>.Write(Limited(state, partner.Key, [.. partner.OfType<string>()]))));
        }
    }

    private static IEnumerable<(string Partner, string? Track)> Supported(AgreementState state)
    {
        if (state.Support.HealthCheck is { IsOpen: true } check)
        {
            yield return (Partitions.Provider(check.Provider), HealthCheck.Track);
        }

        if (state.Support.OpenMentoring is { } mentoring)
        {
            yield return (Partitions.Mentor(mentoring.Mentor.Id), mentoring.Track);
        }
    }

    private static IEnumerable<(string Partner, string? Track)> Visited(AgreementState state) => state.IsTerminal
        ? []
        : state.Visits.Where(static visit => visit.Status == VisitStatus.Booked).Select(static visit => (Partitions.Provider(visit.Provider), (string?)null));

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

    private static CaseloadRow Limited(AgreementState state, string partner, string[] theirs)
    {
        var own = state.Obligations.Where(open => theirs.Contains(open.Track)).ToArray();
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
            Conditions: theirs,
            Visit: state.Visits.Where(visit => visit.Status == VisitStatus.Booked && Partitions.Provider(visit.Provider) == partner).Min(static visit => (Instant?)visit.StartsAt),
            Needs: [.. theirs.Select(track => state.ConditionOrNull(track)?.ForNeed).OfType<PathwayKind>().Select(need => $"{need}")]);
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
