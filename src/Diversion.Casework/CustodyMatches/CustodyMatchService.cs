using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Serialization;
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

        return await WithPassedOn(id, await Execute(id, new CustodyMatchCommand.ReceiveNotice(notice, candidates) { By = by, At = now }, null, cancellation), now, cancellation);
    }

    /// <param name="seen">The version that the lead compared; null for any.</param>
    /// <returns>With what the agreement answered.</returns>
    public async ValueTask<Outcome<CustodyMatch>> Confirm(
        CustodyMatchId id, AgreementId agreement, Actor by, Instant now, int? seen = null, CancellationToken cancellation = default) => await WithPassedOn(
        id, await Execute(id, new CustodyMatchCommand.ConfirmMatch(agreement) { By = by, At = now }, new ExecuteOptions(seen), cancellation), now, cancellation);

    public ValueTask<Outcome<CustodyMatch>> Refuse(CustodyMatchId id, string reason, Actor by, Instant now, int? seen = null, CancellationToken cancellation = default) =>
        Execute(id, new CustodyMatchCommand.RefuseMatch { By = by, At = now, Reason = reason }, new ExecuteOptions(seen), cancellation);

    public ValueTask<Outcome<CustodyMatch>> RecordByHand(CustodyMatchId id, string reason, Actor by, Instant now, int? seen = null, CancellationToken cancellation = default) =>
        Execute(id, new CustodyMatchCommand.RecordByHand { By = by, At = now, Reason = reason }, new ExecuteOptions(seen), cancellation);

    /// <summary>What names the person is taken out of the notice: the record of a case that it may be about is erased.</summary>
    internal ValueTask<Outcome<CustodyMatch>?> Erase(CustodyMatchId id, Instant at, CancellationToken cancellation) => Erase(
        id,
        static match => match.Erased,
        static match => new StoredErasure(WorkingCalendar.DateOf(match.ReceivedAt)),
        (_, digest) => new CustodyMatchCommand.EraseNotice(digest) { By = Actor.Clock, At = at },
        cancellation);

    /// <summary>A crash before is finished by the sweep.</summary>
    private async ValueTask<Outcome<CustodyMatch>> WithPassedOn(CustodyMatchId id, Outcome<CustodyMatch> outcome, Instant now, CancellationToken cancellation)
    {
        if (outcome is not (Outcome<CustodyMatch>.Accepted { State.IsToPassOn: true } or Outcome<CustodyMatch>.Unchanged { State.IsToPassOn: true }))
        {
            return outcome;
        }

        await PassTime(id.Value, now, cancellation);
        var state = (await Find(id, cancellation))!;
        return outcome is Outcome<CustodyMatch>.Accepted accepted ? accepted with { State = state } : new Outcome<CustodyMatch>.Unchanged(state);
    }

    protected override CommandEntry EntryOf(CustodyMatchCommand command) => CustodyMatchCommands.Of(command);

    protected override CustodyMatchCommand TimePassed(Instant now) => new CustodyMatchCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(CustodyMatch? state, CustodyMatchCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MaySendBatches(command.By) || AccessPolicy.MayDecideMatches(command.By)
            ? null
            : CaseworkRefusal.NotForRole();

    /// <summary>Before the turn: the case is another stream, and may wait in the same place.</summary>
    protected override async ValueTask<CustodyMatchCommand> Prepare(CustodyMatchId id, CustodyMatchCommand command, CancellationToken cancellation)
    {
        await casework.KnowStaff(command.At, cancellation);
        return command is CustodyMatchCommand.TimePassed passing && await Find(id, cancellation) is { IsToPassOn: true, Notice: { } notice } match
            ? passing with { PassedOn = await PassOn(match, notice, command.At, cancellation) }
            : command;
    }

    protected override ValueTask<Deciding<CustodyMatch, CustodyMatchEvent>> Decide(
        CustodyMatchId id, CustodyMatch? state, CustodyMatchCommand command, CancellationToken cancellation) =>
        new(new Deciding<CustodyMatch, CustodyMatchEvent>(CustodyMatchDecider.Decide(state, command, casework.Rulebook.DeadlinesOn(WorkingCalendar.DateOf(command.At)))));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<CustodyMatchEvent> recorded, CustodyMatch after) =>
        CustodyMatchMessages.For(recorded, after, casework.Rulebook);

    /// <summary>As the feed would have sent it with the reference; the reason says who confirmed it, and by what.</summary>
    private async ValueTask<PassedOn> PassOn(CustodyMatch match, UnreferencedNotice notice, Instant now, CancellationToken cancellation)
    {
        var agreement = match.Agreement!.Value;
        var by = match.Before == agreement ? "as before"
            : match.Candidates.FirstOrDefault(candidate => candidate.Agreement == agreement) is { By: var same } ? DuplicateWords.Of([same])
            : "an earlier notice";
        var command = new NoReoffendingCommand.ReceiveCustodyNotice(notice.NoticeId, notice.Notice, notice.OccurredOn, notice.OffenceOn, notice.Says)
        {
            Bail = notice.Bail,
            By = match.From is { } from ? new Actor(from.Id, from.Name, Role.Feed) : new Actor("custody-notices", "Custody", Role.Feed),
            At = now,
            Reason = $"The notice gave no reference. {match.DecidedBy!.Name} confirmed that it is about this person ({by}).",
        };
        return new PassedOn(match.Version, await casework.Execute(agreement, command, null, cancellation) is Outcome.Refused { Refusal: var refusal } ? refusal.Code : null);
    }

    private async ValueTask<ImmutableArray<MatchCandidate>> Candidates(UnreferencedNotice notice, CancellationToken cancellation)
    {
        // Without both, name and birth date say nothing.
        var named = notice is { Name: not null, BornOn: not null };
        var person = new Person(named ? notice.Name! : "", notice.BornOn ?? BirthDates.Earliest) { PncId = notice.PncId };
        return MatchCandidate.Among(await search.Of(null, person, notice.CustodyReference, null, cancellation));
    }
}
