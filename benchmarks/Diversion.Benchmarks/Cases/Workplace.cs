using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Local.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Benchmarks.Cases;

/// <summary>A data folder opened as the product opens it, with an optional wrapper around its store.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly Installation installation;

    public Workplace(string folder, Func<SqliteTableStore, ITableStore>? around = null)
    {
        var silence = new Silence();
        Sqlite = SqliteTableStore.Open(folder);
        installation = new Installation(around?.Invoke(Sqlite) ?? Sqlite, People.Rulebook, silence, silence, silence, NullLoggerFactory.Instance, WrappingKey.From([1]));
    }

    public SqliteTableStore Sqlite { get; }

    public Installation Parts => installation;

    /// <summary>Number of flushes to disk so far.</summary>
    public long Groups
    {
        get
        {
            long groups = 0;
            Sqlite.Between(writer => groups = writer.Groups);
            return groups;
        }
    }

    /// <summary>Executes a command that must not be refused: a refusal would be measured as work.</summary>
    public async ValueTask Do(AgreementId id, AgreementCommand command)
    {
        if (await installation.Casework.Execute(id, command) is Outcome.Refused refused)
        {
            throw new InvalidOperationException($"{id} {command}: {refused.Refusal.Message}");
        }
    }

    /// <summary>Runs work from a number of clients; each waits for its answer before it continues.</summary>
    public static async Task Clients(int clients, int count, Func<int, ValueTask> work)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await work(i);
            }
        })));
    }

    public void Dispose()
    {
        installation.Dispose();
        Sqlite.Dispose();
    }
}
