using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Scrutiny;

/// <summary>
/// The cases are drawn once; each member judges each of them once and alone, nobody judges what they worked on, and nothing
/// is judged after the sitting has closed.
/// </summary>
public static class SittingDecider
{
    public const int FewestMembers = 2;
    public const int MostMembers = 15;
    public const int MostCases = 40;
    public const int LongestText = 2_000;

    /// <summary>Their references are kept with the draw, in one row of the smallest store.</summary>
    public const int MostDecided = 10_000;

    /// <summary>With texts of the greatest length the state is what one row of the smallest store holds.</summary>
    internal const int MostCharacters = 350_000;

    /// <param name="state">Null before it was planned.</param>
    public static Decision<SittingState, SittingEvent> Decide(SittingId id, SittingState? state, SittingCommand command, SittingInputs facts)
    {
        var texts = new TextInspection();
        command.Inspect(texts);
        if ((Admission.Of(command, SittingCommands.Of(command)) ?? texts.Fault) is { } refused)
        {
            return new([], refused, state!);
        }

        return command switch
        {
            SittingCommand.PlanSitting plan => Plan(id, state, plan, facts),
            _ when state is null => new([], Unknown, null!),
            SittingCommand.TimePassed => new([], null, state),
            SittingCommand.DrawSample => Draw(state, command, facts),
            SittingCommand.GiveVerdict give => Give(state, give, facts),
            SittingCommand.RecordPanelVerdict record => Record(state, record, facts),
            SittingCommand.CloseSitting => Close(state, command, facts),
            SittingCommand.ReadFeedback read => Read(state, read),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    public static Refusal Unknown { get; } = new Refusal.Unknown(RefusalCode.SittingUnknown, "No sitting of the panel is planned for this quarter. Open the list of sittings and choose one.");

    private static Decision<SittingState, SittingEvent> Plan(SittingId id, SittingState? state, SittingCommand.PlanSitting plan, SittingInputs facts)
    {
        string[] asked = plan.Members.IsDefault ? [] : [.. plan.Members.Distinct(StringComparer.Ordinal)];
        if (SittingId.Read(id.Value) is null)
        {
            return Refused(state, Invalid("quarter", "quarter: expected a quarter such as 2026-q1."));
        }

        if (state is not null)
        {
            return state.Size == plan.Size && state.Members.Select(member => member.Id).ToHashSet(StringComparer.Ordinal).SetEquals(asked)
                ? new([], null, state)
                : Refused(state, new Refusal.WrongState(RefusalCode.SittingExists, "The sitting of this quarter is planned already, and its seal is published. It stays as it is: a sample that could be planned again could be chosen."));
        }

        if (plan.Size is < 1 or > MostCases)
        {
            return Refused(state, Invalid("size", $"size: draw 1 to {MostCases} cases; a panel does not get through more in one sitting."));
        }

        if (asked.Length is < FewestMembers or > MostMembers)
        {
            return Refused(state, Invalid("members", $"members: choose {FewestMembers} to {MostMembers} members, so that it can be seen how far they agree."));
        }

        var members = asked.Select(one => facts.PanelMembers?.FirstOrDefault(member => member.Id == one)).OfType<StaffRef>().ToImmutableArray();
        return members.Length < asked.Length
            ? Refused(state, Invalid("members", "members: somebody here is not a panel member of the staff directory. Add them there with this role, or choose others."))
            : Raised(state, new SittingEvent.SittingPlanned(id.Value, [.. members.Select(member => new StaffRef(member.Id, member.Name))], plan.Size, facts.Seal!, facts.Key!, plan.By.AsStaff(), plan.At));
    }

    private static Decision<SittingState, SittingEvent> Draw(SittingState state, SittingCommand command, SittingInputs facts)
    {
        if (state.ClosedAt is not null)
        {
            return Refused(state, Closed);
        }

        if (state.DrawnAt is not null)
        {
            return new([], null, state);
        }

        if (WorkingCalendar.DateOf(command.At) <= state.About.LastDay)
        {
            return Refused(state, new Refusal.WrongState(RefusalCode.QuarterNotOver, $"The quarter ends on {Words.Date(state.About.LastDay)}. Draw the cases after it: until then more of them are decided."));
        }

        return facts.Drawn.IsDefaultOrEmpty
            ? Refused(state, new Refusal.WrongState(RefusalCode.NothingToDraw, "No case was decided in this quarter, so there is nothing to look at. Close the sitting."))
            : facts.Among.Sum(group => group.Cases.Length) > MostDecided
                ? Refused(state, new Refusal.RuleForbids(RefusalCode.NothingToDraw, $"More than {MostDecided} cases were decided in this quarter. A sitting cannot keep what it was drawn from; ask the system administrator."))
                : Raised(state, new SittingEvent.SampleDrawn(facts.Drawn, facts.Among, command.By.AsStaff(), command.At));
    }

    private static Decision<SittingState, SittingEvent> Give(SittingState state, SittingCommand.GiveVerdict give, SittingInputs facts)
    {
        var observations = Kept(give.Observations);
        if (!state.IsMember(give.By.Id))
        {
            return Refused(state, new Refusal.NotPermitted(RefusalCode.NotOfSitting, "You are not a member of this sitting. Ask a programme lead which sitting is yours."));
        }

        if ((NotSitting(state) ?? NoCase(state, give.Case)) is { } refused)
        {
            return Refused(state, refused);
        }

        if (facts.TookPart)
        {
            return Refused(state, new Refusal.RuleForbids(RefusalCode.PanelConflict, "You worked on this case, or somebody of your name did, so you do not judge it. The others do; go on with the next case."));
        }

        if (state.Of(give.By.Id, give.Case) is { } before)
        {
            return before.Verdict == give.Verdict && before.Observations == observations
                ? new([], null, state)
                : Refused(state, new Refusal.WrongState(RefusalCode.VerdictGiven, $"You gave your verdict on this case on {Words.Date(before.At)}: {before.Verdict.InWords()}. It stands. Say at the sitting what you would add."));
        }

        if (state.VerdictOn(give.Case) is not null)
        {
            return Refused(state, new Refusal.WrongState(RefusalCode.VerdictGiven, "The panel’s verdict on this case is recorded already, so no member’s is added."));
        }

        if (give.Verdict != PanelVerdict.Appropriate && observations is null)
        {
            return Refused(state, Missing("observations", $"observations: say why it is “{give.Verdict.InWords()}”. The panel talks about it, and the officer learns from it."));
        }

        return TooLong(state, "observations", observations) is { } full
            ? Refused(state, full)
            : Raised(state, new SittingEvent.VerdictGiven(give.Case, new StaffRef(give.By.Id, give.By.Name), give.Verdict, observations, give.At));
    }

    private static Decision<SittingState, SittingEvent> Record(SittingState state, SittingCommand.RecordPanelVerdict record, SittingInputs facts)
    {
        var feedback = record.Feedback.Trim();
        if ((NotSitting(state) ?? NoCase(state, record.Case)) is { } refused)
        {
            return Refused(state, refused);
        }

        if (state.VerdictOn(record.Case) is { } before)
        {
            return before.Verdict == record.Verdict && before.Feedback == feedback
                ? new([], null, state)
                : Refused(state, new Refusal.WrongState(RefusalCode.VerdictGiven, $"The panel’s verdict on this case was recorded on {Words.Date(before.At)}, and the officer was told. It stands."));
        }

        if (state.Given.Count(given => given.Case == record.Case) < FewestMembers)
        {
            return Refused(state, new Refusal.WrongState(RefusalCode.VerdictsMissing, $"A panel’s verdict needs those of {FewestMembers} members at least. Ask the members to give theirs first."));
        }

        return TooLong(state, "feedback", feedback) is { } full
            ? Refused(state, full)
            : Raised(state, new SittingEvent.PanelVerdictRecorded(record.Case, record.Verdict, feedback, facts.Officer, record.By.AsStaff(), record.At));
    }

    private static Decision<SittingState, SittingEvent> Close(SittingState state, SittingCommand command, SittingInputs facts)
    {
        if (state.ClosedAt is not null)
        {
            return new([], null, state);
        }

        var open = state.Cases.Where(one => state.VerdictOn(one.Number) is null).Select(one => $"{one.Number}").ToArray();
        return open.Length > 0
            ? Refused(state, new Refusal.WrongState(RefusalCode.VerdictsMissing, $"The panel’s verdict is missing on case {string.Join(", ", open)}. Record it; where the panel found none, that it fails to agree."))
            : Raised(state, new SittingEvent.SittingClosed(facts.Seed, command.By.AsStaff(), command.At));
    }

    private static Decision<SittingState, SittingEvent> Read(SittingState state, SittingCommand.ReadFeedback read) => state.VerdictOn(read.Case) switch
    {
        { Officer: { } officer } when officer.Id != read.By.Id => Refused(state, new Refusal.NotPermitted(RefusalCode.NotOfSitting, "This feedback is for another officer.")),
        null or { Officer: null } => Refused(state, new Refusal.Unknown(RefusalCode.SittingUnknown, "There is no such feedback. Load the page again.")),
        { ReadAt: not null } => new([], null, state),
        _ => Raised(state, new SittingEvent.FeedbackRead(read.Case, read.By.AsStaff(), read.At)),
    };

    private static Refusal? NotSitting(SittingState state) => state.Status switch
    {
        SittingStatus.Planned => new Refusal.WrongState(RefusalCode.SittingNotDrawn, "The cases of this sitting are not drawn yet."),
        SittingStatus.Closed => Closed,
        _ => null,
    };

    private static Refusal.Ended Closed { get; } = new(RefusalCode.SittingClosed, "The sitting has closed, so no verdict is taken any more. Bring it to the next one.");

    private static Refusal? NoCase(SittingState state, int number) => state.Case(number) is null
        ? new Refusal.Unknown(RefusalCode.SittingUnknown, $"The sample has no case {number}. Open the sitting and choose one of its cases.")
        : null;

    private static Refusal.Invalid? TooLong(SittingState state, string field, string? text) =>
        (text?.Length ?? 0) > LongestText ? new(RefusalCode.TextTooLong, $"{field}: {text!.Length} characters; at most {LongestText} are kept. Shorten it.") { Field = field }
        : Characters(state) + (text?.Length ?? 0) > MostCharacters ? new(RefusalCode.TextTooLong, $"{field}: this sitting has no room for longer texts. Shorten it.") { Field = field }
        : null;

    private static int Characters(SittingState state) =>
        state.Given.Sum(one => (one.Observations?.Length ?? 0) + 200) + state.Verdicts.Sum(one => one.Feedback.Length + 300);

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal.Invalid Invalid(string field, string message) => new(RefusalCode.ValueOutOfRange, message) { Field = field };

    private static Refusal.Invalid Missing(string field, string message) => new(RefusalCode.TextMissing, message) { Field = field };

    private static Decision<SittingState, SittingEvent> Refused(SittingState? state, Refusal refusal) => new([], refusal, state!);

    private static Decision<SittingState, SittingEvent> Raised(SittingState? state, SittingEvent happened) => new([happened], null, SittingState.Evolve(state, happened));
}
