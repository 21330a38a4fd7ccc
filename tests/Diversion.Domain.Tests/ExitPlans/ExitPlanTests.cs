using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.ExitPlans;

/// <summary>What goes on after the last day: signed on Thursday 5 March 2026, the term ends with Sunday 5 July.</summary>
public sealed class ExitPlanTests
{
    private static readonly LocalDate LastDay = new(2026, 7, 5);

    [Fact]
    public void Whoever_supervises_is_asked_in_week_six_to_begin_by_week_eight_and_agree_by_week_fourteen()
    {
        var asked = Brought.ToActive().Until("2026-04-16 09:00");
        var (begun, agreed) = (asked.Owed("exit-plan/begun"), asked.Owed("exit-plan/agreed"));
        Assert.Equal((Case.Time("2026-04-30 17:00"), Addressee.KeyWorker, false), (begun.Deadline.Due, begun.Owner, begun.AfterEnd));
        Assert.Equal((Case.Time("2026-06-11 17:00"), Addressee.KeyWorker, default(CommandSubject)), (agreed.Deadline.Due, agreed.Owner, agreed.About()));

        var begins = asked.When(new ExitPlanCommand.PlanContinuation("Drop-in on Mondays", "Harbour, Jo", LastDay.PlusDays(8)));
        begins.Then(new ExitPlanEvent.ContinuationPlanned(1, "Drop-in on Mondays", "Harbour, Jo", LastDay.PlusDays(8)));
        begins.OwesNo("exit-plan/begun").Owed("exit-plan/agreed");
        begins.When(new ExitPlanCommand.PlanContinuation("Drop-in on Mondays", "Harbour, Jo", LastDay.PlusDays(8))).ThenNothing();

        begins.When(new ExitPlanCommand.AgreeExitPlan(new(2026, 4, 16), "Kim Worker")).Then(new ExitPlanEvent.ExitPlanAgreed(new(2026, 4, 16), "Kim Worker")).OwesNo("exit-plan/agreed");
    }

    [Fact]
    public void A_plan_that_is_late_goes_up_the_ladder_and_one_that_was_agreed_before_is_never_asked_for()
    {
        var late = Brought.ToActive().Until("2026-05-12 17:00");
        Assert.Equal(
            [Addressee.KeyWorker, Addressee.TeamManager, Addressee.ProgrammeLead],
            late.All<TermEvent.ObligationEscalated>().Where(told => told.Obligation == "exit-plan/begun").Select(told => told.To));

        var early = Agreed().Until("2026-06-30 12:00");
        Assert.Empty(early.All<ExitPlanEvent.ExitPlanAsked>());
        Assert.DoesNotContain(early.State.Obligations, open => ExitPlan.IsOf(open.Id));
    }

    [Fact]
    public void A_completion_with_a_plan_owes_the_calls_and_one_without_is_told_to_a_lead_and_not_blocked()
    {
        var with = Agreed().Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
        Assert.Equal(
            [("exit-plan/call/4", Case.Time("2026-08-03 17:00"), true), ("exit-plan/call/12", Case.Time("2026-09-28 17:00"), true)],
            with.State.Obligations.Where(open => open.Deadline.Rule == RuleIds.FollowUpCall).Select(open => (open.Id, open.Deadline.Due, open.AfterEnd)));
        Assert.DoesNotContain(with.State.Alerts, alert => alert.Kind == AlertKind.ExitPlanMissing);

        var without = Brought.ToActive().Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
        Assert.Single(without.State.Alerts, alert => alert.Kind == AlertKind.ExitPlanMissing);
        Assert.Empty(without.State.ExitPlan.Calls);

        // It may still be agreed: then the alert is settled, and the calls are owed as from the last day.
        without.On("2026-07-08 10:00").Given(new ExitPlanCommand.PlanContinuation("Rent, with the housing officer", "Civic Homes"))
            .Given(new ExitPlanCommand.AgreeExitPlan(new(2026, 7, 8), "Kim Worker"));
        Assert.DoesNotContain(without.State.Alerts, alert => alert.Kind == AlertKind.ExitPlanMissing);
        Assert.Equal(Case.Time("2026-08-03 17:00"), without.Owed("exit-plan/call/4").Deadline.Due);
    }

    [Fact]
    public void A_call_stays_due_until_somebody_is_reached_or_nobody_tries_again_and_goes_up_the_ladder()
    {
        var rung = Agreed().Until("2026-08-04 10:00");
        Assert.Equal(DueKind.Escalated, rung.Owed("exit-plan/call/4").KindAt(1));
        rung.When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.TryAgain, new(2026, 8, 4))).Owed("exit-plan/call/4");
        rung.When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.TryAgain, new(2026, 8, 4))).ThenNothing();
        rung.When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.Reached, new(2026, 8, 4), "Goes to the drop-in.")).OwesNo("exit-plan/call/4");
        rung.When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.NotReached, new(2026, 8, 4))).Refused(RefusalCode.ExitPlanNotReady);

        rung.Until("2026-09-28 17:00");
        Assert.Equal(new CommandSubject(Item: "12"), rung.Owed("exit-plan/call/12").About());
        rung.When(new ExitPlanCommand.RecordFollowUpCall(12, CallResult.NotReached, new(2026, 9, 28))).OwesNo("exit-plan/call/12");

        // They rang back.
        rung.When(new ExitPlanCommand.RecordFollowUpCall(12, CallResult.Reached, new(2026, 9, 28))).Then<ExitPlanEvent.FollowUpCallRecorded>();
        Assert.Equal([CallResult.Reached, CallResult.Reached], rung.State.ExitPlan.Calls.Select(call => call.Result!.Value));
        rung.Is(AgreementStatus.Completed);
    }

    [Fact]
    public void A_warm_handover_is_a_meeting_before_the_end()
    {
        var met = Agreed().When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 3, 12), "Jo of Harbour"));
        Assert.Equal(new WarmHandover(new(2026, 3, 12), "Jo of Harbour"), met.State.ExitPlan.Continuations.Single().Met);
        met.When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 3, 12), "Jo of Harbour")).ThenNothing();

        var ended = Agreed().Until("2026-07-09 10:00");
        Assert.Contains("before the end", ended.When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 7, 8), "Jo")).Refused(RefusalCode.ValueOutOfRange).Message, StringComparison.Ordinal);
        ended.When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 7, 3), "Jo")).Then<ExitPlanEvent.WarmHandoverRecorded>();
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Brought.ToEligible(victim: false).When(new ExitPlanCommand.PlanContinuation("Drop-in", "Harbour"), People.Worker).Refused(RefusalCode.ExitPlanNotReady);
        Signed().When(new ExitPlanCommand.AgreeExitPlan(new(2026, 3, 12), "Kim")).Refused(RefusalCode.ExitPlanNotReady);
        Signed().When(new ExitPlanCommand.PlanContinuation("Drop-in", "Harbour", LastDay)).Refused(RefusalCode.DateInPast);
        Signed().When(new ExitPlanCommand.PlanContinuation("Drop-in", "Harbour", LastDay.PlusMonths(13))).Refused(RefusalCode.ValueOutOfRange);
        Signed().When(new ExitPlanCommand.PlanContinuation("", "Harbour")).Refused(RefusalCode.TextMissing);
        Signed().When(new ExitPlanCommand.PlanContinuation("Drop\u202Ein", "Harbour")).Refused(RefusalCode.TextInvalid);
        Signed().When(new ExitPlanCommand.PlanContinuation("Drop-in", new string('x', 201))).Refused(RefusalCode.TextTooLong);
        Signed().When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.Reached, new(2026, 3, 12))).Refused(RefusalCode.ExitPlanUnknown);
        Agreed().When(new ExitPlanCommand.RecordWarmHandover(2, new(2026, 3, 12), "Jo")).Refused(RefusalCode.ExitPlanUnknown);
        Agreed().When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 3, 13), "Jo")).Refused(RefusalCode.DateInFuture);
        Agreed().When(new ExitPlanCommand.RecordWarmHandover(1, new(2026, 3, 4), "Jo")).Refused(RefusalCode.DateTooOld);
        Agreed().When(new ExitPlanCommand.RemoveContinuation(2)).Refused(RefusalCode.ExitPlanUnknown);
        Agreed().When(new ExitPlanCommand.RemoveContinuation(1)).Refused(RefusalCode.ExitPlanNotReady);
        Agreed().Until("2026-08-04 10:00").When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.Reached, new(2026, 8, 5))).Refused(RefusalCode.DateInFuture);
        Agreed().Until("2026-08-04 10:00").When(new ExitPlanCommand.RecordFollowUpCall(4, CallResult.Reached, LastDay)).Refused(RefusalCode.DateTooOld);
        Agreed().Until("2026-08-04 10:00").When(new ExitPlanCommand.RecordFollowUpCall(4, (CallResult)7, new(2026, 8, 4))).Refused(RefusalCode.ValueOutOfRange);
        Agreed().Until("2026-10-01 10:00").When(new ExitPlanCommand.PlanContinuation("Choir", "St Giles")).Refused(RefusalCode.ExitPlanNotReady);
        Brought.ToBreached().When(new ExitPlanCommand.PlanContinuation("Choir", "St Giles")).Refused(RefusalCode.ExitPlanNotReady);
    }

    [Fact]
    public void A_plan_has_so_many_entries_at_most_and_an_entry_that_was_taken_out_leaves_its_number()
    {
        var full = Signed();
        for (var n = 1; n <= ExitPlan.MostContinuations; n++)
        {
            full.Given(new ExitPlanCommand.PlanContinuation($"Group {n}", "Harbour"));
        }

        full.When(new ExitPlanCommand.PlanContinuation("One more", "Harbour")).Refused(RefusalCode.ValueOutOfRange);
        full.Given(new ExitPlanCommand.RemoveContinuation(3)).When(new ExitPlanCommand.PlanContinuation("One more", "Harbour"));
        Assert.Equal(ExitPlan.MostContinuations + 1, full.State.ExitPlan.Continuations[^1].Number);
    }

    /// <summary>Nothing of the plan reaches the count of failures, and an ending that is no completion asks for no call.</summary>
    [Fact]
    public void A_late_plan_is_no_failure_and_a_breach_or_discontinuation_asks_for_no_call()
    {
        var late = Brought.ToActive().Until("2026-07-04 12:00");
        Assert.Empty(late.State.Failures);
        Assert.DoesNotContain(Ending.Unsettled(late.State), id => ExitPlan.IsOf(id));

        var moved = Agreed().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved));
        Assert.DoesNotContain(moved.State.Obligations, open => ExitPlan.IsOf(open.Id));
        Assert.Empty(moved.State.Alerts);
    }

    [Fact]
    public void A_scheme_may_have_other_weeks_and_a_short_term_ends_before_them()
    {
        var inForce = Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { ExitPlan = new ExitPlanRules(10, 52, [2]) } };
        var asked = Brought.ToActive(inForce).Until("2026-04-16 09:00");
        Assert.Equal((Case.Time("2026-05-14 17:00"), Case.Time("2026-07-05 17:00")), (asked.Owed("exit-plan/begun").Deadline.Due, asked.Owed("exit-plan/agreed").Deadline.Due));
        asked.Given(new ExitPlanCommand.PlanContinuation("Choir", "St Giles"), new ExitPlanCommand.AgreeExitPlan(new(2026, 4, 16), "Kim")).Until(Brought.AfterTheTerm);
        Assert.Equal([2], asked.State.ExitPlan.Calls.Select(call => call.Weeks));
    }

    private static Case Signed() => Brought.ToActive().On("2026-03-12 12:00");

    private static Case Agreed() => Signed().Given(new ExitPlanCommand.PlanContinuation("Drop-in on Mondays", "Harbour, Jo"), new ExitPlanCommand.AgreeExitPlan(new(2026, 3, 12), "Kim Worker"));
}
