namespace Diversion.Domain.Streams;

/// <summary>What the events of one stream come to.</summary>
public interface IStreamState
{
    /// <summary>The number of the last event.</summary>
    int Version { get; }
}
