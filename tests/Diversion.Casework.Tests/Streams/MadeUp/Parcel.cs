using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Tests.Streams.MadeUp;

/// <summary>A kind of stream that no programme has: a parcel that is sent, perhaps delayed, and arrives by itself.</summary>
public readonly record struct ParcelId(string Value) : IStreamId<ParcelId>
{
    public static ParcelId Of(string value) => new(value);
}

public sealed record ParcelState(int Version, Instant Arrives, bool IsThere = false) : IStreamState;

public abstract record ParcelEvent
{
    private ParcelEvent()
    {
    }

    public sealed record Sent(Instant Arrives) : ParcelEvent;

    public sealed record Delayed(Instant Arrives) : ParcelEvent;

    public sealed record Arrived : ParcelEvent;
}

public abstract record ParcelCommand : StreamCommand<ParcelEvent>
{
    private ParcelCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    public sealed record Send(Instant Arrives) : ParcelCommand;

    public sealed record Delay(Instant Arrives) : ParcelCommand;

    public sealed record TimePassed : ParcelCommand;
}

public static class Parcel
{
    public static Decision<ParcelState, ParcelEvent> Decide(ParcelState? state, ParcelCommand command)
    {
        ParcelEvent[] events = (state, command) switch
        {
            (null, ParcelCommand.Send c) => [new ParcelEvent.Sent(c.Arrives)],
            ({ IsThere: false }, ParcelCommand.Delay c) when c.Arrives != state.Arrives => [new ParcelEvent.Delayed(c.Arrives)],
            ({ IsThere: false }, ParcelCommand.TimePassed) when state.Arrives <= command.At => [new ParcelEvent.Arrived()],
            _ => [],
        };
        return state is null && events.Length == 0
            ? new([], new Refusal.Unknown("parcel-unknown", "There is no such parcel."), state!)
            : new(events, null, events.Aggregate(state, Evolve)!);
    }

    public static ParcelState Evolve(ParcelState? state, ParcelEvent happened) => happened switch
    {
        ParcelEvent.Sent e => new ParcelState(1, e.Arrives),
        ParcelEvent.Delayed e => state! with { Version = state.Version + 1, Arrives = e.Arrives },
        _ => state! with { Version = state.Version + 1, IsThere = true },
    };
}

public sealed class ParcelKind : StreamKind<ParcelState, ParcelEvent>
{
    public static readonly ParcelKind Instance = new(true);

    /// <summary>As an earlier version of the program has it: it knows no delays, and its snapshots have another form.</summary>
    public static readonly ParcelKind Earlier = new(false);

    private readonly bool knowsDelays;

    private ParcelKind(bool knowsDelays) => this.knowsDelays = knowsDelays;

    public override string Name => "parcel";

    public override long SnapshotFormat => knowsDelays ? 2 : 1;

    public override IReadOnlyList<string> ReadModels { get; } = [Tables.Referrals];

    public override EventCatalogue<ParcelEvent> Events => field ??= new(
    [
        EventEntry.Of<ParcelEvent.Sent>("parcel.sent"),
        EventEntry.Of<ParcelEvent.Arrived>("parcel.arrived"),
        .. knowsDelays ? [EventEntry.Of<ParcelEvent.Delayed>("parcel.delayed")] : Array.Empty<EventEntry>(),
    ]);

    public override string Called(long count) => "parcels";

    public override ParcelState Evolve(ParcelState? state, ParcelEvent happened) => Parcel.Evolve(state, happened);

    public override Instant? NextDue(ParcelState state) => state.IsThere ? null : state.Arrives;

    public override string StatusOf(ParcelState state) => state.IsThere ? "there" : "on its way";

    protected override void AddRows(ParcelState state, List<ReadModelRow> rows) =>
        rows.Add(new ReadModelRow(Tables.Referrals, StatusOf(state), $"{state.Arrives}".Replace(':', '.'), new Dictionary<string, object> { ["there"] = state.IsThere }));
}

public sealed class ParcelService(ITableStore store, StreamCache cache, IChangeListener listener, ParcelKind? kind = null)
    : StreamService<ParcelId, ParcelState, ParcelCommand, ParcelEvent>(kind ?? ParcelKind.Instance, store, cache, listener)
{
    public List<string> GivenUp { get; } = [];

    protected override CommandEntry EntryOf(ParcelCommand command) => new(command.GetType(), command.GetType().Name, "post", []);

    protected override ParcelCommand TimePassed(Instant now) => new ParcelCommand.TimePassed { At = now };

    protected override Refusal? MayCommand(ParcelState? state, ParcelCommand command) =>
        command.By.Role == Role.Analyst ? new Refusal.NotPermitted("not-yours", "Ask somebody else.") : null;

    protected override ValueTask<Deciding<ParcelState, ParcelEvent>> Decide(ParcelId id, ParcelState? state, ParcelCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<ParcelState, ParcelEvent>(Parcel.Decide(state, command)));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<ParcelEvent> recorded, ParcelState after) => recorded.Event is ParcelEvent.Arrived
        ? [new OutgoingMessage.Notice($"parcel.{recorded.Stream}.{recorded.Number}.1", "parcel.arrived", recorded.Stream, recorded.At, new Dictionary<string, string>())]
        : [];

    internal override ValueTask Undelivered(string id, OutgoingMessage message, string? fault, bool recipientFails, Instant now, CancellationToken cancellation)
    {
        GivenUp.Add(message.Id);
        return ValueTask.CompletedTask;
    }
}
