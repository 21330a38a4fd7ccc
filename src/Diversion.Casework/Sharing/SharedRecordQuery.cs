using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Formatting;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Sharing;
using Diversion.Domain.Time;

namespace Diversion.Casework.Sharing;

/// <summary>What a partner's organisation is told of a person. Each look is logged before anything is shown.</summary>
public sealed class SharedRecordQuery(RecordAccess access, AccessLog log, Rulebook rulebook)
{
    public async ValueTask<Reply<SharedRecordView>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        if (await access.At(reference, request, "what is shared", cancellation: cancellation) is not Reply<Seen>.Given { Value.State: var state })
        {
            return CaseworkRefusal.NothingShared();
        }

        var shared = AccessPolicy.SharedWith(request.By, state, rulebook.Programme.Staff.Sharing, WorkingCalendar.DateOf(request.At));
        if (shared.Count == 0)
        {
            return CaseworkRefusal.NothingShared();
        }

        await log.RecordShared(state.Id, request.By, request.At, string.Join(", ", shared.Select(one => SharingWords.Of(one.Purpose))), cancellation);
        return new SharedRecordView(state.Id.Value, state.Referral.Person.Name, request.By.Organisation!, [.. shared.Select(one => SharedParts.Of(one, request.By, state))]);
    }
}
