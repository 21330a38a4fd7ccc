using System.Globalization;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Record;

/// <summary>One page of the stored events of any stream.</summary>
internal static class EventPage
{
    public const int Most = 200;

    public static ValueTask<Reply<Page<TableRow>>> Of(
        ITableStore store, StreamId stream, int last, bool newestFirst, int limit, string? cursor, CancellationToken cancellation) => Of(
            async (from, to) => (await store.Query(new TableQuery(stream.Table, stream.Partition, StreamRows.EventKey(from), StreamRows.EventKey(to + 1), Most), cancellation)).Rows,
            last,
            newestFirst,
            limit,
            cursor);

    /// <param name="rows">Reads the events from one number to another, both inclusive.</param>
    /// <param name="last">The number of the stream's last event.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="cursor">The number of the last item seen.</param>
    public static async ValueTask<Reply<Page<TableRow>>> Of(
        Func<int, int, ValueTask<IReadOnlyList<TableRow>>> rows, int last, bool newestFirst, int limit, string? cursor)
    {
        var after = newestFirst ? last + 1 : 0;
        if (cursor is not null && (!int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after) || after is < 1 or > 1_000_000))
        {
            return new Refusal.Invalid(CaseworkRefusal.CursorInvalid, "The cursor is not one of this list. Begin again without it.");
        }

        limit = Math.Clamp(limit, 1, Most);
        var (from, to) = newestFirst ? (Math.Max(1, after - limit), after - 1) : (after + 1, Math.Min(last, after + limit));
        if (from > to)
        {
            return new Page<TableRow>([], null);
        }

        var read = await rows(from, to);
        return newestFirst
            ? new Page<TableRow>([.. read.Reverse()], from > 1 ? $"{from}" : null)
            : new Page<TableRow>(read, to < last ? $"{to}" : null);
    }
}
