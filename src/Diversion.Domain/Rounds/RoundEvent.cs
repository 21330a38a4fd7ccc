using Diversion.Domain.Agreements;

namespace Diversion.Domain.Rounds;

/// <summary>Something that happened to a vote of the public. A stored event is a contract, as an agreement's.</summary>
public abstract record RoundEvent
{
    private RoundEvent()
    {
    }

    /// <param name="Round">Its id.</param>
    public sealed record RoundOpened(string Round, string Area, ImmutableArray<RoundChoice> Choices, Instant ClosesAt, StaffRef By, Instant At) : RoundEvent;

    public sealed record VotesEntered(EnteredVotes Entered, StaffRef By, Instant At) : RoundEvent;

    /// <param name="Counted">The votes of the pages.</param>
    public sealed record RoundClosed(ImmutableArray<RoundCount> Counted, Instant At) : RoundEvent;

    public sealed record ResultPublished(StaffRef By, Instant At) : RoundEvent;
}
