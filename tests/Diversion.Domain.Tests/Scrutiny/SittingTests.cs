using Diversion.Domain.Agreements;
using Diversion.Domain.Scrutiny;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Tests.Scrutiny;

public sealed class SittingTests
{
    private static readonly SittingId Id = new("2026-q1");
    private static readonly Actor Lead = new("l1", "Lee Lead", Role.ProgrammeLead);
    private static readonly Actor Una = new("pm-1", "Una Panel", Role.PanelMember);
    private static readonly Actor Dev = new("pm-2", "Dev Panel", Role.PanelMember);
    private static readonly Actor Other = new("pm-9", "Ola Panel", Role.PanelMember);
    private static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer);
    private static readonly Instant InQuarter = Instant.FromUtc(2026, 3, 31, 22, 0);
    private static readonly Instant After = Instant.FromUtc(2026, 4, 9, 10, 0);

    private static readonly SittingInputs Facts = new(
        [Una.AsStaff(), Dev.AsStaff(), Other.AsStaff()],
        "seal",
        "key",
        [new(1, new AgreementId("DV-B"), "eligible, theft"), new(2, new AgreementId("DV-A"), "not eligible, theft")],
        [new("eligible, theft", [new AgreementId("DV-B"), new AgreementId("DV-C")]), new("not eligible, theft", [new AgreementId("DV-A")])],
        Officer: Officer.AsStaff(),
        Seed: "seed");

    [Fact]
    public void A_sitting_goes_from_plan_to_close_and_keeps_what_everybody_said()
    {
        var state = Done(Drawn(), Give(1, PanelVerdict.Appropriate), Una);
        state = Done(state, Give(1, PanelVerdict.Inappropriate, " Too late "), Dev);
        state = Done(state, Give(2, PanelVerdict.Appropriate), Una);
        state = Done(state, Give(2, PanelVerdict.Appropriate), Dev);
        state = Done(state, new SittingCommand.RecordPanelVerdict(1, PanelVerdict.NoAgreement, "Decide sooner."), Lead);
        state = Done(state, new SittingCommand.RecordPanelVerdict(2, PanelVerdict.Appropriate, "Well done."), Lead);
        Assert.Null(state.Seed);
        state = Done(state, new SittingCommand.CloseSitting(), Lead);
        state = Done(state, new SittingCommand.ReadFeedback(1), Officer);

        Assert.Equal((SittingStatus.Closed, "seed", "Too late"), (state.Status, state.Seed, state.Of("pm-2", 1)!.Observations));
        Assert.Equal<DrawnGroup>([new("eligible, theft", 2, 1), new("not eligible, theft", 1, 1)], [.. state.Groups]);
        Assert.Equal((After, null), (state.VerdictOn(1)!.ReadAt, state.VerdictOn(2)!.ReadAt));
        Assert.Empty(Decide(state, new SittingCommand.ReadFeedback(1), Officer).Events);
    }

    [Fact]
    public void A_sample_is_drawn_once_and_only_after_the_quarter()
    {
        var planned = Planned();
        Refused(RefusalCode.QuarterNotOver, planned, new SittingCommand.DrawSample(), Lead, InQuarter);
        Refused(RefusalCode.NothingToDraw, planned, new SittingCommand.DrawSample(), Lead, facts: Facts with { Drawn = [], Among = [] });
        Assert.Empty(Decide(Drawn(), new SittingCommand.DrawSample(), Lead).Events);
        Assert.Empty(Decide(planned, new SittingCommand.PlanSitting(["pm-2", "pm-1"], 2), Lead).Events);
        Refused(RefusalCode.SittingExists, planned, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 3), Lead);
    }

    [Fact]
    public void A_plan_needs_two_known_members_and_a_size_that_a_panel_gets_through()
    {
        Refused(RefusalCode.ValueOutOfRange, null, new SittingCommand.PlanSitting(["pm-1", "pm-1"], 2), Lead);
        Refused(RefusalCode.ValueOutOfRange, null, new SittingCommand.PlanSitting(default, 2), Lead);
        Refused(RefusalCode.ValueOutOfRange, null, new SittingCommand.PlanSitting(["pm-1", "nobody"], 2), Lead);
        Refused(RefusalCode.ValueOutOfRange, null, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 0), Lead);
        Refused(RefusalCode.ValueOutOfRange, null, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 41), Lead);
        Refused(RefusalCode.RoleNotPermitted, null, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 2), Una);
        Assert.Equal(RefusalCode.ValueOutOfRange, SittingDecider.Decide(new SittingId("spring"), null, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 2) { By = Lead, At = After }, Facts).Refusal!.Code);
        Refused(RefusalCode.SittingUnknown, null, new SittingCommand.DrawSample(), Lead);
    }

    [Fact]
    public void Each_member_judges_each_case_once_alone_and_not_what_they_worked_on()
    {
        var given = Done(Drawn(), Give(1, PanelVerdict.Appropriate), Una);
        Assert.Empty(Decide(given, Give(1, PanelVerdict.Appropriate), Una).Events);
        Refused(RefusalCode.VerdictGiven, given, Give(1, PanelVerdict.Inappropriate, "On reflection"), Una);
        Refused(RefusalCode.NotOfSitting, given, Give(1, PanelVerdict.Appropriate), Other);
        Refused(RefusalCode.PanelConflict, given, Give(1, PanelVerdict.Appropriate), Dev, facts: Facts with { TookPart = true });
        Refused(RefusalCode.TextMissing, given, Give(1, PanelVerdict.Inappropriate, " "), Dev);
        Refused(RefusalCode.TextTooLong, given, Give(1, PanelVerdict.Inappropriate, new string('x', SittingDecider.LongestText + 1)), Dev);
        Refused(RefusalCode.TextInvalid, given, Give(1, PanelVerdict.Inappropriate, "\u202Etxet"), Dev);
        Refused(RefusalCode.SittingUnknown, given, Give(3, PanelVerdict.Appropriate), Dev);
        Refused(RefusalCode.SittingNotDrawn, Planned(), Give(1, PanelVerdict.Appropriate), Dev);
        Refused(RefusalCode.RoleNotPermitted, given, Give(1, PanelVerdict.Appropriate), Lead);
    }

    [Fact]
    public void The_panels_verdict_needs_two_members_stands_and_ends_theirs()
    {
        var one = Done(Drawn(), Give(1, PanelVerdict.Appropriate), Una);
        var record = new SittingCommand.RecordPanelVerdict(1, PanelVerdict.Appropriate, "Well done.");
        Refused(RefusalCode.VerdictsMissing, one, record, Lead);
        var two = Done(one, Give(1, PanelVerdict.Appropriate), Dev);
        Refused(RefusalCode.TextMissing, two, record with { Feedback = "" }, Lead);
        Refused(RefusalCode.RoleNotPermitted, two, record, Una);
        var recorded = Done(two, record, Lead);
        Assert.Empty(Decide(recorded, record, Lead).Events);
        Refused(RefusalCode.VerdictGiven, recorded, record with { Verdict = PanelVerdict.Inappropriate }, Lead);
        Refused(RefusalCode.NotOfSitting, recorded, new SittingCommand.ReadFeedback(1), new Actor("o2", "Oz", Role.PoliceOfficer));
        Refused(RefusalCode.SittingUnknown, recorded, new SittingCommand.ReadFeedback(2), Officer);
        Refused(RefusalCode.VerdictsMissing, recorded, new SittingCommand.CloseSitting(), Lead);
    }

    [Fact]
    public void After_the_close_no_verdict_is_taken()
    {
        var closed = Done(Planned(), new SittingCommand.CloseSitting(), Lead);
        Refused(RefusalCode.SittingClosed, closed, Give(1, PanelVerdict.Appropriate), Una);
        Refused(RefusalCode.SittingClosed, closed, new SittingCommand.RecordPanelVerdict(1, PanelVerdict.Appropriate, "Late"), Lead);
        Refused(RefusalCode.SittingClosed, closed, new SittingCommand.DrawSample(), Lead);
        Assert.Empty(Decide(closed, new SittingCommand.CloseSitting(), Lead).Events);
        Assert.Empty(Decide(closed, new SittingCommand.TimePassed(), Actor.Clock).Events);
    }

    [Fact]
    public void A_sitting_never_outgrows_what_a_store_holds()
    {
        Actor[] members = [.. Enumerable.Range(0, SittingDecider.MostMembers).Select(n => new Actor($"m{n}", $"Member {n}", Role.PanelMember))];
        var facts = Facts with
        {
            PanelMembers = [.. members.Select(member => member.AsStaff())],
            Drawn = [.. Enumerable.Range(1, SittingDecider.MostCases).Select(n => new SampledCase(n, new AgreementId($"DV-{n}"), "eligible"))],
        };
        var state = SittingDecider.Decide(Id, null, new SittingCommand.PlanSitting([.. members.Select(member => member.Id)], SittingDecider.MostCases) { By = Lead, At = After }, facts).State;
        state = SittingDecider.Decide(Id, state, new SittingCommand.DrawSample { By = Lead, At = After }, facts).State;
        var words = new string('x', SittingDecider.LongestText);
        foreach (var (number, member) in from number in Enumerable.Range(1, SittingDecider.MostCases) from member in members select (number, member))
        {
            var decision = SittingDecider.Decide(Id, state, new SittingCommand.GiveVerdict(number, PanelVerdict.Inappropriate, words) { By = member, At = After }, facts);
            if (decision.Refusal is { Code: RefusalCode.TextTooLong })
            {
                Assert.InRange(state.Given.Length, 100, 200);
                return;
            }

            state = decision.State;
        }

        Assert.Fail("It grew for ever.");
    }

    private static SittingState Planned() => Done(null, new SittingCommand.PlanSitting(["pm-1", "pm-2"], 2), Lead);

    private static SittingState Drawn() => Done(Planned(), new SittingCommand.DrawSample(), Lead);

    private static SittingCommand.GiveVerdict Give(int number, PanelVerdict verdict, string? observations = null) => new(number, verdict, observations);

    private static Decision<SittingState, SittingEvent> Decide(SittingState? state, SittingCommand command, Actor by, Instant? at = null, SittingInputs? facts = null) =>
        SittingDecider.Decide(Id, state, command with { By = by, At = at ?? After }, facts ?? Facts);

    private static SittingState Done(SittingState? state, SittingCommand command, Actor by)
    {
        var decision = Decide(state, command, by);
        Assert.Null(decision.Refusal);
        return decision.State;
    }

    private static void Refused(string code, SittingState? state, SittingCommand command, Actor by, Instant? at = null, SittingInputs? facts = null)
    {
        var decision = Decide(state, command, by, at, facts);
        Assert.Equal((code, 0), (decision.Refusal?.Code, decision.Events.Count));
    }
}
