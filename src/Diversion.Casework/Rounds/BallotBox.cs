using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.PublicView;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Rounds;
using NodaTime;

namespace Diversion.Casework.Rounds;

/// <summary>
/// Takes the votes of the pages. Nobody waits for anybody else's vote, and a ballot counts once however often it is sent: its row
/// is inserted, and is there or not.
/// </summary>
/// <param name="secret">Signs ballots, so that none can be made up, and hides addresses.</param>
public sealed class BallotBox(ITableStore store, byte[] secret)
{
    private const int RandomBytes = 16;
    private const int SealLength = 24;

    /// <summary>A ballot of a round, for one form.</summary>
    public string Issue(string round)
    {
        var random = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return $"{random}.{Seal(round, random)}";
    }

    /// <summary>It was issued by us for this round. Reads nothing, so that made-up ballots cost next to nothing.</summary>
    public bool IsOurs(string round, string? ballot) =>
        ballot?.Split('.') is [var random, var seal] && random.Length == Base64Url.GetEncodedLength(RandomBytes)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(round, random)), Encoding.UTF8.GetBytes(seal));

    /// <param name="round">As it is shown to the public.</param>
    /// <param name="address">Where the vote came from; a keyed hash of it is kept until the result is published.</param>
    public async ValueTask<(BallotAnswer? Answer, Refusal? Refusal)> Vote(PublicRound round, string? project, string? ballot, string address, Instant now, CancellationToken cancellation = default)
    {
        if (!IsOurs(round.Id, ballot))
        {
            return (null, new Refusal.Invalid(RefusalCode.BallotInvalid, "This form cannot be used. Open the vote again."));
        }

        return Ballots.Refuse(round.ClosesAt, round.Choices.Select(choice => choice.Project), project, now) is { } refusal
            ? (null, refusal)
            : (await Cast(round.Id, project!, ballot!.Split('.')[0], address, cancellation), null);
    }

    private async ValueTask<BallotAnswer> Cast(string round, string project, string key, string address, CancellationToken cancellation)
    {
        var from = Hidden($"{round}\n{address}");
        var (votes, addresses) = (VoteRows.VotesOf(round, key[^2] % VoteRows.Shards), VoteRows.AddressesOf(round, from[0]));
        var known = await store.Query(new TableQuery(Tables.Feeds, addresses, $"{from}|", $"{from}}}", Ballots.MostFromAddress), cancellation);
        if (known.Rows.Count >= Ballots.MostFromAddress && await store.Get(Tables.Feeds, votes, key, cancellation) is null)
        {
            return BallotAnswer.TooManyFromAddress;
        }

        var row = RowOf<VoteRow>.Write(new VoteRow(project));
        return await store.Commit(
            new TableTransaction(Tables.Feeds, votes, [new RowChange.Insert(key, row)]),
            [new TableTransaction(Tables.Feeds, addresses, [new RowChange.Upsert($"{from}|{key}", row)])],
            cancellation) ? BallotAnswer.Counted : BallotAnswer.CountedBefore;
    }

    private string Seal(string round, string random) => Hidden($"ballot\n{round}\n{random}")[..SealLength];

    private string Hidden(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
}

public enum BallotAnswer
{
    Counted,

    /// <summary>The same ballot came before: nothing was added.</summary>
    CountedBefore,
    TooManyFromAddress,
}
