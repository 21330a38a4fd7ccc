using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Storage;

/// <summary>Connections for reading. Each statement sees all that was committed when it began; none waits for the writer.</summary>
/// <param name="open">Opens a connection to the file.</param>
internal sealed class ReaderPool(string file, Func<string, SqliteConnection> open) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<ReadSession> free = [];
    private volatile bool closed;

    public T Read<T, TState>(TState state, Func<ReadSession, TState, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteTableStore));
        ReadSession? session = null;
        try
        {
            session = free.TryTake(out var kept) ? kept : new ReadSession(open(file));
            var result = read(session, state);
            GiveBack(session);
            return result;
        }
        catch (Exception e)
        {
            // Not returned to the pool: a connection that had an error cannot be trusted.
            session?.Dispose();
            if (e is SqliteException error && SqliteFault.Explain(error, file, writing: false) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    public void Dispose()
    {
        closed = true;
        while (free.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private void GiveBack(ReadSession session)
    {
        if (closed || free.Count >= MostKept)
        {
            session.Dispose();
        }
        else
        {
            free.Add(session);
        }
    }
}
