using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Retention;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>Which records and papers are to be reviewed, by the scheme that each case keeps; and what was destroyed. For leads.</summary>
public sealed class KeepingQuery(ITableStore store, CaseworkService casework, IDestructionLog log)
{
    /// <summary>Of one outcome on one page: the oldest.</summary>
    public const int Most = 100;

    /// <summary>Of the destruction log.</summary>
    public const int MostEntries = 500;

    private static readonly AgreementStatus[] Endings = [.. Enum.GetValues<AgreementStatus>().Where(status => status.IsTerminal())];

    private Rulebook Rulebook => casework.Rulebook;

    public async ValueTask<Reply<KeepingView>> Of(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeKeeping(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var today = WorkingCalendar.DateOf(now);
        var records = new List<RecordToReview>();
        var papers = new List<PapersToDelete>();
        var isAll = true;
        foreach (var status in Endings)
        {
            var (rows, more) = await Ended(status, today, cancellation);
            isAll &= !more;
            foreach (var row in rows)
            {
                await Sort(row, status, today, records, papers, cancellation);
            }
        }

        records.Sort(static (a, b) => a.ReviewOn.CompareTo(b.ReviewOn) is var order and not 0 ? order : string.CompareOrdinal(a.Agreement, b.Agreement));
        papers.Sort(static (a, b) => a.EndedAt.CompareTo(b.EndedAt) is var order and not 0 ? order : string.CompareOrdinal(a.Agreement, b.Agreement));
        return new KeepingView(records, papers, isAll, Rulebook.Schemes.InForce(Rulebook.Programme.Scheme, today)?.Retention.DraftDays);
    }

    /// <summary>Newest first.</summary>
    public async ValueTask<Reply<IReadOnlyList<DestructionEntry>>> Destroyed(Actor by, CancellationToken cancellation = default) => AccessPolicy.MaySeeKeeping(by)
        ? new Reply<IReadOnlyList<DestructionEntry>>.Given([.. (await log.All(cancellation)).Reverse().Take(MostEntries)])
        : CaseworkRefusal.NotForRole();

    /// <summary>Of the cases that ended like this, those that are old enough by the shortest period that any scheme has.</summary>
    private async ValueTask<(List<EndedRow> Rows, bool More)> Ended(AgreementStatus status, LocalDate today, CancellationToken cancellation)
    {
        var years = Rulebook.Schemes.All.Select(scheme => Shortest(scheme.Retention, status)).DefaultIfEmpty(1).Min();
        var before = Sortable.Ascending(WorkingCalendar.At(today.PlusYears(-years).PlusDays(1), LocalTime.Midnight));
        var page = await store.Query(new TableQuery(Tables.Caseload, Partitions.Ended(status), null, before, Most), cancellation);
        return ([.. page.Rows.Select(RowOf<EndedRow>.Read)], page.Continuation is not null);
    }

    private static int Shortest(RetentionRules rules, AgreementStatus status) =>
        Enum.GetValues<DocumentKind>().Select(rules.YearsOf).OfType<int>().Append(rules.YearsOf(status)).Min();

    private async ValueTask Sort(
        EndedRow row, AgreementStatus status, LocalDate today, List<RecordToReview> records, List<PapersToDelete> papers, CancellationToken cancellation)
    {
        if (Rulebook.Schemes.All.FirstOrDefault(scheme => scheme.Reference.ToString() == row.Scheme) is not { Retention: var rules })
        {
            return;
        }

        var review = Domain.Keeping.Retention.ReviewOn(status, row.EndedAt, row.Until, rules);
        if (review <= today)
        {
            records.Add(new RecordToReview(row.Agreement, status, row.EndedAt, review, row.Holds ?? 0));
        }
        else if ((row.Papers ?? []).Any(kind => rules.YearsOf(Enum.Parse<DocumentKind>(kind)) is not null)
            && await casework.Find(new AgreementId(row.Agreement), cancellation) is { } state
            && Domain.Keeping.Retention.PapersOver(state, rules, today).Count() is > 0 and var count)
        {
            papers.Add(new PapersToDelete(row.Agreement, status, row.EndedAt, count));
        }
    }
}
