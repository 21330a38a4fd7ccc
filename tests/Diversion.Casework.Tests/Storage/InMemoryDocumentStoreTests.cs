using Diversion.Casework.Documents;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Storage;

public sealed class InMemoryDocuments() : DocumentStoreContract(new Kept())
{
    private sealed class Kept : IDocumentStoreUnderTest
    {
        public IDocumentStore Store { get; } = new InMemoryDocumentStore();

        public void Dispose()
        {
        }
    }
}
