using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <summary>The services of every kind that this host runs, for timekeeping and delivery.</summary>
public sealed class StreamServices(params IReadOnlyList<StreamService> all)
{
    public StreamKinds Kinds { get; } = new([.. all.Select(service => service.Kind)]);

    public StreamService Of(StreamId stream) => all.First(service => service.Kind == stream.Kind);

    /// <summary>The stream that a row of an index points to.</summary>
    /// <exception cref="StreamBrokenException">Its kind is not known.</exception>
    public StreamId IndexedBy(TableRow row) => Kinds.IndexedBy(row) ?? throw new StreamBrokenException(
        $"The index row {row.Row} is of a kind of stream that this program does not know. Run the version of Diversion that wrote it, or a later one.");
}
