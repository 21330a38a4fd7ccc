using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Storage;

public sealed class InMemoryReads() : ReadContract(new InMemoryStore());

public sealed class InMemoryQueries() : QueryContract(new InMemoryStore());

public sealed class InMemoryTransactions() : TransactionContract(new InMemoryStore());

public sealed class InMemoryETags() : ETagContract(new InMemoryStore());

public sealed class InMemoryConcurrency() : ConcurrencyContract(new InMemoryStore());

public sealed class InMemoryLimits() : LimitContract(new InMemoryStore());

public sealed class InMemoryProperties() : PropertyContract(new InMemoryStore());

public sealed class InMemoryScans() : ScanContract(new InMemoryStore());

internal sealed class InMemoryStore : IStoreUnderTest
{
    public ITableStore Store { get; } = new InMemoryTableStore();

    public void Dispose()
    {
        // An in-memory store does not survive its process.
    }
}
