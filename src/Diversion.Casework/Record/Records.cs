using System.Collections.Concurrent;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Record;

/// <summary>
/// The agreements that one request reads: each is loaded once, however many queries ask for it. Every request has its own,
/// so everything that it shows is of one version.
/// </summary>
public sealed class Records(
    StreamService<AgreementId, AgreementState, AgreementCommand, AgreementEvent> agreements, Rulebook rulebook, ITableStore store)
{
    /// <summary>How many are loaded at the same time.</summary>
    public const int AtOnce = 16;

    private readonly ConcurrentDictionary<AgreementId, Lazy<Task<AgreementState?>>> states = [];
    private readonly ConcurrentDictionary<AgreementId, Lazy<Task<List<TableRow>>>> rows = [];

    public Rulebook Rulebook => rulebook;

    /// <summary>Null when there is none, or when it cannot be a reference.</summary>
    public ValueTask<AgreementState?> Find(string? reference, CancellationToken cancellation = default) =>
        AgreementIds.IsWellFormed(reference) ? Find(new AgreementId(reference!), cancellation) : new((AgreementState?)null);

    public async ValueTask<AgreementState?> Find(AgreementId id, CancellationToken cancellation = default) =>
        await Once(states, id, () => agreements.Find(id, cancellation).AsTask());

    /// <summary>Those that exist, in the given order.</summary>
    public async ValueTask<IReadOnlyList<AgreementState>> FindAll(IReadOnlyList<string> references, CancellationToken cancellation = default)
    {
        var found = new AgreementState?[references.Count];
        await Parallel.ForAsync(
            0,
            references.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (place, _) => found[place] = await Find(new AgreementId(references[place]), cancellation));
        return [.. found.OfType<AgreementState>()];
    }

    /// <summary>All events, oldest first.</summary>
    public async ValueTask<IReadOnlyList<RecordedEvent>> Events(AgreementId id, CancellationToken cancellation = default) => Read(await Rows(id, cancellation), id);

    /// <summary>Some of the events, oldest first.</summary>
    public async ValueTask<IReadOnlyList<RecordedEvent>> Events(AgreementId id, int from, int to, CancellationToken cancellation = default) =>
        Read(await EventRows(id, from, to, cancellation), id);

    /// <summary>The rows of some of the events; from the store only these, unless all have been read already.</summary>
    internal async ValueTask<IReadOnlyList<TableRow>> EventRows(AgreementId id, int from, int to, CancellationToken cancellation) => rows.ContainsKey(id)
        ? [.. (await Rows(id, cancellation)).Where(row => IsEvent(row) && StreamRows.NumberOf(row) is var number && number >= from && number <= to)]
        : (await store.Query(new TableQuery(Tables.Agreements, id.Value, StreamRows.EventKey(from), StreamRows.EventKey(to + 1), Math.Clamp(to - from + 1, 1, 1000)), cancellation)).Rows;

    /// <summary>The rows of its messages; read together with its events.</summary>
    internal async ValueTask<IEnumerable<TableRow>> Messages(AgreementId id, CancellationToken cancellation) =>
        (await Rows(id, cancellation)).Where(row => row.Row.StartsWith(StreamRows.FirstMessage, StringComparison.Ordinal));

    /// <summary>Afterwards the agreement is read again.</summary>
    public ValueTask<Outcome> Execute(AgreementId id, AgreementCommand command, ExecuteOptions? options = null, CancellationToken cancellation = default) =>
        Execute(id, [command], options, cancellation);

    /// <summary>All of them, or none when one is refused.</summary>
    public async ValueTask<Outcome> Execute(AgreementId id, IReadOnlyList<AgreementCommand> commands, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        try
        {
            return await agreements.Execute(id, commands, options, cancellation);
        }
        finally
        {
            states.TryRemove(id, out _);
            rows.TryRemove(id, out _);
        }
    }

    private Task<List<TableRow>> Rows(AgreementId id, CancellationToken cancellation) => Once(
        rows, id, () => store.Rows(Tables.Agreements, id.Value, StreamRows.FirstEvent, StreamRows.AfterMessages, cancellation).ToListAsync(cancellation).AsTask());

    private static Task<T> Once<T>(ConcurrentDictionary<AgreementId, Lazy<Task<T>>> kept, AgreementId id, Func<Task<T>> load) =>
        kept.GetOrAdd(id, _ => new Lazy<Task<T>>(load)).Value;

    private static bool IsEvent(TableRow row) => row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal);

    private static IReadOnlyList<RecordedEvent> Read(IEnumerable<TableRow> rows, AgreementId id) =>
        [.. rows.Where(IsEvent).Select(row => StreamRows.Read(row, id.Value, AgreementEvents.Catalogue))];
}
