using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Scrutiny;

/// <summary>What one member said about one case.</summary>
public sealed record MemberVerdict(int Case, StaffRef Member, PanelVerdict Verdict, string? Observations, Instant At);

/// <summary>What the panel said about one case, and told its officer.</summary>
/// <param name="ReadAt">When the officer said that they have read it; null until then.</param>
public sealed record CaseVerdict(int Case, PanelVerdict Verdict, string Feedback, StaffRef? Officer, Instant At, Instant? ReadAt = null);

/// <summary>How many cases of one group were decided in the quarter, and how many of them were drawn.</summary>
public sealed record DrawnGroup(string Group, int Decided, int Drawn);

/// <summary>One sitting of the scrutiny panel: who sits, which cases they look at, and what they say.</summary>
public sealed record SittingState(int Version, string Quarter, ImmutableArray<StaffRef> Members, int Size, string Seal, string Key, Instant PlannedAt) : IStreamState
{
    public Instant? DrawnAt { get; init; }

    public ImmutableArray<SampledCase> Cases { get; init; } = [];

    public ImmutableArray<DrawnGroup> Groups { get; init; } = [];

    public ImmutableArray<MemberVerdict> Given { get; init; } = [];

    public ImmutableArray<CaseVerdict> Verdicts { get; init; } = [];

    public Instant? ClosedAt { get; init; }

    /// <summary>Known once the sitting is closed.</summary>
    public string? Seed { get; init; }

    public Quarter About => BoardPacks.Quarter.Read(Quarter)!.Value;

    public SittingStatus Status => ClosedAt is not null ? SittingStatus.Closed : DrawnAt is not null ? SittingStatus.Sitting : SittingStatus.Planned;

    public SampledCase? Case(int number) => Cases.FirstOrDefault(one => one.Number == number);

    public CaseVerdict? VerdictOn(int number) => Verdicts.FirstOrDefault(one => one.Case == number);

    public MemberVerdict? Of(string member, int number) => Given.FirstOrDefault(one => one.Case == number && one.Member.Id == member);

    public bool IsMember(string id) => Members.Any(member => member.Id == id);

    public static SittingState Evolve(SittingState? state, SittingEvent happened) => happened switch
    {
        SittingEvent.SittingPlanned e => new(1, e.Quarter, e.Members, e.Size, e.Seal, e.Key, e.At),
        _ when state is null => throw new InvalidOperationException($"A sitting begins with being planned, not with {happened.GetType().Name}."),
        _ => Next(state with { Version = state.Version + 1 }, happened),
    };

    private static SittingState Next(SittingState state, SittingEvent happened) => happened switch
    {
        SittingEvent.SampleDrawn e => state with
        {
            DrawnAt = e.At,
            Cases = e.Cases,
            Groups = [.. e.Among.Select(group => new DrawnGroup(group.Group, group.Cases.Length, e.Cases.Count(one => one.Group == group.Group)))],
        },
        SittingEvent.VerdictGiven e => state with { Given = state.Given.Add(new(e.Case, e.Member, e.Verdict, e.Observations, e.At)) },
        SittingEvent.PanelVerdictRecorded e => state with { Verdicts = state.Verdicts.Add(new(e.Case, e.Verdict, e.Feedback, e.Officer, e.At)) },
        SittingEvent.SittingClosed e => state with { ClosedAt = e.At, Seed = e.Seed },
        SittingEvent.FeedbackRead e => state with { Verdicts = [.. state.Verdicts.Select(one => one.Case == e.Case ? one with { ReadAt = e.At } : one)] },
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };
}

public enum SittingStatus
{
    Planned,
    Sitting,
    Closed,
}
