using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Documents;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Documents;

public sealed class OrphanTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly InMemoryDocumentStore store = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Bytes_that_no_case_knows_go_and_those_on_their_way_stay()
    {
        var state = await casework.Signed();
        await casework.Done(Worker, Keep("known", 'a'));
        await casework.Done(Worker, Keep("removed", 'b'));
        await casework.Done(Lead, new DocumentCommand.RemoveDocument("removed") { Reason = "Not his." });
        var old = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) - Duration.FromHours(2);
        foreach (var name in new[] { "known", "removed", "unknown" })
        {
            store.Put(new DocumentKey(state.Id.Value, name), [1], old);
        }

        store.Put(new DocumentKey("DV-00000-00000", "of-no-case"), [1], old);
        store.Put(new DocumentKey(state.Id.Value, "fresh"), [1], old + Duration.FromMinutes(90));
        var orphans = new OrphanDocuments(casework.Service, new DocumentVault(store, new WrappingKey(new byte[32])), TimeProvider.System);

        Assert.Equal(3, await orphans.Remove());
        Assert.Equal(["fresh", "known"], store.Bytes.Keys.Select(key => key.Document).Order(StringComparer.Ordinal));
        Assert.Equal(0, await orphans.Remove());
    }

    private static DocumentCommand.KeepDocument Keep(string id, char hash) => new(id, DocumentKind.Letter, DocumentFormat.Pdf, 1, new string(hash, 64));
}
