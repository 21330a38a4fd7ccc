using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.NoReoffending;

/// <summary>Notices arrive in every status of a case, with or without the condition.</summary>
internal static class CustodyCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        var notices = CustodyNotices.Of(state);
        yield return new NoReoffendingCommand.ReceiveCustodyNotice($"{CandidateCommands.NewId}-{notices.Length}", CustodyNoticeKind.Arrest, WorkingCalendar.DateOf(now));
        foreach (var id in notices.Select(notice => notice.Id).Distinct())
        {
            yield return new NoReoffendingCommand.ReviewCustodyNotice(id);
        }
    }
}
