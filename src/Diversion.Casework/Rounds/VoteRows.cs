using System.Collections.Immutable;
using Diversion.Casework.Storage;
using Diversion.Domain.Rounds;

namespace Diversion.Casework.Rounds;

/// <summary>
/// The votes of the pages as they are stored: each is one row, keyed by its ballot, in one of a few partitions of its round.
/// Counting reads each partition to its end, a thousand rows at a time.
/// </summary>
internal sealed class VoteRows(ITableStore store)
{
    public const int Shards = 16;

    private const string Hexadecimal = "0123456789abcdef";

    public static string VotesOf(string round, int shard) => $"votes:{round}:{Hexadecimal[shard]}";

    /// <param name="first">The first digit of a hidden address.</param>
    public static string AddressesOf(string round, char first) => $"vote-addresses:{round}:{first}";

    public async ValueTask<ImmutableArray<RoundCount>> Count(RoundState round, CancellationToken cancellation)
    {
        var votes = round.Choices.ToDictionary(choice => choice.Project, _ => 0, StringComparer.Ordinal);
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var row in store.Rows(Tables.Feeds, VotesOf(round.Id, shard), cancellation: cancellation))
            {
                votes[RowOf<VoteRow>.Read(row).Project]++;
            }
        }

        return [.. round.Choices.Select(choice => new RoundCount(choice.Project, votes[choice.Project]))];
    }

    /// <summary>From where votes came is needed while they are taken, and not afterwards.</summary>
    public async ValueTask ForgetAddresses(string round, CancellationToken cancellation)
    {
        foreach (var first in Hexadecimal)
        {
            var partition = AddressesOf(round, first);
            while ((await store.Query(new TableQuery(Tables.Feeds, partition, Limit: TableTransaction.MostChanges), cancellation)).Rows is { Count: > 0 } rows)
            {
                await store.Commit(new TableTransaction(Tables.Feeds, partition, [.. rows.Select(row => new RowChange.Delete(row.Row))]), [], cancellation);
            }
        }
    }
}

internal sealed record VoteRow(string Project);
