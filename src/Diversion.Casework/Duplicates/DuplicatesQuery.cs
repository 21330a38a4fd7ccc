using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using NodaTime;

namespace Diversion.Casework.Duplicates;

/// <summary>Another case that may be of the same person, with what somebody who is not on it needs to know.</summary>
/// <param name="SameBy">Which values are the same.</param>
/// <param name="Running">It is signed and has not ended.</param>
/// <param name="Status">Left out if access to the case needs a reason.</param>
/// <param name="Seen">The reason of somebody who saw it and continued; left out when nobody did.</param>
public sealed record DuplicateView(
    string Agreement, IReadOnlyList<SameBy> SameBy, string SameByWords, bool Running, Instant ReferredAt, string? Status, string? Officer, string? KeyWorker, string? Seen);

/// <summary>Possible duplicates of a person: before a referral, and of a case.</summary>
public sealed class DuplicatesQuery(Records records, DuplicateSearch search, RecordAccess access)
{
    /// <summary>Before the referral.</summary>
    public async ValueTask<Reply<IReadOnlyList<DuplicateView>>> Before(
        Actor by, Person person, string? custodyReference, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.IsForRole<ReferralCommand.Refer>(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var found = await search.Of(null, person, custodyReference, Domain.Time.WorkingCalendar.DateOf(now), cancellation);
        return new Reply<IReadOnlyList<DuplicateView>>.Given(await Show(found, by, [], cancellation));
    }

    /// <summary>For a case: the present ones, and those that somebody saw before continuing.</summary>
    public async ValueTask<Reply<IReadOnlyList<DuplicateView>>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "possible duplicates", static (_, visible) => visible.Offence, cancellation);
        if (reply is not Reply<Seen>.Given { Value.State: var state })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var found = await search.Of(state.Id, state.Referral.Person, state.Referral.CustodyReference, null, cancellation);
        var earlier = state.Referral.SeenDuplicates.Select(seen => seen.Case).Where(seen => found.All(other => other.Agreement != seen.Agreement));
        return new Reply<IReadOnlyList<DuplicateView>>.Given(await Show([.. found, .. earlier], request.By, state.Referral.SeenDuplicates, cancellation));
    }

    private async ValueTask<IReadOnlyList<DuplicateView>> Show(
        IReadOnlyList<PossibleDuplicate> found, Actor by, IReadOnlyList<SeenDuplicate> seen, CancellationToken cancellation)
    {
        var views = new List<DuplicateView>(found.Count);
        var states = await records.FindAll([.. found.Select(other => other.Agreement.Value)], cancellation);
        foreach (var (other, state) in found.Join(states, other => other.Agreement, state => state.Id, (other, state) => (other, state)))
        {
            var visible = AccessPolicy.Of(by, state);
            var open = visible is { Record: true, NeedsReason: false };
            var went = seen.FirstOrDefault(one => one.Case.Agreement == other.Agreement);
            views.Add(new DuplicateView(
                state.Id.Value,
                other.By,
                DuplicateWords.Of(other.By),
                (other with { Status = state.Status }).Runs,
                state.Referral.ReferredAt,
                open ? Words.Of(state.Status) : null,
                open ? state.Referral.Officer.Name : null,
                open ? state.KeyWorker?.Name : null,
                went?.Reason));
        }

        return views;
    }
}
