using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.BoardPacks;

public sealed class BoardPackTests
{
    private static readonly Actor Lead = new("l1", "Lee Lead", Role.ProgrammeLead);
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 9, 10, 0);

    [Theory]
    [InlineData("2026-q1", "2026-01-01", "2026-03-31", "2025-q4", "January to March 2026")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", "2026-q3", "October to December 2026")]
    public void A_quarter_is_three_months(string text, string first, string last, string before, string words)
    {
        var quarter = Quarter.Read(text)!.Value;
        Assert.Equal((Day(first), Day(last), before, words), (quarter.FirstDay, quarter.LastDay, $"{quarter.Before}", quarter.InWords));
        Assert.Equal(quarter, Quarter.Of(quarter.LastDay));
        Assert.Equal(text.ToLowerInvariant(), $"{quarter}");
        Assert.Equal((true, true, false, false), (quarter.Covers(quarter.FirstDay), quarter.Covers(quarter.LastDay), quarter.Covers(quarter.LastDay.PlusDays(1)), quarter.Covers(null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-q5")]
    [InlineData("2026-q0")]
    [InlineData("1999-q1")]
    [InlineData("2100-q1")]
    [InlineData(" 026-q1")]
    [InlineData("2026/q1")]
    [InlineData("2026-q11")]
    public void Anything_else_is_no_quarter(string? text) => Assert.Null(Quarter.Read(text));

    [Fact]
    public void Words_replace_those_before_them_and_empty_ones_take_them_away()
    {
        var written = Done(null, new BoardPackCommand.WriteWords("2026-Q1", "demand", " More came from custody. "));
        Assert.Equal("More came from custody.", written.WordsOf(Quarter.Read("2026-q1")!.Value, "demand"));
        Assert.Empty(Decide(written, new BoardPackCommand.WriteWords("2026-q1", "demand", "More came from custody.")).Events);

        var gone = Done(Done(written, new BoardPackCommand.WriteWords("2026-q1", "demand", "Other words")), new BoardPackCommand.WriteWords("2026-q1", "demand", ""));
        Assert.Empty(gone.Words);
        Assert.Equal(3, gone.Version);
    }

    [Fact]
    public void An_action_goes_from_pack_to_pack_until_it_is_closed()
    {
        var state = Done(null, new BoardPackCommand.AgreeAction("2026-q1", "Ask the court for dates", "Head of custody", new LocalDate(2026, 5, 1)));
        state = Done(state, new BoardPackCommand.AgreeAction("2026-q2", "Write to providers", "Lead", new LocalDate(2026, 9, 1)));
        state = Done(state, new BoardPackCommand.CloseAction(1, "They come weekly now"));

        Assert.Equal([1], In("2026-q1"));
        Assert.Equal([1, 2], In("2026-q2"));
        Assert.Equal([2], In("2026-q3"));
        Assert.Empty(In("2025-q4"));
        Assert.Equal((new LocalDate(2026, 4, 9), "They come weekly now"), (state.Actions[0].ClosedOn!.Value, state.Actions[0].Said));

        Assert.Empty(Decide(state, new BoardPackCommand.CloseAction(1, "They come weekly now")).Events);
        Assert.Equal(RefusalCode.BoardActionClosed, Decide(state, new BoardPackCommand.CloseAction(1, "Something else")).Refusal!.Code);
        Assert.Equal(RefusalCode.BoardActionUnknown, Decide(state, new BoardPackCommand.CloseAction(3, "It never was")).Refusal!.Code);

        int[] In(string quarter) => [.. state.ActionsIn(Quarter.Read(quarter)!.Value).Select(action => action.Number)];
    }

    [Fact]
    public void A_difference_has_one_open_line_which_goes_from_pack_to_pack_as_an_action()
    {
        var explain = new BoardPackCommand.AnswerDisparity("2026-q1", "signed/Sex/female", "Signed, by sex: female", DisparityAnswer.Explain, " More were at work ", "Lead", new LocalDate(2026, 7, 1));
        var state = Done(null, explain);
        Assert.Empty(Decide(state, explain).Events);
        Assert.Equal(("signed/Sex/female", "More were at work", DisparityAnswer.Explain), (state.Actions[0].Disparity, state.Actions[0].Text, state.Actions[0].Answer));
        var reform = explain with { Answer = DisparityAnswer.Reform, Text = "Evening meetings" };
        Assert.Equal(RefusalCode.DisparityAnswered, Decide(state, reform).Refusal!.Code);
        Assert.Equal([1], state.ActionsIn(Quarter.Read("2026-q3")!.Value).Select(action => action.Number));

        state = Done(Done(state, new BoardPackCommand.CloseAction(1, "It was not the reason")), reform);
        Assert.Equal((2, DisparityAnswer.Reform), (state.Actions[1].Number, state.Actions[1].Answer));
        Assert.Equal(RefusalCode.ValueOutOfRange, Decide(null, explain with { Due = new LocalDate(2025, 1, 1) }).Refusal!.Code);
        Assert.Equal(RefusalCode.ValueOutOfRange, Decide(null, explain with { Answer = (DisparityAnswer)7 }).Refusal!.Code);
        Assert.Equal(RefusalCode.TextMissing, Decide(null, explain with { Text = " " }).Refusal!.Code);
    }

    [Fact]
    public void What_cannot_be_kept_is_refused()
    {
        Assert.Equal(RefusalCode.ValueOutOfRange, Code(new BoardPackCommand.WriteWords("spring", "demand", "Words")));
        Assert.Equal(RefusalCode.TextTooLong, Code(new BoardPackCommand.WriteWords("2026-q1", "demand", new string('x', 4_001))));
        Assert.Equal(RefusalCode.TextInvalid, Code(new BoardPackCommand.WriteWords("2026-q1", "a/b", "Words")));
        Assert.Equal(RefusalCode.TextMissing, Code(new BoardPackCommand.AgreeAction("2026-q1", " ", "Lead", new LocalDate(2026, 5, 1))));
        Assert.Equal(RefusalCode.ValueOutOfRange, Code(new BoardPackCommand.AgreeAction("2026-q1", "Act", "Lead", new LocalDate(2025, 12, 31))));
        Assert.Equal(RefusalCode.ValueOutOfRange, Code(new BoardPackCommand.AgreeAction("2026-q1", "Act", "Lead", new LocalDate(2032, 1, 1))));
        Assert.Equal(RefusalCode.RoleNotPermitted, BoardPackDecider.Decide(null, new BoardPackCommand.WriteWords("2026-q1", "demand", "Words") { By = new("a1", "Ann", Role.Analyst), At = Now }, Inputs).Refusal!.Code);

        static string Code(BoardPackCommand command) => Decide(null, command).Refusal!.Code;
    }

    [Fact]
    public void The_packs_never_outgrow_what_a_store_holds()
    {
        BoardPackState? state = null;
        for (var n = 0; n < 200; n++)
        {
            var decision = Decide(state, new BoardPackCommand.AgreeAction("2026-q1", new string('x', 4_000), "Lead", new LocalDate(2026, 5, 1)));
            if (decision.Refusal is { Code: RefusalCode.TextTooLong })
            {
                Assert.InRange(state!.Actions.Length, 80, 100);
                return;
            }

            state = decision.State;
        }

        Assert.Fail("It grew for ever.");
    }

    [Fact]
    public void An_open_action_is_reminded_of_on_its_day_and_by_the_ladder_until_it_is_closed()
    {
        var state = Done(null, new BoardPackCommand.AgreeAction("2026-q1", "Ask the court", "Clerk", new LocalDate(2026, 5, 1), "m1"), Inputs with { Reminds = Manager });
        state = Done(state, new BoardPackCommand.AnswerDisparity("2026-q1", "signed/Sex/female", "Signed, by sex: female", DisparityAnswer.Explain, "At work", "Lead", new LocalDate(2026, 6, 1)));
        Assert.Equal((Manager, null), (state.Actions[0].Reminds, state.Actions[1].Reminds));

        // A Friday before the bank holiday of 4 May: two and five working days later are the 6th and the 11th.
        Instant[] moments = [Instant.FromUtc(2026, 5, 1, 8, 0), Instant.FromUtc(2026, 5, 1, 16, 0), Instant.FromUtc(2026, 5, 6, 16, 0), Instant.FromUtc(2026, 5, 11, 16, 0)];
        foreach (var (step, at) in moments.Index())
        {
            Assert.Equal(at, state.NextDue);
            Assert.Empty(Pass(state, at - Duration.FromSeconds(1)).Events);
            var passed = Pass(state, at);
            var reminded = Assert.IsType<BoardPackEvent.ActionReminded>(Assert.Single(passed.Events));
            Assert.Equal((1, step + 1, RuleIds.BoardAction), (reminded.Number, reminded.Step, reminded.Deadline.Rule));
            state = passed.State;
            Assert.Empty(Pass(state, at).Events);
            Assert.Equal(step == 3, state.Actions[0].IsRaisedToLeads);
        }

        Assert.Equal(new LocalDate(2026, 6, 1), state.NextDue!.Value.InUtc().Date);
        state = Done(state, new BoardPackCommand.CloseAction(2, "It was the reason"));
        Assert.Null(state.NextDue);
        Assert.Empty(Pass(state, Now + Duration.FromDays(900)).Events);
    }

    [Fact]
    public void After_an_outage_each_open_action_is_reminded_of_once()
    {
        var state = Done(null, new BoardPackCommand.AgreeAction("2026-q1", "One", "Clerk", new LocalDate(2026, 5, 1)));
        state = Done(state, new BoardPackCommand.AgreeAction("2026-q1", "Two", "Clerk", new LocalDate(2026, 5, 5)));

        var passed = Pass(state, Instant.FromUtc(2026, 7, 1, 9, 0));

        Assert.Equal([(1, 4), (2, 4)], passed.Events.Cast<BoardPackEvent.ActionReminded>().Select(one => (one.Number, one.Step)));
        Assert.Null(passed.State.NextDue);
        Assert.Equal(RefusalCode.StaffUnknown, Decide(null, new BoardPackCommand.AgreeAction("2026-q1", "Act", "Clerk", new LocalDate(2026, 5, 1), "nobody")).Refusal!.Code);
    }

    private static readonly StaffRef Manager = new("m1", "Mo Manager", "east", "mo@example.org");

    private static readonly BoardPackInputs Inputs = new(new Deadlines(Shipped.Checkpoint.Calendar, Shipped.Checkpoint.Scheme.Escalation));

    private static Streams.Decision<BoardPackState, BoardPackEvent> Pass(BoardPackState state, Instant at) =>
        BoardPackDecider.Decide(state, new BoardPackCommand.TimePassed { By = Actor.Clock, At = at }, Inputs);

    private static Streams.Decision<BoardPackState, BoardPackEvent> Decide(BoardPackState? state, BoardPackCommand command) =>
        BoardPackDecider.Decide(state, command with { By = Lead, At = Now }, Inputs);

    private static BoardPackState Done(BoardPackState? state, BoardPackCommand command, BoardPackInputs? inputs = null)
    {
        var decision = BoardPackDecider.Decide(state, command with { By = Lead, At = Now }, inputs ?? Inputs);
        Assert.Null(decision.Refusal);
        return decision.State;
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
