using Diversion.Domain.Streams;

namespace Diversion.Domain.Nominations;

/// <summary>A place that somebody of the public named.</summary>
/// <param name="Published">The words that are let out; null while there are none.</param>
/// <param name="Rejected">A moderator keeps it back.</param>
public sealed record NominationState(int Version, string Id, NominationText Text, Instant At, NominationText? Published = null, bool Rejected = false) : IStreamState
{
    public bool Waits => Published is null && !Rejected;

    public static NominationState Evolve(NominationState? state, NominationEvent happened)
    {
        var next = happened switch
        {
            NominationEvent.PlaceNominated e => new NominationState(0, e.Nomination, e.Text, e.At),
            NominationEvent.NominationApproved e => state! with { Published = e.Published, Rejected = false },
            NominationEvent.NominationRejected => state! with { Published = null, Rejected = true },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }
}
