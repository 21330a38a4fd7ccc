using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Transfers;

internal static class HandOverEvolution
{
    public const string ConfirmId = "transfer/confirm";

    /// <summary>Nothing is due here any more, except that the other side confirms. A complaint is about how it was dealt with here, and who signed here is followed up here, too.</summary>
    public static AgreementState Sent(AgreementState state, TransferEvent.TransferredOut e) => (state with
    {
        Status = AgreementStatus.Transferred,
        EndedAt = e.At,
        Cover = null,
        TeamAsked = null,
        CourtesySupervision = null,
        HandedOver = new HandOver(e.Organisation, e.Contact, e.By, e.At, state.Version + 1, state.Obligations.RemoveAll(open => StaysHere(open) || IsOfTeams(open))),
        Obligations = state.Obligations.RemoveAll(static open => !StaysHere(open)),
    }).WithObligation(ConfirmId, Tracks.Agreement, e.Confirm, Addressee.ProgrammeLead, afterEnd: true);

    public static AgreementState Running(AgreementState state) => state with
    {
        Status = AgreementStatus.Active,
        EndedAt = null,
        HandedOver = null,
        Obligations = [.. state.Obligations.Where(open => open.Id != ConfirmId), .. state.HandedOver!.Suspended],
    };

    public static AgreementState Confirmed(AgreementState state, TransferEvent.TransferConfirmed e) => (state with
    {
        HandedOver = state.HandedOver! with { ConfirmedBy = e.ConfirmedBy, ConfirmedAt = e.At, Suspended = [] },
    }).Settled(ConfirmId);

    public static AgreementState Received(AgreementState state, TransferEvent.TransferReceived e) => Running(state with { Obligations = [] }) with
    {
        KeyWorker = e.KeyWorker,
        KeyWorkerChanges = state.KeyWorkerChanges + 1,
        Referral = state.Referral with { Officer = e.Officer },
        Conditions = [.. state.Conditions.Select(condition => condition.WithPartners(e.Facilitator, e.Provider, e.Known))],
        Alerts = state.Alerts.RemoveAll(static alert => alert.Kind == AlertKind.MessageUndelivered),
        FollowUp = state.FollowUp with { Periods = [] },
        Origin = new Origin(e.From, e.Events, e.Chain, e.At, e.By),
    };

    private static bool StaysHere(Obligation open) => open.Deadline.Rule is RuleIds.ComplaintAcknowledge or RuleIds.ComplaintAnswer or RuleIds.DataRequestAnswer or RuleIds.FollowUpResult;

    private static bool IsOfTeams(Obligation open) => open.Deadline.Rule is RuleIds.TeamAnswer or RuleIds.CourtesyReview;
}
