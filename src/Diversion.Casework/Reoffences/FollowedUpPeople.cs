using Diversion.Casework.Agreements;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Reoffences;

/// <summary>Finds the agreements of the person of a row: all that a number says are theirs.</summary>
internal sealed class FollowedUpPeople(ITableStore store, CaseworkService casework, Pseudonyms pseudonyms)
{
    /// <summary>More cases than anybody has.</summary>
    private const int Most = 100;

    private const int Batch = 500;

    private Dictionary<string, string>? byPseudonym;

    /// <returns>Every agreement of the one person, or in words why it can't be said whose the row is.</returns>
    public async ValueTask<(IReadOnlyList<AgreementState> Agreements, RejectedBecause? Why, string? Column, string? Reason)> Of(PersonKeys keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, AgreementState>(StringComparer.Ordinal);
        var people = new HashSet<string>(StringComparer.Ordinal);
        string? first = null;
        foreach (var (column, references) in await References(keys, cancellation))
        {
            foreach (var reference in references)
            {
                if (!found.ContainsKey(reference) && await casework.Find(new AgreementId(reference), cancellation) is { } state)
                {
                    found[reference] = state;
                    people.Add(state.Referral.Person.PncId ?? state.Referral.Person.CroNumber ?? reference);
                    first ??= column;
                }
            }
        }

        if (found.Count == 0)
        {
            return ([], RejectedBecause.NotMatched, null, "no case here has this number; check it, or give another");
        }

        if (people.Count > 1)
        {
            return ([], RejectedBecause.MatchedMore, first, $"it is found for {people.Count} people here, or its numbers are of different people; give the PNC id or the reference of the case alone");
        }

        if (keys.Pnc is { } pnc && found.Values.Any(state => state.Referral.Person.PncId is { } other && other != pnc))
        {
            return ([], RejectedBecause.MatchedMore, ReoffenceColumns.PncId, "the case that the other number finds has another PNC id; correct one of them");
        }

        foreach (var reference in await OfPerson(found.Values.First().Referral.Person, cancellation))
        {
            if (!found.ContainsKey(reference) && await casework.Find(new AgreementId(reference), cancellation) is { } state)
            {
                found[reference] = state;
            }
        }

        return ([.. found.Values.OrderBy(state => state.Id.Value, StringComparer.Ordinal)], null, null, null);
    }

    private async ValueTask<List<(string Column, IReadOnlyList<string> References)>> References(PersonKeys keys, CancellationToken cancellation)
    {
        var found = new List<(string, IReadOnlyList<string>)>();
        if (keys.Pnc is { } pnc)
        {
            found.Add((ReoffenceColumns.PncId, await In(Partitions.Pnc(pnc), cancellation)));
        }

        if (keys.Reference is { } reference)
        {
            found.Add((ReoffenceColumns.Reference, AgreementIds.Read(reference) is { } id ? [id.Value] : []));
        }

        if (keys.Custody is { } custody && IdentityKeys.Plain(custody) is { Length: > 0 } plain)
        {
            found.Add((ReoffenceColumns.Custody, await In(Partitions.Custody(plain), cancellation)));
        }

        if (keys.Pseudonym is { } pseudonym)
        {
            byPseudonym ??= await Pseudonymised(cancellation);
            found.Add((ReoffenceColumns.Pseudonym, byPseudonym.TryGetValue(pseudonym, out var one) ? [one] : []));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<string>> OfPerson(Person person, CancellationToken cancellation)
    {
        var references = new List<string>();
        foreach (var (_, partition) in IdentityKeys.Of(person, null).Where(key => key.By is SameBy.PncId or SameBy.CroNumber))
        {
            references.AddRange(await In(partition, cancellation));
        }

        return references;
    }

    private async ValueTask<IReadOnlyList<string>> In(string partition, CancellationToken cancellation) =>
        [.. (await store.Query(new TableQuery(Tables.Search, partition, Limit: Most), cancellation)).Rows.Select(row => RowOf<ReferenceRow>.Read(row).Agreement)];

    /// <summary>A pseudonym cannot be turned back: every case's is made once, for the first row that gives one.</summary>
    private async ValueTask<Dictionary<string, string>> Pseudonymised(CancellationToken cancellation)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? more = null;
        do
        {
            var page = await store.Query(new TableQuery(Tables.Register, Partitions.Everything, Limit: Batch, Continuation: more), cancellation);
            foreach (var row in page.Rows)
            {
                var reference = RowOf<RegisterRow>.Read(row).Agreement;
                all[pseudonyms.Of(reference)] = reference;
            }

            more = page.Continuation;
        }
        while (more is not null);
        return all;
    }
}
