using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// The destruction log as one append blob beside the papers, apart from the tables: tables that are restored from a copy of
/// before are brought up to date by it.
/// </summary>
public sealed class BlobDestructionLog(BlobContainerClient container) : IDestructionLog
{
    /// <summary>No paper has such a name.</summary>
    public const string BlobName = "destruction.log";

    private readonly AppendBlobClient blob = container.GetAppendBlobClient(BlobName);

    public async ValueTask Add(DestructionEntry entry, CancellationToken cancellation = default)
    {
        try
        {
            await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
            using var line = new MemoryStream(Encoding.UTF8.GetBytes(DestructionText.Line(entry)));
            await blob.AppendBlockAsync(line, cancellationToken: cancellation);
        }
        catch (Exception fault) when (IsOutage(fault, cancellation))
        {
            throw Unavailable(fault);
        }
    }

    public async ValueTask<IReadOnlyList<DestructionEntry>> All(CancellationToken cancellation = default)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellation);
            return [.. DestructionText.Read(content.Value.Content.ToString(), BlobName).Distinct().OrderBy(entry => entry.At)];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound || missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
        catch (Exception fault) when (IsOutage(fault, cancellation))
        {
            throw Unavailable(fault);
        }
    }

    private static bool IsOutage(Exception fault, CancellationToken cancellation) =>
        fault is RequestFailedException or AggregateException or IOException or HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    private StorageUnavailableException Unavailable(Exception fault) => new(
        $"The destruction log at {container.Uri.Host} cannot be used: {fault.Message} Check that the app's identity has the role Storage Blob Data Contributor there. Nothing is erased before it can be written.", fault);
}
