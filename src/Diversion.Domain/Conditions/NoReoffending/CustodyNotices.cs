using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.NoReoffending;

/// <summary>What a case's notices lead to: who has to read them, what the lead is shown, whether a proposal still has its proof.</summary>
internal static class CustodyNotices
{
    public const int ReadWorkingDays = 1;

    public static string ReadId(string noticeId) => $"notice/{noticeId}";

    public static ImmutableArray<CustodyNotice> Of(AgreementState state) =>
        state.Conditions.OfType<NoReoffendingCondition>().SingleOrDefault()?.Notices ?? state.EarlyNotices;

    public static AgreementState Receive(AgreementState state, NoReoffendingEvent.CustodyNoticeReceived e)
    {
        var before = Of(state);
        state = Keep(state, before.Add(new CustodyNotice(e.NoticeId, e.Notice, e.OccurredOn, e.Reoffending, e.OffenceOn, e.Says) { Bail = e.Bail }));
        state = WithObligation(state, e.NoticeId, e.Read);
        return state.Term is null ? state : Tell(state, e, before);
    }

    public static AgreementState Correct(AgreementState state, NoReoffendingEvent.CustodyNoticeCorrected e)
    {
        var notices = Of(state);
        var old = notices.First(notice => notice.Id == e.NoticeId && notice.Kind == e.Notice && notice.Content == new CustodyNoticeContent(e.OccurredOnBefore, e.OffenceOnBefore, e.BailBefore));
        state = Keep(state, notices.Replace(old, old with
        {
            OccurredOn = e.OccurredOn,
            OffenceOn = e.OffenceOn,
            Bail = e.Bail,
            Reoffending = e.Reoffending,
            Before = old.Before.Add(old.Content),
        }));
        state = WithObligation(state, e.NoticeId, e.Read);
        return state.Term is null
            ? state
            : Alerts.Raise(state, state.IsTerminal ? AlertKind.LateNews : AlertKind.CustodyNoticeCorrected, e.NoticeId, e.At);
    }

    public static AgreementState Settle(AgreementState state, NoReoffendingEvent.ArrestSettled e)
    {
        var notices = Of(state);
        var arrest = notices.First(notice => notice.Id == e.NoticeId && notice.Kind == CustodyNoticeKind.Arrest);
        return Keep(state, notices.Replace(arrest, arrest with { Settled = true }));
    }

    /// <summary>
    /// A charge or an admission within the term shows through the proposed breach; an arrest that is already disposed of
    /// needs nobody.
    /// </summary>
    private static AgreementState Tell(AgreementState state, NoReoffendingEvent.CustodyNoticeReceived e, ImmutableArray<CustodyNotice> before)
    {
        if (state.IsTerminal)
        {
            return Alerts.Raise(state, AlertKind.LateNews, e.NoticeId, e.At);
        }

        return e.Notice switch
        {
            CustodyNoticeKind.Arrest => Arrests.Open(Of(state)).Any(arrest => arrest.Id == e.NoticeId)
                ? Alerts.Raise(state, AlertKind.Arrest, e.NoticeId, e.At)
                : state,
            CustodyNoticeKind.Charge or CustodyNoticeKind.Admission when e.Reoffending && state.Status != AgreementStatus.BreachReview => state,
            CustodyNoticeKind.NoFurtherAction when Arrests.Open(Of(state)).Length < Arrests.Open(before).Length => state,
            _ => Alerts.Raise(state, AlertKind.CustodyNotice, e.NoticeId, e.At),
        };
    }

    private static AgreementState Keep(AgreementState state, ImmutableArray<CustodyNotice> notices)
    {
        if (state.Conditions.OfType<NoReoffendingCondition>().SingleOrDefault() is not { } condition)
        {
            return state with { EarlyNotices = notices };
        }

        condition = condition with { Notices = notices };

        // A condition that was kept at the end of the term is reopened while a lead can still decide on it.
        if (condition.Status == ConditionStatus.Kept && state.Status.IsRunning() && (condition.Proved || !condition.OpenArrests.IsEmpty))
        {
            condition = condition with { Status = ConditionStatus.InProgress, ClosedAt = null };
        }

        var open = Arrests.Open(notices);
        state = state.With(condition) with
        {
            Alerts = state.Alerts.RemoveAll(alert => alert.Kind == AlertKind.Arrest && open.All(arrest => arrest.Id != alert.Subject)),
        };
        return state.Breach is { Cause: Breach.BreachCause.ProvedReoffending } breach
            ? state with { Breach = breach with { ProofTakenBack = !condition.Proved } }
            : state;
    }

    private static AgreementState WithObligation(AgreementState state, string noticeId, Deadline? read) =>
        state.Settled(read is null ? "" : ReadId(noticeId)).WithObligation(ReadId(noticeId), Tracks.Agreement, read, Addressee.PoliceOfficer, afterEnd: true);
}
