using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Actions;

/// <summary>An event as reported to the caller of a command.</summary>
/// <param name="Name">The stored name, such as <c>offer.made</c>.</param>
public sealed record EventName(int Number, string Name);

/// <summary>The names of the events that a command added.</summary>
public sealed class EventNames(ITableStore store)
{
    public async ValueTask<IReadOnlyList<EventName>> Of(StreamId stream, int first, int last, CancellationToken cancellation = default)
    {
        var page = await store.Query(
            new TableQuery(stream.Table, stream.Partition, StreamRows.EventKey(first), StreamRows.EventKey(last + 1), Math.Clamp(last - first + 1, 1, 1000)),
            cancellation);
        return [.. page.Rows.Select(row => new EventName(StreamRows.NumberOf(row), row.Text("name")))];
    }
}
