using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Streams;

namespace Diversion.Casework.Record;

/// <summary>The timeline of a stream that is no agreement: all of it, or nothing, may be read.</summary>
internal static class StreamTimeline
{
    /// <param name="words">What happened, as a sentence.</param>
    /// <param name="isShown">Null shows every event.</param>
    /// <inheritdoc cref="TimelineQuery.Of"/>
    public static async ValueTask<Reply<Page<TimelineItem>>> Of<TState, TEvent>(
        ITableStore store,
        StreamKind<TState, TEvent> kind,
        string id,
        TState state,
        Func<TEvent, string> words,
        Func<TEvent, bool>? isShown,
        bool newestFirst,
        int limit,
        string? cursor,
        CancellationToken cancellation)
        where TState : class, IStreamState
        where TEvent : class
    {
        var page = await EventPage.Of(store, new StreamId(kind, id), state.Version, newestFirst, limit, cursor, cancellation);
        return page.Then<Page<TimelineItem>>(rows => new Page<TimelineItem>(
            [.. rows.Items.Select(row => StreamRows.Read(row, id, kind.Events)).Where(recorded => isShown?.Invoke(recorded.Event) != false).Select(Item)], rows.Cursor));

        TimelineItem Item(RecordedEvent<TEvent> recorded) => new(
            recorded.Number,
            recorded.At,
            recorded.By.Name,
            recorded.By.Role,
            recorded.Process,
            recorded.Reason,
            kind.Events.Of(recorded.Event).Name,
            words(recorded.Event),
            null,
            TimelineQuery.FollowedByRule(recorded));
    }
}
