using System.Collections.Concurrent;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>Everybody of the programme as evaluation sees them: one scan of one table, under pseudonyms.</summary>
public sealed class PeopleScan(ITableStore store, Pseudonyms usual)
{
    /// <summary>Ids of the unit costs of what a person used, and of what was not needed.</summary>
    public const string WorkerHour = "worker-hour";
    public const string Session = "session";
    public const string WorkHour = "reparation-hour";
    public const string TagDay = "tag-day";
    public const string ChargeAvoided = "charge";
    public const string CourtCaseAvoided = "court-case";

    /// <summary>Rows that one thread takes: about one page of the store.</summary>
    private const int AtOnce = 500;

    /// <param name="pseudonyms">Of a release with a salt of its own; null for those that analysts see in the register.</param>
    /// <returns>
    /// In the order of the pseudonyms, which says nothing about the order of the cases: for what shows one row after another.
    /// </returns>
    public async Task<IReadOnlyList<PersonRow>> All(Pseudonyms? pseudonyms = null, CancellationToken cancellation = default)
    {
        var people = await Unordered(pseudonyms, cancellation);
        Array.Sort(people, static (one, other) => string.CompareOrdinal(one.Pseudonym, other.Pseudonym));
        return people;
    }

    /// <summary>
    /// For numbers alone, on which the order has no influence. People who lie in memory in the order in which they are read are
    /// counted in half the time.
    /// </summary>
    public async Task<IReadOnlyList<PersonRow>> ForCounting(CancellationToken cancellation = default) => await Unordered(null, cancellation);

    private async Task<PersonRow[]> Unordered(Pseudonyms? pseudonyms, CancellationToken cancellation)
    {
        var (read, readers) = (new ConcurrentBag<PersonRow[]>(), new ConcurrentBag<PersonReader>());
        try
        {
            // One thread reads on while the others make people of what it has read.
            await Parallel.ForEachAsync(store.ScanInAnyOrder(Tables.Evaluation, cancellation).Chunk(AtOnce), cancellation, (rows, _) =>
            {
                var reader = readers.TryTake(out var free) ? free : new PersonReader((pseudonyms ?? usual).Many());
                read.Add(Array.ConvertAll(rows, reader.Read));
                readers.Add(reader);
                return ValueTask.CompletedTask;
            });
        }
        finally
        {
            foreach (var reader in readers)
            {
                reader.Dispose();
            }
        }

        return [.. read.SelectMany(some => some)];
    }
}
