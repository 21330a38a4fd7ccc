using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Diversion.Casework.Documents;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Functions.Azure.Storage;

/// <summary>Papers as blobs of one container, <c>{agreement}/{paper}</c>. They are sealed before they come here.</summary>
public sealed class BlobDocumentStore(BlobContainerClient container) : IDocumentStore
{
    /// <summary>Bicep makes it, too; a test compares the two.</summary>
    public const string ContainerName = "papers";

    /// <summary>For the emulator; on Azure it is there.</summary>
    public ValueTask CreateContainer(CancellationToken cancellation = default) => Try(
        async () => await container.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);

    public ValueTask Write(DocumentKey key, Stream content, CancellationToken cancellation = default) => Try(
        async () => await Blob(key).UploadAsync(content, new BlobUploadOptions(), cancellation), cancellation);

    public async ValueTask<Stream?> Read(DocumentKey key, CancellationToken cancellation = default)
    {
        try
        {
            var answer = await Blob(key).DownloadStreamingAsync(cancellationToken: cancellation);
            return answer.Value.Content;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (Exception fault) when (Explain(fault, cancellation) is { } advice)
        {
            throw new StorageUnavailableException(advice, fault);
        }
    }

    public ValueTask Delete(DocumentKey key, CancellationToken cancellation = default) => Try(
        async () => await Blob(key).DeleteIfExistsAsync(cancellationToken: cancellation), cancellation);

    public async IAsyncEnumerable<StoredDocument> All([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var blobs = container.GetBlobsAsync(cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
        while (await Next(blobs, cancellation))
        {
            if (DocumentKey.Read(blobs.Current.Name) is { } key && blobs.Current.Properties.LastModified is { } written)
            {
                yield return new StoredDocument(key, Instant.FromDateTimeOffset(written));
            }
        }
    }

    private BlobClient Blob(DocumentKey key) => container.GetBlobClient(key.ToString());

    private async ValueTask<bool> Next(IAsyncEnumerator<BlobItem> blobs, CancellationToken cancellation)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (Exception fault) when (Explain(fault, cancellation) is { } advice)
        {
            throw new StorageUnavailableException(advice, fault);
        }
    }

    private async ValueTask Try(Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (Explain(fault, cancellation) is { } advice)
        {
            throw new StorageUnavailableException(advice, fault);
        }
    }

    private string? Explain(Exception fault, CancellationToken cancellation)
    {
        var store = $"The store of papers at {container.Uri.Host}";
        return fault switch
        {
            OperationCanceledException when cancellation.IsCancellationRequested => null,
            AuthenticationFailedException => $"No token for {container.Uri.Host} could be had. Check that the app's identity exists and that AZURE_CLIENT_ID names it.",
            RequestFailedException { Status: 401 or 403 } =>
                $"{store} refuses this app. Give its identity the role Storage Blob Data Contributor on the storage account, and check that the account's network rules let the app in.",
            RequestFailedException missing when missing.ErrorCode == BlobErrorCode.ContainerNotFound =>
                $"{store} lacks the container {ContainerName}. Restart the app: it makes it when it starts. If there were papers, restore them first.",
            RequestFailedException { Status: 0 or 408 or 409 or 429 or >= 500 } or AggregateException or OperationCanceledException or IOException or HttpRequestException =>
                $"{store} does not answer. Try again in a minute; if it lasts, check the network and the state of Azure Storage.",
            _ => null,
        };
    }
}
