using Diversion.Storage.Compliance;

namespace Diversion.Local.Tests.Storage;

public sealed class SqliteReads() : ReadContract(new TemporaryStore());

public sealed class SqliteQueries() : QueryContract(new TemporaryStore());

public sealed class SqliteTransactions() : TransactionContract(new TemporaryStore());

public sealed class SqliteETags() : ETagContract(new TemporaryStore());

public sealed class SqliteConcurrency() : ConcurrencyContract(new TemporaryStore());

public sealed class SqliteLimits() : LimitContract(new TemporaryStore());

public sealed class SqliteProperties() : PropertyContract(new TemporaryStore());

public sealed class SqliteScans() : ScanContract(new TemporaryStore());
