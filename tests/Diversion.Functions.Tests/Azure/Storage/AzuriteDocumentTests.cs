using Azure.Storage.Blobs;
using Diversion.Casework.Documents;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Functions.Tests.Azure.Storage;

public sealed class AzuriteDocuments() : DocumentStoreContract(new AzuritePapers());

public sealed class AzuriteDocumentTests
{
    [Fact]
    public async Task A_missing_container_is_an_outage_with_advice()
    {
        var store = new BlobDocumentStore(AzuriteServer.Blobs().GetBlobContainerClient(BlobDocumentStore.ContainerName));
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.Write(new DocumentKey("DV-1", "a"), new MemoryStream([1])));
        Assert.Contains("lacks the container papers", fault.Message, StringComparison.Ordinal);
        await store.CreateContainer();
        await store.CreateContainer();
        await store.Write(new DocumentKey("DV-1", "a"), new MemoryStream([1]));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_an_outage()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(2) } };
        var store = new BlobDocumentStore(new BlobContainerClient(new Uri("http://127.0.0.1:9/devstoreaccount1/papers"), options));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.Read(new DocumentKey("DV-1", "a")));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.Delete(new DocumentKey("DV-1", "a")));
    }
}

internal sealed class AzuritePapers : IDocumentStoreUnderTest
{
    private readonly BlobDocumentStore store = new(AzuriteServer.Blobs().GetBlobContainerClient(BlobDocumentStore.ContainerName));

    /// <summary>Apart from xunit's few threads, which all may be waiting here.</summary>
    public AzuritePapers() => Task.Run(() => store.CreateContainer().AsTask()).GetAwaiter().GetResult();

    public IDocumentStore Store => store;

    public void Dispose()
    {
        // The account belongs to this test only, and disappears with the emulator.
    }
}
