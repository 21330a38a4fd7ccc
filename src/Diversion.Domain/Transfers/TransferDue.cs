using Diversion.Domain.Agreements;

namespace Diversion.Domain.Transfers;

internal static class TransferDue
{
    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state.CourtesySupervision is { } arranged)
        {
            due.Add(new DueMoment(arranged.EndsAt, Tracks.Agreement, DueKind.CourtesySupervisionEnds, "courtesy", RuleIds.CourtesyEnd));
        }
    }

    public static void Fire(DecisionContext context) => context.Raise(new TransferEvent.CourtesySupervisionEnded());
}
