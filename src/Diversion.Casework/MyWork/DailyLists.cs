using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.MyWork;

/// <summary>The tasks of somebody's page, counted by case.</summary>
public sealed class DailyLists(
    StreamService<AgreementId, AgreementState, AgreementCommand, AgreementEvent> agreements, Rulebook rulebook, ITableStore store) : IDailyLists
{
    private const int MostCases = 40;

    public async ValueTask<DailyList?> Of(IReadOnlyList<Member> people, Instant now, CancellationToken cancellation = default)
    {
        var query = new MyWorkQuery(new Records(agreements, rulebook, store), store);
        var items = new List<WorkItem>();
        foreach (var actor in people.SelectMany(person => AccessPolicy.ActorsOf(person)).Select(actor => AccessPolicy.WithTeams(actor, rulebook.Programme.TeamsOf(actor.Id))))
        {
            if (await query.Of(actor, now, cancellation) is Reply<WorkList>.Given { Value: var list })
            {
                items.AddRange(list.Items.Where(item => item.When < WorkWhen.ThisWeek));
            }
        }

        var tasks = items.DistinctBy(item => (item.Agreement, item.Condition, item.Item, item.What, item.At)).ToList();
        var cases = tasks.GroupBy(item => item.Agreement, StringComparer.Ordinal)
            .OrderBy(found => found.Min(item => item.When)).ThenBy(found => found.Min(item => item.At)).ThenBy(found => found.Key, StringComparer.Ordinal)
            .Select(found => $"{found.Key}: {Counted(found, "")}").ToList();
        if (cases.Count > MostCases)
        {
            cases = [.. cases.Take(MostCases), $"and {cases.Count - MostCases} more cases"];
        }

        return tasks.Count == 0 ? null : new DailyList(Counted(tasks, " task"), cases);
    }

    /// <param name="noun">Of what is counted first; empty beside the reference of a case.</param>
    private static string Counted(IEnumerable<WorkItem> tasks, string noun)
    {
        var late = tasks.Count(item => item.When == WorkWhen.Overdue);
        var today = tasks.Count(item => item.When == WorkWhen.Today);
        return (late, today) switch
        {
            (0, _) => $"{today}{Noun(today)} for today",
            (_, 0) => $"{late} overdue{Noun(late)}",
            _ => $"{late} overdue{Noun(late)} and {today} for today",
        };

        string Noun(int count) => noun.Length == 0 || count == 1 ? noun : $"{noun}s";
    }
}
