using Diversion.Casework.Documents;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A scanner that is set by hand.</summary>
internal sealed class TestScanner : IDocumentScanner
{
    public bool IsOn { get; set; }

    public bool Finds { get; set; }

    public bool IsDown { get; set; }

    public ValueTask<bool> IsClean(Stream content, CancellationToken cancellation = default) =>
        IsDown ? throw new ScannerUnavailableException("Nobody listens.") : new(!Finds);
}
