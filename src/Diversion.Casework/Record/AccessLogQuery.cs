using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Record;

/// <summary>Who read a record outside their own work, and who exported cases of the register.</summary>
public sealed class AccessLogQuery(RecordAccess access, AccessLog log)
{
    public const int Most = 1000;

    /// <param name="most">At most this many, the newest.</param>
    public async ValueTask<Reply<IReadOnlyList<AccessEntry>>> Of(
        string reference, AccessRequest request, int most = Most, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "access log", (_, _) => AccessPolicy.MaySeeAccessLog(request.By), cancellation);
        return reply is Reply<Seen>.Given { Value: var seen }
            ? new Reply<IReadOnlyList<AccessEntry>>.Given(await log.Of(seen.State.Id, most, cancellation))
            : ((Reply<Seen>.Refused)reply).Refusal;
    }

    /// <param name="most">At most this many, the newest.</param>
    public async ValueTask<Reply<IReadOnlyList<AccessEntry>>> Downloads(Actor by, int most = Most, CancellationToken cancellation = default) =>
        AccessPolicy.MaySeeAccessLog(by)
            ? new Reply<IReadOnlyList<AccessEntry>>.Given(await log.Downloads(most, cancellation))
            : CaseworkRefusal.NotForRole();
}
