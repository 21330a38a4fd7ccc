using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.CustodyMatches;

/// <summary>
/// Looks for the cases that a notice without a reference may be about, and passes it on once a person has confirmed one. The
/// agreement follows by a command that changes nothing when it comes twice; a crash in between is finished by the sweep.
/// </summary>
public sealed class CustodyMatchService(ITableStore store, StreamCache cache, CaseworkService casework, IChangeListener listener)
    : StreamService<CustodyMatchId, CustodyMatch, CustodyMatchCommand, CustodyMatchEvent>(CustodyMatchKind.Instance, store, cache, listener)
{
    private static readonly SameBy[] Strongest = [SameBy.PncId, SameBy.CustodyReference, SameBy.NameAndBirthDate];

    private readonly DuplicateSearch search = new(store);

    /// <returns>Null when it is about nobody of ours: nothing of it is kept.</returns>
    public async ValueTask<Outcome<CustodyMatch>?> Receive(UnreferencedNotice notice, Actor by, Instant now, CancellationToken cancellation = default)
    {
        var candidates = await Candidates(notice, cancellation);
        var id = CustodyMatchIds.Of(notice);
        if (candidates.IsEmpty && await Find(id, cancellation) is null)
        {
            return null;
        }

        var outcome = await Execute(id, new CustodyMatchCommand.ReceiveNotice(notice, candidates) { By = by, At = now }, null, cancellation);
        await PassTime(id.Value, now, cancellation);
        return outcome;
    }

    public async ValueTask<Outcome<CustodyMatch>> Confirm(CustodyMatchId id, AgreementId agreement, Actor by, Instant now, CancellationToken cancellation = default)
    {
        var outcome = await Execute(id, new CustodyMatchCommand.ConfirmMatch(agreement) { By = by, At = now }, null, cancellation);
        if (outcome is not Outcome<CustodyMatch>.Refused)
        {
            await PassTime(id.Value, now, cancellation);
        }

        return outcome;
    }

    public ValueTask<Outcome<CustodyMatch>> Refuse(CustodyMatchId id, string reason, Actor by, Instant now, CancellationToken cancellation = default) =>
        Execute(id, new CustodyMatchCommand.RefuseMatch { By = by, At = now, Reason = reason }, null, cancellation);

    protected override CommandEntry EntryOf(CustodyMatchCommand command) => CustodyMatchCommands.Of(command);

    protected override CustodyMatchCommand TimePassed(Instant now) => new CustodyMatchCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(CustodyMatch? state, CustodyMatchCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MaySendBatches(command.By) || AccessPolicy.MayDecideMatches(command.By)
            ? null
            : CaseworkRefusal.NotForRole();

    protected override async ValueTask<Deciding<CustodyMatch, CustodyMatchEvent>> Decide(
        CustodyMatchId id, CustodyMatch? state, CustodyMatchCommand command, CancellationToken cancellation)
    {
        var passedOn = command is CustodyMatchCommand.TimePassed && state is { IsToPassOn: true } ? await PassOn(state, command.At, cancellation) : null;
        return new Deciding<CustodyMatch, CustodyMatchEvent>(CustodyMatchDecider.Decide(state, command, passedOn));
    }

    /// <summary>Nothing of this stream leaves the system.</summary>
    internal override ValueTask Undelivered(string id, string messageId, string? fault, Instant now, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    /// <summary>As the feed would have sent it with the reference; the reason says who confirmed it, and by what.</summary>
    private async ValueTask<PassedOn> PassOn(CustodyMatch match, Instant now, CancellationToken cancellation)
    {
        var (notice, agreement) = (match.Notice, match.Agreement!.Value);
        var by = match.Candidates.FirstOrDefault(candidate => candidate.Agreement == agreement) is { By: var same } ? DuplicateWords.Of([same]) : "an earlier notice";
        var command = new NoReoffendingCommand.ReceiveCustodyNotice(notice.NoticeId, notice.Notice, notice.OccurredOn, notice.OffenceOn, notice.Says)
        {
            Bail = notice.Bail,
            By = new Actor("custody-notices", "Custody", Role.Feed),
            At = now,
            Reason = $"The notice gave no reference. {match.DecidedBy!.Name} confirmed that it is about this person ({by}).",
        };
        return new PassedOn(await casework.Execute(agreement, command, null, cancellation) is Outcome.Refused { Refusal: var refusal } ? refusal.Code : null);
    }

    /// <summary>By the strongest value that any case shares with the notice: whoever has its PNC id is not looked for by name.</summary>
    private async ValueTask<ImmutableArray<MatchCandidate>> Candidates(UnreferencedNotice notice, CancellationToken cancellation)
    {
        // Without both, name and birth date say nothing.
        var named = notice is { Name: not null, BornOn: not null };
        var person = new Person(named ? notice.Name! : "", notice.BornOn ?? BirthDates.Earliest) { PncId = notice.PncId };
        var found = await search.Of(null, person, notice.CustodyReference, null, cancellation);
        foreach (var by in Strongest)
        {
            if (found.Where(other => other.By.Contains(by)).ToArray() is { Length: > 0 } same)
            {
                return [.. same.Select(other => new MatchCandidate(other.Agreement, by))];
            }
        }

        return [];
    }
}
