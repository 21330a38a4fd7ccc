using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Storage;
using Diversion.Web.Settings;

namespace Diversion.Web.SignIn;

/// <summary>
/// Sessions that the provider has ended (back-channel logout). A cookie cannot be called back, so each request is compared
/// with this list, which every process reads from the store. An entry is needed for as long as a session can last.
/// </summary>
internal sealed class EndedSessions(ITableStore store, WebSettings settings, TimeProvider time)
{
    private const string Partition = "ended-sessions";
    private const string At = "at";

    /// <summary>For how long another process may not know of a session that was ended.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private long readAt = long.MinValue;

    /// <summary>All sessions of the person, or the one with this id.</summary>
    public async ValueTask End(string? session, string? subject, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var key in Keys(session, session is null ? subject : null))
        {
            var row = new Dictionary<string, object>(1) { [At] = now.ToString("O", CultureInfo.InvariantCulture) };
            RowChange[] tooOld = [.. ended.Where(one => now - one.Value > BrowserSession.Longest).Take(50).Select(one => new RowChange.Delete(one.Key))];
            await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Upsert(key, row), .. tooOld]), [], cancellation);
            ended[key] = now;
            foreach (var old in tooOld)
            {
                ended.TryRemove(old.RowKey, out _);
            }
        }
    }

    public async ValueTask<bool> Includes(string? session, string? subject, DateTimeOffset began, CancellationToken cancellation)
    {
        await Read(cancellation);
        return Keys(session, subject).Any(key => ended.TryGetValue(key, out var at) && at >= began);
    }

    private async ValueTask Read(CancellationToken cancellation)
    {
        var ticks = time.GetTimestamp();
        var last = Interlocked.Read(ref readAt);
        if (last != long.MinValue && (!settings.HasSiblings || time.GetElapsedTime(last, ticks) < Recheck))
        {
            return;
        }

        string? next = null;
        do
        {
            var page = await store.Query(new TableQuery(Tables.Settings, Partition, Limit: TableLimits.MostPageRows, Continuation: next), cancellation);
            foreach (var row in page.Rows)
            {
                ended[row.Row] = DateTimeOffset.Parse(row.Text(At), CultureInfo.InvariantCulture);
            }

            next = page.Continuation;
        }
        while (next is not null);
        Interlocked.Exchange(ref readAt, ticks);
    }

    /// <summary>Hashed: the provider's ids may have characters that no key of a row may have.</summary>
    private static IEnumerable<string> Keys(string? session, string? subject) =>
        new[] { session is null ? null : $"session {session}", subject is null ? null : $"subject {subject}" }
            .OfType<string>().Select(key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
