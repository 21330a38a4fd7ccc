using Diversion.Domain.Agreements;

namespace Diversion.Domain.Keeping;

internal static class KeepingEvolution
{
    public static AgreementState Evolve(AgreementState state, KeepingEvent happened)
    {
        var keeping = state.Keeping ?? KeepingState.None;
        return happened switch
        {
            KeepingEvent.HoldPlaced e => state with { Keeping = keeping with { Holds = keeping.Holds.Add(new Hold(e.Number, e.Cause, e.By, e.At)), LastHold = e.Number } },
            KeepingEvent.HoldLifted e => state with { Keeping = keeping with { Holds = keeping.Holds.RemoveAll(hold => hold.Number == e.Number) } },
            KeepingEvent.KeptLonger e => state with { Keeping = keeping with { Until = e.Until } },
            KeepingEvent.ErasureOrdered e => Silent(state) with { Keeping = keeping with { Ordered = new ErasureOrder(e.Ground, e.Request, e.ById, e.At) } },
            KeepingEvent.RecordErased e => Erased(state, e, keeping),
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }

    /// <summary>The papers' files are deleted with it: that there were some stays known.</summary>
    private static AgreementState Erased(AgreementState state, KeepingEvent.RecordErased e, KeepingState keeping) => Silent(state) with
    {
        Status = e.Status,
        EndedAt = state.EndedAt ?? e.At,
        Documents = [.. state.Documents.Select(static paper => paper with { Title = null, Removed = true })],
        Keeping = keeping with { Holds = [], ErasedAt = e.At },
    };

    /// <summary>Nobody has to do anything about it any more.</summary>
    private static AgreementState Silent(AgreementState state) => state with
    {
        Obligations = [],
        Alerts = [],
        Breach = null,
        TeamAsked = null,
        CourtesySupervision = null,
        Cover = null,
    };
}
