using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Transfers;

internal static class TransferEvolution
{
    public const string TeamAnswerId = "team/answer";
    public const string CourtesyReviewId = "courtesy/review";

    public static AgreementState Evolve(AgreementState state, TransferEvent happened) => happened switch
    {
        TransferEvent.TeamAsked e => (state with { TeamAsked = new TeamRequest(e.Team, e.AskedBy, e.At) })
            .Settled(TeamAnswerId).WithObligation(TeamAnswerId, Tracks.Agreement, e.Answer, Addressee.ReceivingManager),
        TransferEvent.TeamDeclined or TransferEvent.TeamNoLongerAsked => NotAsked(state),
        TransferEvent.CourtesySupervisionArranged e => (state with
        {
            CourtesySupervision = new CourtesySupervision(e.Organisation, e.Contact, e.From, e.Until, e.EndsAt, e.What) { Said = state.CourtesySupervision?.Said },
        }).Settled(CourtesyReviewId).WithObligation(CourtesyReviewId, Tracks.Agreement, e.Review, Addressee.KeyWorker),
        TransferEvent.CourtesySupervisionReviewed e => (state with { CourtesySupervision = state.CourtesySupervision! with { Said = e.Said } }).Settled(CourtesyReviewId).WithObligation(CourtesyReviewId, Tracks.Agreement, e.Next, Addressee.KeyWorker),
        TransferEvent.CourtesySupervisionEnded => (state with { CourtesySupervision = null }).Settled(CourtesyReviewId),
        TransferEvent.TransferredOut e => HandOverEvolution.Sent(state, e),
        TransferEvent.TransferTakenBack => HandOverEvolution.Running(state),
        TransferEvent.TransferConfirmed e => HandOverEvolution.Confirmed(state, e),
        TransferEvent.TransferReceived e => HandOverEvolution.Received(state, e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>The case has a key worker of the team that was asked: it has answered.</summary>
    public static AgreementState Moved(AgreementState state) =>
        state.TeamAsked is { } asked && state.KeyWorker?.Team == asked.Team ? NotAsked(state) : state;

    private static AgreementState NotAsked(AgreementState state) => (state with { TeamAsked = null }).Settled(TeamAnswerId);
}
