using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Rounds;

/// <summary>Decides commands on a vote of the public.</summary>
public static class RoundDecider
{
    private const int LeastChoices = 2;
    private const int MostChoices = 20;
    private const int MostDays = 120;
    private const int MostVotes = 10_000;
    private const int MostEntries = 500;

    public static Refusal.Unknown Unknown => new(RefusalCode.RoundUnknown, "There is no such vote. Look at the list again.");

    /// <param name="state">Null before it was opened.</param>
    public static Decision<RoundState, RoundEvent> Decide(RoundId id, RoundState? state, RoundCommand command)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason);
        if ((Admission.Of(command, RoundCommands.Of(command)) ?? texts.Fault) is { } refused)
        {
            return Refused(state, refused);
        }

        return (state, command) switch
        {
            (_, RoundCommand.OpenRound open) => Open(id, state, open),
            (null, _) => Refused(state, Unknown),
            (_, RoundCommand.TimePassed passed) => state.NextDue <= command.At && !passed.Counted.IsDefault ? Raised(state, new RoundEvent.RoundClosed(passed.Counted, command.At)) : Unchanged(state),
            (_, RoundCommand.EnterVotes enter) => Enter(state, enter),
            _ => state.IsPublished ? Unchanged(state)
                : state.Counted is null ? Refused(state, new Refusal.WrongState(RefusalCode.RoundOpen, "The votes are counted when the vote has closed. Publish the result then."))
                : Raised(state, new RoundEvent.ResultPublished(command.By.AsStaff(), command.At)),
        };
    }

    private static Decision<RoundState, RoundEvent> Open(RoundId id, RoundState? state, RoundCommand.OpenRound command)
    {
        var texts = new TextInspection();
        texts.Line("area", command.Area, required: true);
        var (today, choices) = (WorkingCalendar.DateOf(command.At), command.Choices);
        var fault = RoundId.Read(id.Value) is null ? new Refusal.Invalid(RefusalCode.RoundFaulty, $"The id of a vote has {RoundId.Form}.")
            : texts.Fault ?? (choices.Length is < LeastChoices or > MostChoices
                ? new Refusal.Invalid(RefusalCode.RoundFaulty, $"A vote is between {LeastChoices} and {MostChoices} projects that are published in the area. Choose them again.") { Field = "projects" }
                : command.LastDay < today || command.LastDay > today.PlusDays(MostDays)
                    ? new Refusal.Invalid(RefusalCode.RoundFaulty, $"The last day is from today to {MostDays} days ahead.") { Field = "lastDay" }
                    : null);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        var (area, closes) = (PlainText.Clean(command.Area, lines: false), WorkingCalendar.EndOf(command.LastDay));
        return state is null ? Raised(null, new RoundEvent.RoundOpened(id.Value, area, choices, closes, command.By.AsStaff(), command.At))
            : state.Area == area && state.ClosesAt == closes && state.Choices.SequenceEqual(choices) ? Unchanged(state)
            : Refused(state, new Refusal.WrongState(RefusalCode.RoundExists, "There is a vote with this id. A vote that is open is not changed; open another."));
    }

    private static Decision<RoundState, RoundEvent> Enter(RoundState state, RoundCommand.EnterVotes command)
    {
        if (command.Entered is not { } given)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.TextMissing, "Say for which project the votes are, how they came, and how many."));
        }

        var texts = new TextInspection();
        texts.Id("entered.batch", given.Batch);
        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        if (state.Entered.FirstOrDefault(one => one.Batch == given.Batch) is { } before)
        {
            return before == given ? Unchanged(state) : Refused(state, new Refusal.WrongState(RefusalCode.RoundExists, "Other votes were entered under this id. Enter them again."));
        }

        return state.IsPublished || state.Entered.Length >= MostEntries ? Refused(state, new Refusal.WrongState(RefusalCode.RoundClosed, "The result is published, or too many entries were made: no more votes are entered."))
            : state.Choices.All(choice => choice.Project != given.Project) ? Invalid("entered.project", "Choose one of the projects of this vote.")
            : !Enum.IsDefined(given.Way) ? Invalid("entered.way", "Votes came on paper or by telephone.")
            : given.Votes is < 1 or > MostVotes ? Invalid("entered.votes", $"Enter 1 to {MostVotes} votes.")
            : Raised(state, new RoundEvent.VotesEntered(given, command.By.AsStaff(), command.At));

        Decision<RoundState, RoundEvent> Invalid(string field, string why) => Refused(state, new Refusal.Invalid(RefusalCode.RoundFaulty, why) { Field = field });
    }

    private static Decision<RoundState, RoundEvent> Raised(RoundState? state, RoundEvent happened) => new([happened], null, RoundState.Evolve(state, happened));

    private static Decision<RoundState, RoundEvent> Unchanged(RoundState state) => new([], null, state);

    private static Decision<RoundState, RoundEvent> Refused(RoundState? state, Refusal refusal) => new([], refusal, state!);
}
