using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <summary>How many streams of each kind a check or rebuild has walked.</summary>
public sealed class StreamCounts(StreamKinds kinds)
{
    private readonly Dictionary<StreamKind, long> counts = [];

    public long Total { get; private set; }

    public long Of(StreamKind kind) => counts.GetValueOrDefault(kind);

    /// <summary>Such as "12 agreements, 1 staff directory"; of the other kinds only those that there are.</summary>
    public override string ToString() => string.Join(", ", kinds.All.Where((kind, place) => place == 0 || Of(kind) > 0).Select(kind => $"{Of(kind):N0} {kind.Called(Of(kind))}"));

    internal void Add(StreamKind kind)
    {
        counts[kind] = Of(kind) + 1;
        Total++;
    }
}
