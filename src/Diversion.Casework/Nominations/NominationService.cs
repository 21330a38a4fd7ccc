using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Nominations;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Nominations;

/// <summary>Commands on nominations, and the list of those that wait for a moderator.</summary>
public sealed class NominationService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<NominationId, NominationState, NominationCommand, NominationEvent>(NominationKind.Instance, store, cache, listener)
{
    /// <summary>Somebody of the public names a place. The same words on the same day are one nomination.</summary>
    public async ValueTask<Refusal?> Nominate(NominationText text, Instant now, CancellationToken cancellation = default)
    {
        if ((await Store.Query(new TableQuery(Tables.Search, Partitions.NominationsWaiting, Limit: NominationDecider.MostWaiting), cancellation)).Rows.Count >= NominationDecider.MostWaiting)
        {
            return new Refusal.WrongState(RefusalCode.NominationsTooMany, "Many places wait to be read. Come back in a few days.");
        }

        var words = string.Join('\n', new[] { text.Area, text.Place, text.Work }.Select(one => ReferenceText.Key(one ?? "")).Append($"{WorkingCalendar.DateOf(now):uuuu-MM-dd}"));
        var id = new NominationId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..32]);
        return (await Execute(id, new NominationCommand.Nominate(text) { By = Actor.Public, At = now }, null, cancellation) as Outcome<NominationState>.Refused)?.Refusal;
    }

    /// <summary>Those that wait, oldest first, with what a moderator is warned of.</summary>
    public async ValueTask<Reply<IReadOnlyList<WaitingNomination>>> Waiting(Actor by, int most, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayModerate(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var page = await Store.Query(new TableQuery(Tables.Search, Partitions.NominationsWaiting, Limit: most), cancellation);
        return new Reply<IReadOnlyList<WaitingNomination>>.Given(
        [
            .. page.Rows.Select(RowOf<NominationRow>.Read).Select(row => (Row: row, Text: new NominationText(row.Area, row.Place, row.Work))).Select(one => new WaitingNomination(one.Row.Id, one.Text, one.Row.At, NominationSigns.In(one.Text))),
        ]);
    }

    protected override CommandEntry EntryOf(NominationCommand command) => NominationCommands.Of(command);

    protected override NominationCommand TimePassed(Instant now) => new NominationCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(NominationState? state, NominationCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayModerate(command.By) || (command is NominationCommand.Nominate && AccessPolicy.IsOfPublic(command.By)) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<NominationState, NominationEvent>> Decide(NominationId id, NominationState? state, NominationCommand command, CancellationToken cancellation) =>
        new(new Deciding<NominationState, NominationEvent>(NominationDecider.Decide(id, state, command)));
}

/// <param name="Signs">What a moderator is warned of.</param>
public sealed record WaitingNomination(string Id, NominationText Text, Instant At, IReadOnlyList<NominationSign> Signs);
