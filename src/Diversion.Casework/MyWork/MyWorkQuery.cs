using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Conditions;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.MyWork;

/// <summary>
/// What a user has to do, from the states of their own cases; the number of other cases does not matter. A sergeant also
/// has the referrals that wait for an approval, and a team manager what is overdue in their teams and was escalated to
/// them.
/// </summary>
public sealed class MyWorkQuery(Records records, ITableStore store)
{
    public async ValueTask<Reply<WorkList>> Of(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (AccessPolicy.CaseloadPartition(by, null) is not { } partition)
        {
            return CaseworkRefusal.NotForRole();
        }

        var own = await References(Tables.Caseload, partition, cancellation);
        if (AccessPolicy.MentoredPartition(by) is { } mentored)
        {
            own = [.. own.Union(await References(Tables.Caseload, mentored, cancellation))];
        }

        var waiting = AccessPolicy.TakesWaitingCases(by)
            ? await References(Tables.Register, Partitions.Status(AgreementStatus.Referred), cancellation)
            : [];
        var forManager = await InTeams(by, row => row.ForManager > 0, cancellation);
        var late = AccessPolicy.TakesWaitingCases(by) ? await References(Tables.Caseload, Partitions.Sergeants, cancellation) : [];
        WorkItem[] items =
        [
            .. (await In(own, by, now, cancellation)).SelectMany(found => found.All()),
            .. (await In([.. late.Except(own)], by, now, cancellation)).SelectMany(found => found.All()).Where(item => item.Kind == WorkKind.CaseOutcome),
            .. (await In([.. forManager.Except(own)], by, now, cancellation)).SelectMany(found => found.All()).Where(item => item.Kind is WorkKind.Complaint or WorkKind.TeamRequest),
            .. (await In([.. waiting.Except(own)], by, now, cancellation)).SelectMany(found => found.All()).Where(item => item.Kind == WorkKind.Eligibility),
        ];

        var horizon = WorkingCalendar.EndOf(WorkingCalendar.DateOf(now).PlusDays(WorkItems.DaysAhead));
        var soon = items.Where(item => item.When < WorkWhen.ThisWeek || item.At <= horizon).ToArray();
        return new WorkList(
            now,
            own.Count,
            [
                .. soon.OrderBy(item => item.When).ThenBy(item => item.At).ThenBy(item => item.Agreement, StringComparer.Ordinal)
                    .ThenBy(item => item.Condition, StringComparer.Ordinal).ThenBy(item => item.Item, StringComparer.Ordinal),
            ],
            items.Length - soon.Length,
            await Escalated(by, now, cancellation));
    }

    private async ValueTask<IReadOnlyList<WorkItem>?> Escalated(Actor by, Instant now, CancellationToken cancellation)
    {
        if (AccessPolicy.TeamsOf(by).Count == 0)
        {
            return null;
        }

        var late = await InTeams(by, row => row.Overdue > 0, cancellation);
        var items = (await In([.. late], by, now, cancellation)).SelectMany(found => found.Escalated());
        return [.. items.OrderBy(item => item.At).ThenBy(item => item.Agreement, StringComparer.Ordinal).ThenBy(item => item.Condition, StringComparer.Ordinal)];
    }

    /// <summary>Cases of the teams that the user manages.</summary>
    private async ValueTask<HashSet<string>> InTeams(Actor by, Func<CaseloadRow, bool> which, CancellationToken cancellation)
    {
        var found = new HashSet<string>();
        foreach (var team in AccessPolicy.TeamsOf(by))
        {
            await foreach (var row in store.Rows(Tables.Caseload, Partitions.Team(team), cancellation: cancellation).Select(RowOf<CaseloadRow>.Read))
            {
                _ = which(row) && found.Add(row.Agreement);
            }
        }

        return found;
    }

    /// <summary>
    /// The user's first task on one case; null when they have none that they can do now, or may not read the case without a
    /// reason.
    /// </summary>
    /// <param name="actions">What they may do with the case now.</param>
    public async ValueTask<WorkItem?> First(string reference, Actor by, Instant now, IReadOnlyList<ActionView> actions, CancellationToken cancellation = default) =>
        await records.Find(reference, cancellation) is { } state && In(state, by, now) is { } found ? MostPressing.Of(found.Pressing(), actions) : null;

    private async ValueTask<IEnumerable<WorkItems>> In(IReadOnlyList<string> references, Actor by, Instant now, CancellationToken cancellation) =>
        (await records.FindAll(references, cancellation)).Select(state => In(state, by, now)).OfType<WorkItems>();

    /// <returns>Null when they may not read the case without a reason.</returns>
    private WorkItems? In(AgreementState state, Actor by, Instant now)
    {
        var visible = AccessPolicy.Of(by, state);
        if (!visible.IsOpen)
        {
            return null;
        }

        var partner = AccessPolicy.IsPartner(by);
        var tracks = AccessPolicy.ConditionsOf(by, state).Select(condition => condition.Id).Concat(AccessPolicy.SupportTracksOf(by, state)).ToHashSet();
        return new WorkItems(state, records.Rulebook.SchemeOf(state), by, now, open => (!partner || tracks.Contains(open.Track)) && AccessPolicy.MaySeeObligation(visible, open.Id), records.Rulebook.Trial);
    }

    /// <summary>All of them: work that is in no list is not done.</summary>
    private async ValueTask<List<string>> References(string table, string partition, CancellationToken cancellation) =>
        await store.Rows(table, partition, cancellation: cancellation).Select(row => RowOf<ReferenceRow>.Read(row).Agreement).ToListAsync(cancellation);
}
