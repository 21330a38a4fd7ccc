using System.Text.Json;
using Diversion.Casework.PublicView;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Rounds;
using NodaTime;

namespace Diversion.Casework.Rounds;

/// <summary>Votes of the public: each round is a stream; the single votes are rows of their own (<see cref="BallotBox"/>).</summary>
public sealed class RoundKind : StreamKind<RoundState, RoundEvent>
{
    public static readonly RoundKind Instance = new();

    private RoundKind()
    {
    }

    public override string Name => "round";

    public override IReadOnlyList<string> ReadModels => [Tables.Search];

    public override EventCatalogue<RoundEvent> Events { get; } = new(
        EventEntry.Of<RoundEvent.RoundOpened>("round.opened"),
        EventEntry.Of<RoundEvent.VotesEntered>("round.votes-entered"),
        EventEntry.Of<RoundEvent.RoundClosed>("round.closed"),
        EventEntry.Of<RoundEvent.ResultPublished>("round.result-published"));

    public override string Called(long count) => count == 1 ? "round" : "rounds";

    public override RoundState Evolve(RoundState? state, RoundEvent happened) => RoundState.Evolve(state, happened);

    public override Instant? NextDue(RoundState state) => state.NextDue;

    public override string StatusOf(RoundState state) => state.IsPublished ? "Published" : state.Counted is null ? "Open" : "Counted";

    protected override void AddRows(RoundState state, List<ReadModelRow> rows) => rows.Add(new ReadModelRow(Tables.Search, PublicRows.Rounds, state.Id, RowOf<PublicRoundRow>.Write(new PublicRoundRow(
        state.Id,
        state.Area,
        JsonSerializer.Serialize(state.Choices, StoredJson.Options),
        state.ClosesAt,
        state.IsPublished ? JsonSerializer.Serialize(ResultOf(state), StoredJson.Options) : null))));

    /// <summary>Most votes first.</summary>
    public static IReadOnlyList<PublicResult> ResultOf(RoundState state) =>
    [
        .. state.Choices
            .Select(choice => new PublicResult(choice.Name, state.Counted?.FirstOrDefault(one => one.Project == choice.Project)?.Votes ?? 0, state.EnteredFor(choice.Project)))
            .OrderByDescending(one => one.Pages + one.Entered).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
