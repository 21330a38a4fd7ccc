using Diversion.Domain.Streams;

namespace Diversion.Domain.Rounds;

/// <summary>A vote of the public between projects of one area.</summary>
public sealed record RoundState(int Version, string Id, string Area, ImmutableArray<RoundChoice> Choices, Instant ClosesAt) : IStreamState
{
    /// <summary>A vote that was taken in the last moment has this long to be written before all are counted.</summary>
    public static readonly Duration CountAfter = Duration.FromMinutes(1);

    public ImmutableArray<EnteredVotes> Entered { get; init; } = [];

    /// <summary>The votes of the pages; null until they were counted.</summary>
    public ImmutableArray<RoundCount>? Counted { get; init; }

    public bool IsPublished { get; init; }

    public Instant? NextDue => Counted is null ? ClosesAt + CountAfter : null;

    public bool Takes(Instant now) => now < ClosesAt;

    public int EnteredFor(string project) => Entered.Where(one => one.Project == project).Sum(one => one.Votes);

    public static RoundState Evolve(RoundState? state, RoundEvent happened)
    {
        var next = happened switch
        {
            RoundEvent.RoundOpened e => new RoundState(0, e.Round, e.Area, e.Choices, e.ClosesAt),
            RoundEvent.VotesEntered e => state! with { Entered = state.Entered.Add(e.Entered) },
            RoundEvent.RoundClosed e => state! with { Counted = e.Counted },
            RoundEvent.ResultPublished => state! with { IsPublished = true },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }
}
