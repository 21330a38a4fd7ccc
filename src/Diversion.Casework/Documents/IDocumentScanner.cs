namespace Diversion.Casework.Documents;

/// <summary>Looks for viruses in a file before it is kept.</summary>
public interface IDocumentScanner
{
    /// <summary>False where none is set up; the leads' pages then say so.</summary>
    bool IsOn { get; }

    /// <param name="content">Read to its end, and left open.</param>
    /// <returns>True when nothing was found.</returns>
    /// <exception cref="ScannerUnavailableException">It does not answer, or not as expected: the file must not be kept.</exception>
    ValueTask<bool> IsClean(Stream content, CancellationToken cancellation = default);
}

public sealed class ScannerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No scanner is set up.</summary>
public sealed class NoScanner : IDocumentScanner
{
    public bool IsOn => false;

    public ValueTask<bool> IsClean(Stream content, CancellationToken cancellation = default) => new(true);
}
