using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.BoardPacks;

/// <summary>What was written beside one part of a quarter's numbers.</summary>
public sealed record BoardWords(string Quarter, string Section, string Text, StaffRef By, Instant At);

/// <summary>What the board asked somebody to do.</summary>
/// <param name="Owner">A name, as the board minutes it: often somebody outside the programme.</param>
/// <param name="Quarter">Of the pack in which it was agreed.</param>
/// <param name="ClosedOn">Null while it is carried forward.</param>
/// <param name="Said">What came of it.</param>
public sealed record BoardAction(int Number, string Text, string Owner, LocalDate Due, string Quarter, LocalDate? ClosedOn = null, string? Said = null)
{
    /// <summary>The difference between groups that it explains or reforms; null for any other action.</summary>
    public string? Disparity { get; init; }

    /// <summary>The same in words.</summary>
    public string? DisparityWords { get; init; }

    public DisparityAnswer? Answer { get; init; }

    /// <summary>Who of the programme is reminded of it; null: the leads.</summary>
    public StaffRef? Reminds { get; init; }

    /// <summary>With the instants at which somebody is told; null until the day comes, since its working days may not be known long before.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>How many instants of the ladder have passed.</summary>
    public int Step { get; init; }

    /// <summary>When somebody is reminded next; null when nobody is.</summary>
    public Instant? NextReminder => ClosedOn is not null ? null
        : Deadline is not { } deadline ? WorkingCalendar.At(Due, WorkingCalendar.StartOfBusiness)
        : Step < deadline.Ladder.Length ? deadline.Ladder[Step]
        : null;

    public bool IsLate(LocalDate today) => ClosedOn is null && Due < today;

    /// <summary>The last step is no longer the owner's alone.</summary>
    public bool IsRaisedToLeads => Deadline is { } deadline && Step >= deadline.Ladder.Length;
}

/// <summary>The words and actions of every board pack.</summary>
public sealed record BoardPackState(int Version) : IStreamState
{
    public ImmutableArray<BoardWords> Words { get; init; } = [];

    public ImmutableArray<BoardAction> Actions { get; init; } = [];

    public Instant? NextDue => Actions.Min(action => action.NextReminder);

    /// <summary>Agreed in this quarter or before, and not closed before it began.</summary>
    public IEnumerable<BoardAction> ActionsIn(Quarter quarter) => Actions.Where(action =>
        BoardPacks.Quarter.Read(action.Quarter) is { } agreed && agreed.FirstDay <= quarter.FirstDay && (action.ClosedOn is not { } closed || closed >= quarter.FirstDay));

    public string? WordsOf(Quarter quarter, string section) => Words.FirstOrDefault(one => one.Quarter == quarter.ToString() && one.Section == section)?.Text;

    public static BoardPackState Evolve(BoardPackState? state, BoardPackEvent happened)
    {
        var before = state ?? new BoardPackState(0);
        var after = before with { Version = before.Version + 1 };
        return happened switch
        {
            BoardPackEvent.WordsWritten e => after with
            {
                Words =
                [
                    .. before.Words.Where(one => one.Quarter != e.Quarter || one.Section != e.Section),
                    .. e.Text.Length == 0 ? (IEnumerable<BoardWords>)[] : [new(e.Quarter, e.Section, e.Text, e.By, e.At)],
                ],
            },
            BoardPackEvent.ActionAgreed e => after with { Actions = before.Actions.Add(new(e.Number, e.Text, e.Owner, e.Due, e.Quarter) { Reminds = e.Reminds }) },
            BoardPackEvent.DisparityAnswered e => after with
            {
                Actions = before.Actions.Add(new(e.Number, e.Text, e.Owner, e.Due, e.Quarter) { Disparity = e.Disparity, DisparityWords = e.Words, Answer = e.Answer, Reminds = e.Reminds }),
            },
            BoardPackEvent.ActionReminded e => after with
            {
                Actions = [.. before.Actions.Select(action => action.Number == e.Number ? action with { Deadline = e.Deadline, Step = e.Step } : action)],
            },
            BoardPackEvent.ActionClosed e => after with
            {
                Actions = [.. before.Actions.Select(action => action.Number == e.Number ? action with { ClosedOn = e.On, Said = e.Said } : action)],
            },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }
}
