using System.Text;
using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>One caller's commit, waiting for its group. The task completes once the group is durable or has failed.</summary>
internal sealed class PendingCommit : TaskCompletionSource<bool>
{
    public PendingCommit(TableTransaction first, IReadOnlyList<TableTransaction> following)
        // Without this the writer would run its callers' continuations before it could write again.
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        var changes = new EncodedChange[first.Changes.Count + following.Sum(transaction => transaction.Changes.Count)];
        var next = Encode(first, changes, 0);
        Conditional = MoveConditionalAhead(changes.AsSpan(0, next));
        foreach (var transaction in following)
        {
            next = Encode(transaction, changes, next);
        }

        Changes = changes;
        foreach (var change in changes)
        {
            Bytes += change.Bytes;
        }
    }

    /// <summary>The conditional changes, then the rest of the first transaction, then the following ones, in order.</summary>
    public EncodedChange[] Changes { get; }

    /// <summary>How many of the changes, from the start, may conflict.</summary>
    public int Conditional { get; }

    public int Bytes { get; }

    /// <summary>Set by the writer; the caller is notified when the group is durable.</summary>
    public bool Applied { get; set; }

    private static int Encode(TableTransaction transaction, EncodedChange[] changes, int next)
    {
        var partition = Encoding.UTF8.GetBytes(transaction.Partition);
        foreach (var change in transaction.Changes)
        {
            changes[next++] = EncodedChange.Of(transaction.Table, partition, change);
        }

        return next;
    }

    /// <remarks>A transaction changes no row twice, so the order within it does not matter.</remarks>
    private static int MoveConditionalAhead(Span<EncodedChange> changes)
    {
        var ahead = 0;
        for (var i = 0; i < changes.Length; i++)
        {
            if (changes[i].IsConditional)
            {
                (changes[ahead], changes[i]) = (changes[i], changes[ahead]);
                ahead++;
            }
        }

        return ahead;
    }
}
