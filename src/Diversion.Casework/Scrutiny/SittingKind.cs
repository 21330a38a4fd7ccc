using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Scrutiny;
using NodaTime;

namespace Diversion.Casework.Scrutiny;

/// <summary>Sittings of the scrutiny panel, each a stream; what the panel says about a case is found by its officer.</summary>
public sealed class SittingKind : StreamKind<SittingState, SittingEvent>
{
    public static readonly SittingKind Instance = new();

    private SittingKind()
    {
    }

    public override string Name => "sitting";

    public override IReadOnlyList<string> ReadModels => [Tables.Search];

    public override EventCatalogue<SittingEvent> Events { get; } = new(
        EventEntry.Of<SittingEvent.SittingPlanned>("sitting.planned"),
        EventEntry.Of<SittingEvent.SampleDrawn>("sitting.sample-drawn"),
        EventEntry.Of<SittingEvent.VerdictGiven>("sitting.verdict-given"),
        EventEntry.Of<SittingEvent.PanelVerdictRecorded>("sitting.panel-verdict-recorded"),
        EventEntry.Of<SittingEvent.SittingClosed>("sitting.closed"),
        EventEntry.Of<SittingEvent.FeedbackRead>("sitting.feedback-read"));

    public override string Called(long count) => count == 1 ? "sitting of the scrutiny panel" : "sittings of the scrutiny panel";

    public override SittingState Evolve(SittingState? state, SittingEvent happened) => SittingState.Evolve(state, happened);

    public override string StatusOf(SittingState state) => state.Status.ToString();

    /// <summary>One row a sitting, and one for each verdict under the officer whose case it is.</summary>
    protected override void AddRows(SittingState state, List<ReadModelRow> rows)
    {
        rows.Add(new ReadModelRow(Tables.Search, Partitions.Sittings, state.Quarter, RowOf<SittingRow>.Write(new SittingRow(state.Quarter, state.Status, state.Cases.Length, state.Verdicts.Length))));
        foreach (var verdict in state.Verdicts)
        {
            if (verdict.Officer is { } officer && state.Case(verdict.Case) is { } drawn)
            {
                rows.Add(new ReadModelRow(
                    Tables.Search,
                    Partitions.FeedbackFor(officer.Id),
                    $"{Sortable.Descending(verdict.At)}|{state.Quarter}|{verdict.Case:00}",
                    RowOf<FeedbackRow>.Write(new FeedbackRow(state.Quarter, verdict.Case, drawn.Agreement.Value, verdict.Verdict, verdict.Feedback, verdict.At, verdict.ReadAt))));
            }
        }
    }
}

/// <summary>A sitting in the list of all.</summary>
/// <param name="Cases">Drawn; 0 before.</param>
/// <param name="Verdicts">Of the panel.</param>
public sealed record SittingRow(string Quarter, SittingStatus Status, int Cases, int Verdicts);

/// <summary>What the panel says to an officer about a case of theirs.</summary>
/// <param name="Case">Its number in the sample.</param>
public sealed record FeedbackRow(string Quarter, int Case, string Agreement, PanelVerdict Verdict, string Feedback, Instant At, Instant? ReadAt);
