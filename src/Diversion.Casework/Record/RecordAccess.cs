using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>Who reads the record, as of when, and why if the case is not theirs.</summary>
/// <param name="Reason">10 to 500 characters; needed only from those who are not on the case.</param>
public sealed record AccessRequest(Actor By, Instant At, string? Reason = null);

/// <summary>A record that the user may see, and which parts of it.</summary>
public sealed record Seen(AgreementState State, RecordVisibility RecordVisibility);

/// <summary>The gate in front of every record: finds it, asks the access policy, and logs the access before anything is shown.</summary>
public sealed class RecordAccess(Records records, AccessLog log)
{
    public const int ShortestReason = 10;
    public const int LongestReason = 500;

    private const string FormerMentor = "Refused: the mentoring has ended.";

    /// <summary>The reason as it is stored; null when it is not a valid one.</summary>
    internal static string? ReasonOf(AccessRequest request) =>
        request.Reason?.Trim() is { Length: >= ShortestReason and <= LongestReason } reason ? reason : null;

    /// <param name="what">The part that is read, for the log: "record", "timeline".</param>
    /// <param name="allowed">An additional condition for that part.</param>
    public async ValueTask<Reply<Seen>> At(
        string reference, AccessRequest request, string what, Func<AgreementState, RecordVisibility, bool>? allowed = null, CancellationToken cancellation = default)
    {
        if (await records.Find(reference, cancellation) is not { } state)
        {
            return CaseworkRefusal.Unknown();
        }

        if (AccessPolicy.WasMentor(request.By, state))
        {
            await log.Record(state.Id, request.By, request.At, FormerMentor, what, cancellation);
            return CaseworkRefusal.MentoringIsOver();
        }

        var visible = AccessPolicy.Of(request.By, state);
        if (!visible.Record || allowed?.Invoke(state, visible) == false)
        {
            return CaseworkRefusal.NotForRole();
        }

        if (visible.NeedsReason)
        {
            if ((ReasonOf(request) ?? visible.KnownReason) is not { } reason)
            {
                return CaseworkRefusal.ReasonForAccessMissing();
            }

            await log.Record(state.Id, request.By, request.At, reason, what, cancellation);
        }

        return new Seen(state, visible);
    }
}
