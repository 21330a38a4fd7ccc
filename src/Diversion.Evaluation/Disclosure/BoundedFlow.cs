namespace Diversion.Evaluation.Disclosure;

/// <summary>A circulation in a network whose edges have lower and upper bounds, in whole numbers.</summary>
internal sealed class BoundedFlow(int nodes)
{
    private readonly List<int>[] _out = [.. Enumerable.Range(0, nodes + 2).Select(_ => new List<int>())];
    private readonly List<(int To, int Room)> _arcs = [];
    private readonly List<int> _lower = [];
    private readonly int[] _excess = new int[nodes];

    /// <summary>Adds an edge; edges are numbered from 0.</summary>
    public void Add(int from, int to, int lower, int upper)
    {
        _lower.Add(lower);
        _excess[to] += lower;
        _excess[from] -= lower;
        Arc(from, to, upper - lower);
    }

    /// <summary>Finds some flow within all bounds.</summary>
    /// <returns>False when there is none: the numbers contradict each other.</returns>
    public bool MakeFeasible()
    {
        var (start, end, needed) = (nodes, nodes + 1, 0);
        for (var node = 0; node < nodes; node++)
        {
            if (_excess[node] > 0)
            {
                Arc(start, node, _excess[node]);
                needed += _excess[node];
            }
            else if (_excess[node] < 0)
            {
                Arc(node, end, -_excess[node]);
            }
        }

        return Push(start, end, needed, -1) == needed;
    }

    /// <summary>Raises the flow through an edge as far as the bounds allow, up to a value of interest.</summary>
    /// <returns>The flow reached: the largest possible, or at least the value of interest.</returns>
    public int Raise(int edge, int enough)
    {
        var arc = 2 * edge;
        var (from, to, now) = (_arcs[arc ^ 1].To, _arcs[arc].To, _lower[edge] + _arcs[arc ^ 1].Room);
        var wanted = Math.Min(enough - now, _arcs[arc].Room);
        return wanted <= 0 ? now : now + Push(to, from, wanted, arc, raised: arc);
    }

    private void Arc(int from, int to, int room)
    {
        _out[from].Add(_arcs.Count);
        _arcs.Add((to, room));
        _out[to].Add(_arcs.Count);
        _arcs.Add((from, 0));
    }

    /// <summary>Pushes flow along shortest paths, without the arc that is being raised.</summary>
    private int Push(int from, int to, int wanted, int without, int raised = -1)
    {
        var pushed = 0;
        while (pushed < wanted && Path(from, to, without) is { } path)
        {
            var amount = Math.Min(wanted - pushed, path.Min(arc => _arcs[arc].Room));
            foreach (var arc in raised < 0 ? path : [.. path, raised])
            {
                Change(arc, -amount);
                Change(arc ^ 1, amount);
            }

            pushed += amount;
        }

        return pushed;
    }

    private void Change(int arc, int by) => _arcs[arc] = (_arcs[arc].To, _arcs[arc].Room + by);

    private List<int>? Path(int from, int to, int without)
    {
        var reached = new int[_out.Length];
        Array.Fill(reached, -2);
        reached[from] = -1;
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var node) && reached[to] == -2)
        {
            foreach (var arc in _out[node].Where(arc => (arc | 1) != (without | 1) && _arcs[arc].Room > 0 && reached[_arcs[arc].To] == -2))
            {
                reached[_arcs[arc].To] = arc;
                queue.Enqueue(_arcs[arc].To);
            }
        }

        if (reached[to] == -2)
        {
            return null;
        }

        var path = new List<int>();
        for (var node = to; node != from; node = _arcs[reached[node] ^ 1].To)
        {
            path.Add(reached[node]);
        }

        return path;
    }
}
