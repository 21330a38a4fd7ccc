using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.BoardPacks;

public static class BoardPackDecider
{
    public const int LongestWords = 4_000;

    /// <summary>With texts of the greatest length this is what one row of the smallest store holds.</summary>
    internal const int MostCharacters = 400_000;

    /// <param name="state">Null before the first words or action.</param>
    public static Decision<BoardPackState, BoardPackEvent> Decide(BoardPackState? state, BoardPackCommand command, BoardPackInputs inputs)
    {
        var texts = new TextInspection();
        command.Inspect(texts);
        var refusal = Admission.Of(command, BoardPackCommands.Of(command)) ?? texts.Fault ?? Fault(state, command) ?? Unlisted(command, inputs);
        if (refusal is not null)
        {
            return new([], refusal, state!);
        }

        if (command is BoardPackCommand.TimePassed)
        {
            return Remind(state, command.At, inputs.Deadlines);
        }

        BoardPackEvent? happened = command switch
        {
            BoardPackCommand.WriteWords write when (Asked(write.Quarter) is var quarter && (state?.WordsOf(quarter, write.Section) ?? "") == write.Text.Trim()) => null,
            BoardPackCommand.WriteWords write => new BoardPackEvent.WordsWritten($"{Asked(write.Quarter)}", write.Section, write.Text.Trim(), write.By.AsStaff(), write.At),
            BoardPackCommand.AgreeAction agree => new BoardPackEvent.ActionAgreed(
                (state?.Actions.Length ?? 0) + 1, $"{Asked(agree.Quarter)}", agree.Text.Trim(), agree.Owner.Trim(), agree.Due, agree.By.AsStaff(), agree.At, inputs.Reminds),
            BoardPackCommand.AnswerDisparity answer when Open(state, answer.Disparity) is { } open && (open.Answer, open.Text, open.Owner, open.Due) == (answer.Answer, answer.Text.Trim(), answer.Owner.Trim(), answer.Due) => null,
            BoardPackCommand.AnswerDisparity answer => new BoardPackEvent.DisparityAnswered(
                (state?.Actions.Length ?? 0) + 1, $"{Asked(answer.Quarter)}", answer.Disparity, answer.Words, answer.Answer, answer.Text.Trim(), answer.Owner.Trim(), answer.Due, answer.By.AsStaff(), answer.At, inputs.Reminds),
            BoardPackCommand.CloseAction close when Find(state, close.Number)?.Said == close.Said.Trim() => null,
            BoardPackCommand.CloseAction close => new BoardPackEvent.ActionClosed(close.Number, WorkingCalendar.DateOf(close.At), close.Said.Trim(), close.By.AsStaff(), close.At),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
        return happened is null ? new([], null, state!) : new([happened], null, BoardPackState.Evolve(state, happened));
    }

    /// <summary>Each once, however many steps of its ladder have passed.</summary>
    private static Decision<BoardPackState, BoardPackEvent> Remind(BoardPackState? state, Instant now, Deadlines deadlines)
    {
        BoardPackEvent[] reminded =
        [
            .. from action in state?.Actions ?? []
               where action.NextReminder <= now
               let deadline = action.Deadline ?? deadlines.AtCloseOf(RuleIds.BoardAction, action.Due)
               select new BoardPackEvent.ActionReminded(action.Number, deadline.Ladder.Count(at => at <= now), deadline),
        ];
        return new([.. reminded], null, reminded.Aggregate(state!, BoardPackState.Evolve));
    }

    private static Refusal? Unlisted(BoardPackCommand command, BoardPackInputs inputs) => command switch
    {
        BoardPackCommand.AgreeAction { Reminds: not null } or BoardPackCommand.AnswerDisparity { Reminds: not null } when inputs.Reminds is null =>
            new Refusal.Invalid(RefusalCode.StaffUnknown, "reminds: nobody of the programme has this id. Choose a lead, a team manager or an analyst, or leave it empty.") { Field = "reminds" },
        _ => null,
    };

    private static Refusal? Fault(BoardPackState? state, BoardPackCommand command) => command switch
    {
        BoardPackCommand.WriteWords write => NoQuarter(write.Quarter) ?? TooLong(state, "text", write.Text),
        BoardPackCommand.AgreeAction agree => NoQuarter(agree.Quarter) ?? TooLong(state, "text", agree.Text) ?? NotAfter(agree.Quarter, agree.Due),
        BoardPackCommand.AnswerDisparity answer => NoQuarter(answer.Quarter) ?? TooLong(state, "text", answer.Text) ?? NotAfter(answer.Quarter, answer.Due) ?? Answered(state, answer),
        BoardPackCommand.CloseAction close => TooLong(state, "said", close.Said) ?? NotOpen(state, close),
        _ => null,
    };

    private static Refusal? NotOpen(BoardPackState? state, BoardPackCommand.CloseAction close) => Find(state, close.Number) switch
    {
        null => new Refusal.Unknown(RefusalCode.BoardActionUnknown, "There is no such action. Load the pack again."),
        { Said: { } said } when said != close.Said.Trim() => new Refusal.WrongState(RefusalCode.BoardActionClosed, "This action was closed before. Agree a new one if more has to be done."),
        _ => null,
    };

    private static Refusal.Invalid? NoQuarter(string? quarter) => Quarter.Read(quarter) is null
        ? new(RefusalCode.ValueOutOfRange, "quarter: expected a quarter such as 2026-q1.") { Field = "quarter" }
        : null;

    private static Refusal.Invalid? TooLong(BoardPackState? state, string field, string text) =>
        text.Length > LongestWords ? new(RefusalCode.TextTooLong, $"{field}: {text.Length} characters; at most {LongestWords} are kept. Shorten it.") { Field = field }
        : Characters(state) + text.Length > MostCharacters ? new(RefusalCode.TextTooLong, "The packs of this programme have no room left. Take away words of old quarters.") { Field = field }
        : null;

    private static Refusal.Invalid? NotAfter(string quarter, LocalDate due) =>
        due < Asked(quarter).FirstDay || due > Asked(quarter).LastDay.PlusYears(5)
            ? new(RefusalCode.ValueOutOfRange, $"due: an action of this pack is due from {Words.Date(Asked(quarter).FirstDay)}, and within five years. Correct the date.") { Field = "due" }
            : null;

    /// <summary>One line at a time: what was said is closed with what came of it before something else is said.</summary>
    private static Refusal? Answered(BoardPackState? state, BoardPackCommand.AnswerDisparity answer) =>
        !Enum.IsDefined(answer.Answer) ? new Refusal.Invalid(RefusalCode.ValueOutOfRange, "answer: explain it, or say how the practice is reformed.") { Field = "answer" }
        : Open(state, answer.Disparity) is { } open && (open.Answer, open.Text, open.Owner, open.Due) != (answer.Answer, answer.Text.Trim(), answer.Owner.Trim(), answer.Due)
            ? new Refusal.WrongState(RefusalCode.DisparityAnswered, $"There is a line on this difference already, action {open.Number}. Close it with what came of it, then say what is next.")
            : null;

    private static BoardAction? Open(BoardPackState? state, string disparity) => state?.Actions.FirstOrDefault(action => action.Disparity == disparity && action.ClosedOn is null);

    private static int Characters(BoardPackState? state) =>
        state is null ? 0 : state.Words.Sum(one => one.Text.Length + 120) + state.Actions.Sum(one => one.Text.Length + (one.Said?.Length ?? 0) + (one.DisparityWords?.Length ?? 0) + 700);

    private static BoardAction? Find(BoardPackState? state, int number) => state?.Actions.FirstOrDefault(action => action.Number == number);

    private static Quarter Asked(string quarter) => Quarter.Read(quarter)!.Value;
}
