using Diversion.Casework.Access;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Duplicates;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Casework;

/// <param name="ExpectedVersion">The version that the caller has read; null accepts any version.</param>
/// <param name="IdempotencyKey">The same key with the same command gets the same answer.</param>
public sealed record ExecuteOptions(int? ExpectedVersion = null, string? IdempotencyKey = null)
{
    public static readonly ExecuteOptions None = new();
}

/// <summary>
/// Executes commands: load, decide, append with the outgoing messages and the new snapshot in one transaction, then write
/// the read models. An agreement changes in no other way.
/// </summary>
public sealed class CaseworkService(
    ITableStore store, AgreementCache cache, Rulebook rulebook, IChangeListener listener)
{
    private const int MostConflicts = 20;
    private readonly AgreementStreams streams = new(store);
    private readonly DuplicateSearch duplicates = new(store);

    public Rulebook Rulebook => rulebook;

    public async ValueTask<AgreementState?> Find(AgreementId id, CancellationToken cancellation = default) =>
        (await Load(id, cancellation))?.State;

    public IAsyncEnumerable<RecordedEvent> Events(AgreementId id, CancellationToken cancellation = default) => streams.Events(id, cancellation);

    /// <summary>A message of the agreement waits for delivery that no command has created.</summary>
    internal ValueTask MessageWaits(AgreementState state) =>
        listener.Changed(new AgreementChange(state.Id, Agreement.NextDue(state), [], true, false), CancellationToken.None);

    /// <exception cref="StorageUnavailableException">The store does not answer; nothing was done.</exception>
    public async ValueTask<Outcome> Execute(
        AgreementId id, AgreementCommand command, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= ExecuteOptions.None;
        if (options.IdempotencyKey is { } key && !IdempotencyKey.IsWellFormed(key))
        {
            return new Outcome.Refused(CaseworkRefusal.KeyInvalid());
        }

        // Commands on one agreement run one after the other in this process; commands of other processes conflict at the store.
        using var turn = await cache.Turn(id, cancellation);
        for (var conflicts = 0; ; conflicts++)
        {
            if (await Attempt(id, command, options, cancellation) is { } outcome)
            {
                return outcome;
            }

            cache.Forget(id);
            if (conflicts == MostConflicts)
            {
                throw new StorageUnavailableException(
                    $"{id} was changed by others {MostConflicts} times while this command was tried. Nothing was done; try again.");
            }
        }
    }

    /// <returns>Null on a conflict.</returns>
    private async ValueTask<Outcome?> Attempt(
        AgreementId id, AgreementCommand command, ExecuteOptions options, CancellationToken cancellation)
    {
        var loaded = await Load(id, cancellation);
        var before = loaded?.State;
        if (before is not null && AccessPolicy.MayCommand(command.By, before, command) is { } forbidden)
        {
            return new Outcome.Refused(forbidden);
        }

        var fingerprint = options.IdempotencyKey is null ? null : IdempotencyKey.Fingerprint(command);
        if (fingerprint is not null && await Answered(id, options.IdempotencyKey!, fingerprint, before, cancellation) is { } answered)
        {
            return answered;
        }

        if (options.ExpectedVersion is { } expected && before is not null && before.Version != expected)
        {
            return new Outcome.Stale(before);
        }

        var inForce = rulebook.RulesInForceFor(before, command);
        var asksForPerson = DuplicateSearch.IsAskedBy(before, command);
        using var turn = asksForPerson ? await cache.TurnOfPerson(PersonOf(before, command), cancellation) : null;
        if (asksForPerson)
        {
            inForce = inForce with { Duplicates = await duplicates.For(id, before, command, cancellation) };
        }

        var decision = Agreement.Decide(before, command, inForce);
        if (decision.Events.Count == 0)
        {
            return decision.Refusal is { } refused ? new Outcome.Refused(refused) : new Outcome.Unchanged(decision.State);
        }

        if (command is ReferralCommand.Refer refer && refer.Id != id)
        {
            throw new ArgumentException("A referral is executed under its own reference.", nameof(id));
        }

        var appended = Append(loaded, decision, command, options.IdempotencyKey, fingerprint);
        if (!await store.Commit(appended.Stream, appended.Following, cancellation))
        {
            return null;
        }

        cache.Keep(new LoadedAgreement(decision.State, appended.Hash));
        await listener.Changed(appended.Change, CancellationToken.None);
        return decision.Refusal is { } flagged
            ? new Outcome.Refused(flagged)
            : new Outcome.Accepted(decision.State, (before?.Version ?? 0) + 1, decision.State.Version);
    }

    private Appended Append(
        LoadedAgreement? loaded, Decision decision, AgreementCommand command, string? key, string? fingerprint)
    {
        var after = decision.State;
        var number = loaded?.State.Version ?? 0;
        var hash = loaded?.Hash ?? StreamRows.Genesis;
        var process = CommandCatalogue.Of(command).Process;
        var scheme = rulebook.SchemeOf(after);
        var changes = new List<RowChange>(decision.Events.Count + 4);
        var index = new List<RowChange>();
        var state = loaded?.State;
        for (var place = 0; place < decision.Events.Count; place++)
        {
            var happened = decision.Events[place];
            var own = command.IsOwn(happened, place);
            state = Agreement.Evolve(state, happened);
            var recorded = new RecordedEvent(after.Id, ++number, happened, command.At, command.By with { Manages = null }, process, command.ReasonFor(happened, place), !own);
            (var row, hash) = StreamRows.Event(recorded, hash);
            changes.Add(row);
            foreach (var message in EventMessages.For(recorded, state, scheme, rulebook.Programme))
            {
                changes.Add(OutboxRows.New(message, command.At));
                index.Add(OutboxRows.IndexRow(after.Id, message.Id, command.At));
            }
        }

        changes.Add(StreamRows.SnapshotRow(after, hash));
        if (key is not null)
        {
            changes.Add(IdempotencyKey.Row(key, fingerprint!, (loaded?.State.Version ?? 0) + 1, Standing.Of(after), decision.Refusal));
        }

        var following = ReadModelRows.Changes(ReadModelRows.Of(loaded?.State), ReadModelRows.Of(after));
        if (index.Count > 0)
        {
            following.Add(OutboxRows.Index(after.Id, index));
        }

        var change = new AgreementChange(
            after.Id,
            Agreement.NextDue(after),
            Sooner(loaded?.State, after),
            index.Count > 0,
            following.Any(transaction => transaction.Table == Tables.Inbox));
        return new Appended(new TableTransaction(Tables.Agreements, after.Id.Value, changes), following, hash, change);
    }

    /// <summary>By name and birth date. Two cases that share only a PNC id or a custody reference are compared at the approval.</summary>
    private static string PersonOf(AgreementState? state, AgreementCommand command)
    {
        var person = state?.Referral.Person ?? ((ReferralCommand.Refer)command).Person;
        return person is null ? "" : IdentityKeys.Of(person, null).Select(key => key.Partition).FirstOrDefault() ?? "";
    }

    private static List<Track> Sooner(AgreementState? before, AgreementState after)
    {
        var earlier = before is null ? [] : Agreement.OpenTracks(before);
        var sooner = new List<Track>();
        foreach (var track in Agreement.OpenTracks(after))
        {
            var was = earlier.FirstOrDefault(old => old.Id == track.Id)?.NextDue;
            if (track.NextDue is { } next && (was is null || next < was))
            {
                sooner.Add(track);
            }
        }

        return sooner;
    }

    private async ValueTask<Outcome?> Answered(
        AgreementId id, string key, string fingerprint, AgreementState? state, CancellationToken cancellation)
    {
        if (state is null || await store.Get(Tables.Agreements, id.Value, StreamRows.KeyOfIdempotency(key), cancellation) is not { } row)
        {
            return null;
        }

        return row.Text("fingerprint") == fingerprint
            ? IdempotencyKey.Answer(row, state)
            : new Outcome.Refused(CaseworkRefusal.KeyReused());
    }

    private async ValueTask<LoadedAgreement?> Load(AgreementId id, CancellationToken cancellation)
    {
        if (cache.Find(id) is { } kept)
        {
            return kept;
        }

        var loaded = await streams.Load(id, cancellation);
        if (loaded is not null)
        {
            cache.Keep(loaded);
        }

        return loaded;
    }

    private sealed record Appended(TableTransaction Stream, List<TableTransaction> Following, string Hash, AgreementChange Change);
}
