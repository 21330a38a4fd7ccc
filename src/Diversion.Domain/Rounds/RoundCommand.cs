using Diversion.Domain.Streams;

namespace Diversion.Domain.Rounds;

/// <summary>A request about a vote of the public. A single vote is no command: it is a row of its own, counted when the round closes.</summary>
public abstract record RoundCommand : StreamCommand<RoundEvent>
{
    private RoundCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>The round closes.</summary>
    /// <param name="Counted">The votes of the pages; never part of a request. Empty before the end.</param>
    public sealed record TimePassed(ImmutableArray<RoundCount> Counted = default) : RoundCommand;

    /// <param name="Projects">Ids of published projects.</param>
    /// <param name="LastDay">The last day on which votes count.</param>
    public sealed record OpenRound(string Area, ImmutableArray<string> Projects, LocalDate LastDay) : RoundCommand
    {
        /// <summary>The projects as they are published; never part of a request.</summary>
        public ImmutableArray<RoundChoice> Choices { get; private init; } = [];

        public OpenRound With(ImmutableArray<RoundChoice> choices) => this with { Choices = choices };
    }

    public sealed record EnterVotes(EnteredVotes Entered) : RoundCommand;

    /// <summary>After the end: everybody sees the result.</summary>
    public sealed record PublishResult : RoundCommand;
}
