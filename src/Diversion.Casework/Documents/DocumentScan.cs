using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;

namespace Diversion.Casework.Documents;

/// <summary>Has a file looked at before it is kept, wherever it comes from.</summary>
public sealed partial class DocumentScan(IDocumentScanner scanner, ILogger<DocumentScan> log)
{
    /// <param name="file">Can be read again.</param>
    /// <returns>Why the file must not be kept; null when nothing was found, and where no scanner is set up.</returns>
    public async ValueTask<Refusal?> Of(Stream file, CancellationToken cancellation = default)
    {
        if (!scanner.IsOn)
        {
            return null;
        }

        try
        {
            file.Position = 0;
            return await scanner.IsClean(file, cancellation) ? null : CaseworkRefusal.Infected();
        }
        catch (ScannerUnavailableException fault)
        {
            LogNotScanned(fault.Message);
            return CaseworkRefusal.NotScanned();
        }
    }

    [LoggerMessage(EventId = 4301, Level = LogLevel.Error, Message = "A file was not kept, because it could not be scanned: {Advice}")]
    private partial void LogNotScanned(string advice);
}
