using System.Collections.Concurrent;

namespace Diversion.Local.Storage;

/// <summary>
/// Lets callers that commit at the same time share one transaction. The caller that finds the writer free writes for
/// everyone who waits. So a single caller writes on its own thread, without waiting for another thread to wake up. What is
/// left when its own commit is done is written by a thread of the store's own: in the queue of the thread pool it would
/// wait behind the very callers whose commits it has to write, and the disk would idle meanwhile.
/// </summary>
internal sealed class GroupCommit(GroupWriter writer) : IDisposable
{
    private const int MostCommits = 256;
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly ConcurrentQueue<PendingCommit> waiting = new();
    private readonly List<PendingCommit> group = [];
    private readonly SemaphoreSlim left = new(0);
    private Thread? thread;
    private int busy;
    private volatile bool closed;
    private volatile bool drained;

    public ValueTask<bool> Run(PendingCommit pending)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteTableStore));
        waiting.Enqueue(pending);
        if (closed)
        {
            return RunLate(pending);
        }

        if (TryLead())
        {
            // A caller's commit may come after more than one group; once it is done, this caller does not wait for the rest.
            while (!pending.Task.IsCompleted)
            {
                WriteGroup();
            }

            Release();
        }

        return new ValueTask<bool>(pending.Task);
    }

    /// <summary>Writes what leaders left. Whoever hands it over holds the writer, and this thread releases it.</summary>
    private void WriteWhatIsLeft()
    {
        while (true)
        {
            left.Wait();
            if (drained)
            {
                return;
            }

            do
            {
                WriteGroup();
            }
            while (!waiting.IsEmpty);
            if (TryRelease())
            {
                continue;
            }

            left.Release();
        }
    }

    /// <summary>For tests: holds the writer, so that calls made in the meantime queue up.</summary>
    internal void Between(Action<GroupWriter> act)
    {
        SpinWait.SpinUntil(TryLead);
        act(writer);
        Release();
    }

    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        SpinWait.SpinUntil(TryLead);
        while (!waiting.IsEmpty)
        {
            WriteGroup();
        }

        drained = true;
        left.Release();
        thread?.Join();
        left.Dispose();
        writer.Dispose();
    }

    /// <summary>For a commit that came while the store closed: it was either among the last that were written, or never will be.</summary>
    private ValueTask<bool> RunLate(PendingCommit pending)
    {
        SpinWait.SpinUntil(() => drained || pending.Task.IsCompleted);
        ObjectDisposedException.ThrowIf(!pending.Task.IsCompleted, typeof(SqliteTableStore));
        return new ValueTask<bool>(pending.Task);
    }

    private bool TryLead() => Interlocked.CompareExchange(ref busy, 1, 0) == 0;

    private void Release()
    {
        if (TryRelease())
        {
            return;
        }

        // Only who holds the writer comes here, so the thread is started once.
        if (thread is null)
        {
            thread = new Thread(WriteWhatIsLeft) { IsBackground = true, Name = "Diversion writes" };
            thread.Start();
        }

        left.Release();
    }

    /// <returns>False when commits wait and this caller still holds the writer.</returns>
    private bool TryRelease()
    {
        if (!waiting.IsEmpty)
        {
            return false;
        }

        Volatile.Write(ref busy, 0);

        // A caller may have queued between the check and the release, and found the writer still taken.
        Interlocked.MemoryBarrier();
        return waiting.IsEmpty || !TryLead();
    }

    private void WriteGroup()
    {
        group.Clear();
        var bytes = 0;
        while (group.Count < MostCommits && bytes < MostBytes && waiting.TryDequeue(out var pending))
        {
            group.Add(pending);
            bytes += pending.Bytes;
        }

        if (group.Count > 0)
        {
            writer.Write(group);
        }
    }
}
