using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Functions.Tests.Azure.Storage;

public sealed class AzuriteReads() : ReadContract(new AzuriteStore());

public sealed class AzuriteQueries() : QueryContract(new AzuriteStore());

public sealed class AzuriteTransactions() : TransactionContract(new AzuriteStore());

public sealed class AzuriteETags() : ETagContract(new AzuriteStore());

public sealed class AzuriteConcurrency() : ConcurrencyContract(new AzuriteStore());

public sealed class AzuriteLimits() : LimitContract(new AzuriteStore());

public sealed class AzuriteProperties() : PropertyContract(new AzuriteStore());

public sealed class AzuriteScans() : ScanContract(new AzuriteStore());

internal sealed class AzuriteStore : IStoreUnderTest
{
    private readonly AzureTableStore store = new(AzuriteServer.Account(), NullLogger<AzureTableStore>.Instance);

    public AzuriteStore() => store.CreateTables().GetAwaiter().GetResult();

    public ITableStore Store => store;

    public void Dispose()
    {
        // The account belongs to this test only, and disappears with the emulator.
    }
}
