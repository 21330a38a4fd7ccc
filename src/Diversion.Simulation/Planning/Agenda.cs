using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>What people plan to do, by instant, then by case, then in the order in which it was planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<(CaseFile Case, Act Act), (Instant At, int Case, long Number)> queue = new();
    private long number;

    public Instant? Next => queue.TryPeek(out _, out var place) ? place.At : null;

    public void Add(CaseFile file, Act act) => queue.Enqueue((file, act), (act.At, file.Index, number++));

    /// <summary>Takes everything of that instant, one list per case.</summary>
    public List<List<(CaseFile Case, Act Act)>> Take(Instant at)
    {
        var byCase = new List<List<(CaseFile Case, Act Act)>>();
        while (queue.TryPeek(out var planned, out var place) && place.At <= at)
        {
            queue.Dequeue();
            if (byCase.Count == 0 || byCase[^1][0].Case != planned.Case)
            {
                byCase.Add([]);
            }

            byCase[^1].Add(planned);
        }

        return byCase;
    }
}
