using Diversion.Casework.Access;

namespace Diversion.Casework.Queries;

/// <summary>Who looked at a record outside their own work.</summary>
public sealed class AccessLogQuery(Looking looking, AccessLog log)
{
    public async ValueTask<Reply<IReadOnlyList<AccessEntry>>> Of(string reference, Look look, CancellationToken cancellation = default)
    {
        var reply = await looking.At(reference, look, "access log", (_, _) => AccessPolicy.MaySeeAccessLog(look.By), cancellation);
        return reply is Reply<Seen>.Given { Value: var seen }
            ? new Reply<IReadOnlyList<AccessEntry>>.Given(await log.Of(seen.State.Id, 1000, cancellation))
            : ((Reply<Seen>.Refused)reply).Refusal;
    }
}
