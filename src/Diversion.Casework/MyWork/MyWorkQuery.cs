using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.ReadModels;
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
public sealed class MyWorkQuery(CaseworkService casework, ITableStore store)
{
    public async ValueTask<Reply<WorkList>> Of(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (AccessPolicy.CaseloadPartition(by, null) is not { } partition)
        {
            return CaseworkRefusal.NotForRole();
        }

        var own = await References(Tables.Caseload, partition, cancellation);
        var waiting = AccessPolicy.TakesWaitingCases(by)
            ? await References(Tables.Register, Partitions.Status(AgreementStatus.Referred), cancellation)
            : [];
        var late = AccessPolicy.TakesWaitingCases(by) ? await References(Tables.Caseload, Partitions.Sergeants, cancellation) : [];
        var items = new List<WorkItem>();
        foreach (var reference in own)
        {
            items.AddRange(await Of(reference, by, now, cancellation));
        }

        foreach (var reference in late.Except(own))
        {
            items.AddRange((await Of(reference, by, now, cancellation)).Where(item => item.Kind == WorkKind.CaseOutcome));
        }

        foreach (var reference in waiting.Except(own))
        {
            items.AddRange((await Of(reference, by, now, cancellation)).Where(item => item.Kind == WorkKind.Eligibility));
        }

        var horizon = WorkingCalendar.EndOf(WorkingCalendar.DateOf(now).PlusDays(WorkItems.DaysAhead));
        var soon = items.Where(item => item.When < WorkWhen.ThisWeek || item.At <= horizon).ToArray();
        return new WorkList(
            now,
            own.Count,
            [
                .. soon.OrderBy(item => item.When).ThenBy(item => item.At).ThenBy(item => item.Agreement, StringComparer.Ordinal)
                    .ThenBy(item => item.Condition, StringComparer.Ordinal).ThenBy(item => item.Item, StringComparer.Ordinal),
            ],
            items.Count - soon.Length,
            await Escalated(by, now, cancellation));
    }

    private async ValueTask<IReadOnlyList<WorkItem>?> Escalated(Actor by, Instant now, CancellationToken cancellation)
    {
        var teams = AccessPolicy.TeamsOf(by);
        if (teams.Count == 0)
        {
            return null;
        }

        var late = new HashSet<string>();
        foreach (var team in teams)
        {
            await foreach (var row in store.Rows(Tables.Caseload, Partitions.Team(team), cancellation: cancellation).Select(RowOf<CaseloadRow>.Read))
            {
                _ = row.Overdue > 0 && late.Add(row.Agreement);
            }
        }

        var items = new List<WorkItem>();
        foreach (var reference in late)
        {
            items.AddRange(await In(reference, by, now, cancellation) is { } found ? found.Escalated() : []);
        }

        return [.. items.OrderBy(item => item.At).ThenBy(item => item.Agreement, StringComparer.Ordinal).ThenBy(item => item.Condition, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The user's first task on one case; null when they have none that they can do now, or may not read the case without a
    /// reason.
    /// </summary>
    /// <param name="actions">What they may do with the case now.</param>
    public async ValueTask<WorkItem?> First(string reference, Actor by, Instant now, IReadOnlyList<ActionView> actions, CancellationToken cancellation = default) =>
        AgreementIds.IsWellFormed(reference) && await In(reference, by, now, cancellation) is { } found ? MostPressing.Of(found.Pressing(), actions) : null;

    private async ValueTask<IEnumerable<WorkItem>> Of(string reference, Actor by, Instant now, CancellationToken cancellation) =>
        await In(reference, by, now, cancellation) is { } found ? found.All() : [];

    /// <returns>Null when they may not read the case without a reason.</returns>
    private async ValueTask<WorkItems?> In(string reference, Actor by, Instant now, CancellationToken cancellation)
    {
        if (await casework.Find(new AgreementId(reference), cancellation) is not { } state
            || !AccessPolicy.Of(by, state).IsOpen)
        {
            return null;
        }

        var partner = AccessPolicy.IsPartner(by);
        var tracks = AccessPolicy.ConditionsOf(by, state).Select(condition => condition.Id).ToHashSet();
        return new WorkItems(state, casework.Rulebook.SchemeOf(state), by, now, track => !partner || tracks.Contains(track));
    }

    /// <summary>All of them: work that is in no list is not done.</summary>
    private async ValueTask<List<string>> References(string table, string partition, CancellationToken cancellation) =>
        await store.Rows(table, partition, cancellation: cancellation).Select(row => RowOf<ReferenceRow>.Read(row).Agreement).ToListAsync(cancellation);
}
