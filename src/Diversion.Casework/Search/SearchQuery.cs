using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain;

namespace Diversion.Casework.Search;

/// <summary>
/// Finds people by name, reference, crime number or date of birth. Without a reason users find what they may open without one. With a
/// reason they also find the others, and each of those that is shown is logged (Data Protection Act 2018 s.62).
/// </summary>
public sealed class SearchQuery(Records records, ITableStore store, AccessLog log)
{
    public const int MostHits = 50;

    /// <summary>Rows read for one search. If a name begins like thousands of others, the user has to type more of it.</summary>
    private const int MostRead = 2_000;

    private const int PageSize = 500;

    public async ValueTask<Reply<SearchResult>> Of(string? typed, AccessRequest request, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySearch(request.By))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (SearchTerms.Read(typed) is not { } terms)
        {
            return CaseworkRefusal.NothingToSearch();
        }

        if (!string.IsNullOrWhiteSpace(request.Reason) && RecordAccess.ReasonOf(request) is null)
        {
            return CaseworkRefusal.ReasonForAccessMissing();
        }

        var (references, more) = await Candidates(terms, request, cancellation);
        var hits = new List<SearchHit>(references.Count);
        foreach (var state in await records.FindAll(references, cancellation))
        {
            if (await Show(state, request, cancellation) is { } hit)
            {
                hits.Add(hit);
            }
        }

        return new SearchResult([.. hits.OrderBy(hit => hit.Name, StringComparer.Ordinal).ThenBy(hit => hit.Agreement, StringComparer.Ordinal)], more);
    }

    private async ValueTask<(List<string> References, bool More)> Candidates(SearchTerms terms, AccessRequest request, CancellationToken cancellation)
    {
        if (terms.Reference is { } reference)
        {
            return ([reference], false);
        }

        if (AccessPolicy.IsPartner(request.By))
        {
            // A partner does not know a date of birth, and must not be able to find it out by trying.
            if (terms.BornOn is not null)
            {
                return ([], false);
            }

            var (references, more) = (new List<string>(), false);
            foreach (var partition in new[] { AccessPolicy.CaseloadPartition(request.By, null), AccessPolicy.MentoredPartition(request.By) }.OfType<string>())
            {
                var (theirs, further) = await Read(new TableQuery(Tables.Caseload, partition, Limit: PageSize), row => IsNamed(string.Join(' ', FoldedName.Words(RowOf<CaseloadRow>.Read(row).Name)), terms), cancellation);
                (references, more) = ([.. references.Union(theirs)], more || further);
            }

            return (references, more);
        }

        if (terms.BornOn is { } day)
        {
            return await Read(new TableQuery(Tables.Search, Partitions.BornOn(day), Limit: PageSize), row => Finds(request, RowOf<SearchRow>.Read(row)), cancellation);
        }

        if (terms.Crime is { } crime
            && await Read(new TableQuery(Tables.Search, Partitions.Crime(crime), Limit: PageSize), row => Finds(request, RowOf<SearchRow>.Read(row)), cancellation) is { References.Count: > 0 } found)
        {
            return found;
        }

        return await Read(await Rarest(terms.Words, cancellation), row => RowOf<SearchRow>.Read(row) is var named && IsNamed(named.Name, terms) && Finds(request, named), cancellation);
    }

    /// <summary>The word with few enough matches to read them all; if there is none, the longest, which is the most selective.</summary>
    private async ValueTask<TableQuery> Rarest(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var queries = words.OrderByDescending(word => word.Length)
            .Select(word => new TableQuery(Tables.Search, Partitions.NamePart(word), word, word + '\uFFFF', PageSize))
            .ToArray();
        foreach (var query in queries.Length > 1 ? queries : [])
        {
            if ((await store.Query(query, cancellation)).Continuation is null)
            {
                return query;
            }
        }

        return queries[0];
    }

    private async ValueTask<(List<string> References, bool More)> Read(TableQuery query, Func<TableRow, bool> wanted, CancellationToken cancellation)
    {
        var found = new List<string>();
        for (var read = 0; ;)
        {
            var page = await store.Query(query, cancellation);
            foreach (var row in page.Rows)
            {
                var reference = RowOf<ReferenceRow>.Read(row).Agreement;
                if (!wanted(row) || found.Contains(reference))
                {
                    continue;
                }

                if (found.Count == MostHits)
                {
                    return (found, true);
                }

                found.Add(reference);
            }

            read += page.Rows.Count;
            if (page.Continuation is null || read >= MostRead)
            {
                return (found, page.Continuation is not null);
            }

            query = query with { Continuation = page.Continuation };
        }
    }

    private async ValueTask<SearchHit?> Show(AgreementState state, AccessRequest request, CancellationToken cancellation)
    {
        var visible = AccessPolicy.Of(request.By, state);
        if (!visible.Record)
        {
            return null;
        }

        if (visible.NeedsReason)
        {
            if ((RecordAccess.ReasonOf(request) ?? visible.KnownReason) is not { } reason)
            {
                return null;
            }

            await log.Record(state.Id, request.By, request.At, reason, "search", cancellation);
        }

        var status = AccessPolicy.StatusFor(request.By, state.Status);
        return new SearchHit(
            state.Id.Value,
            state.Referral.Person.Name,
            visible.Person ? state.Referral.Person.BornOn : null,
            status,
            Words.Of(status),
            state.KeyWorker?.Name,
            visible.Offence ? state.Referral.Officer.Team : null,
            visible.IsOpen);
    }

    private static bool Finds(AccessRequest request, SearchRow row) =>
        RecordAccess.ReasonOf(request) is not null
        || AccessPolicy.FindsWithoutReason(
            request.By, row.Officer, row.Team, row.Worker, row.WorkerTeam, row.Cover);

    /// <summary>Every typed word is the beginning of a part of the name.</summary>
    private static bool IsNamed(string folded, SearchTerms terms) => terms.Words.All(word =>
        folded.StartsWith(word, StringComparison.Ordinal) || folded.Contains($" {word}", StringComparison.Ordinal));
}
