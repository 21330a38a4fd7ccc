using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Documents;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

/// <summary>A warning that the person contests is looked at again by a sergeant or a lead who did not give it.</summary>
public sealed class ContestTests
{
    private const string News = "warning-1";

    [Fact]
    public void What_the_person_says_against_a_warning_is_decided_within_five_working_days()
    {
        var contested = Contested();

        Assert.Equal(Case.Time("2026-03-23 17:00"), contested.Then<TellingEvent.PersonAnswered>().Decide!.Due);
        var open = contested.Owed("contest/warning-1");
        Assert.Equal((RuleIds.WarningContest, Schemes.Addressee.ProgrammeLead, new CommandSubject(Item: News)), (open.Deadline.Rule, open.Owner, open.About()));
        Assert.Single(contested.State.Alerts, alert => alert.Kind == AlertKind.WarningContested);
    }

    [Fact]
    public void The_time_is_the_schemes() =>
        Assert.Equal(
            Case.Time("2026-03-17 17:00"),
            Warned(Brought.ToActive(Shipped.With("breach.contestWorkingDays=1"))).When(Objection("I was there.")).Owed("contest/warning-1").Deadline.Due);

    [Fact]
    public void A_second_objection_does_not_move_the_day()
    {
        var contested = Contested().On("2026-03-18").When(Objection("And the bus did not come."));

        Assert.Null(contested.Then<TellingEvent.PersonAnswered>().Decide);
        Assert.Equal(Case.Time("2026-03-23 17:00"), contested.Owed("contest/warning-1").Deadline.Due);
    }

    [Fact]
    public void It_stays_and_the_person_is_told()
    {
        var upheld = Contested().When(Decide(ContestDecision.Upheld), People.Sergeant);

        Assert.Equal(("warning-1", 1, ContestDecision.Upheld, "sergeant-1"), upheld.Then<BreachEvent.ContestDecided>() is var e ? (e.News, e.Number, e.Decision, e.DeciderId) : default);
        upheld.OwesNo("contest/warning-1").Owed("person/warning-upheld-1");
        Assert.True(upheld.State.Warnings[0] is { Withdrawn: false, UpheldAt: not null });
        Assert.DoesNotContain(upheld.State.Alerts, alert => alert.Kind == AlertKind.WarningContested);
        upheld.When(Decide(ContestDecision.Upheld), People.Sergeant).ThenNothing();
    }

    [Fact]
    public void It_is_withdrawn_and_counts_no_more()
    {
        var withdrawn = Contested().When(Decide(ContestDecision.Withdrawn), People.Lead);

        withdrawn.Then<BreachEvent.WarningWithdrawn>();
        Assert.True(withdrawn.State.Warnings[0].Withdrawn);
        Assert.True(withdrawn.State.Failures[0].Annulled);
        withdrawn.OwesNo("contest/warning-1").Owed("person/warning-withdrawn-1");
        withdrawn.When(new BreachCommand.RecordFailure("f-2"));
        Assert.Equal(WarningLevel.First, withdrawn.Then<BreachEvent.WarningIssued>().Level);
    }

    [Fact]
    public void Until_then_it_counts() =>
        Assert.Equal(WarningLevel.Final, Contested().On("2026-03-18").When(new BreachCommand.RecordFailure("f-2")).Then<BreachEvent.WarningIssued>().Level);

    [Fact]
    public void Who_gave_it_does_not_decide()
    {
        var given = Brought.ToBreachReview().When(new BreachCommand.DecideBreach(BreachDecision.Continue), People.OtherLead).On("2026-03-16 12:00").When(Objection("That is not fair."));

        var refused = given.When(Decide(ContestDecision.Upheld), People.OtherLead).Refused(RefusalCode.WarningGivenByDecider);
        Assert.Contains("a sergeant or another lead", refused.Message, StringComparison.Ordinal);
        given.When(Decide(ContestDecision.Upheld), People.Lead).Then<BreachEvent.ContestDecided>();
    }

    [Fact]
    public void Who_proposed_a_breach_does_not_decide_while_it_waits()
    {
        var review = Contested().When(new BreachCommand.ProposeBreach(), People.Lead);

        review.When(Decide(ContestDecision.Withdrawn), People.Lead).Refused(RefusalCode.BreachDeciderIsProposer);
        review.When(Decide(ContestDecision.Withdrawn), People.OtherLead);
        Assert.Empty(review.State.Warnings.Where(warning => !warning.Withdrawn));
    }

    [Theory]
    [InlineData(Role.KeyWorker)]
    [InlineData(Role.TeamManager)]
    [InlineData(Role.PoliceOfficer)]
    public void Nobody_else_decides(Role role) => Contested().When(Decide(ContestDecision.Upheld), People.In(role)).Refused(RefusalCode.RoleNotPermitted);

    [Fact]
    public void Nothing_is_decided_that_nobody_contests()
    {
        Warned(Brought.ToActive()).When(Decide(ContestDecision.Upheld), People.Lead).Refused(RefusalCode.WarningNotContested);
        Contested().When(new BreachCommand.DecideContest("warning-7", ContestDecision.Upheld), People.Lead).Refused(RefusalCode.WarningUnknown);
        Contested().When(Decide((ContestDecision)9), People.Lead).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void Who_gave_it_may_still_withdraw_it_and_no_lead_has_to_look_at_it_any_more()
    {
        var withdrawn = Contested().When(new BreachCommand.WithdrawWarning(1), People.Worker).OwesNo("contest/warning-1");

        Assert.DoesNotContain(withdrawn.State.Alerts, alert => alert.Kind == AlertKind.WarningContested);
    }

    [Fact]
    public void Any_lead_may_withdraw_it_too_and_nobody_else_who_did_not_give_it()
    {
        Contested().When(new BreachCommand.WithdrawWarning(1), People.OtherLead).OwesNo("contest/warning-1").Owed("person/warning-withdrawn-1");
        Contested().When(new BreachCommand.WithdrawWarning(1), People.Manager).Refused(RefusalCode.WarningGivenByAnother);
    }

    [Fact]
    public void Contested_again_it_is_decided_and_told_again()
    {
        var again = Contested().Given(Decide(ContestDecision.Upheld)).Tell("warning-upheld-1").Given(Objection("Here is the letter of my doctor."));

        again.When(Decide(ContestDecision.Upheld), People.Lead).Owed("person/warning-upheld-1");
        Assert.Single(again.State.News, news => news.Id == "warning-upheld-1");
    }

    [Fact]
    public void A_corrected_record_of_an_objection_opens_no_new_contest()
    {
        var decided = Contested().Given(Decide(ContestDecision.Upheld));

        decided.When(Objection("I was there at ten.") with { Corrects = 1, Reason = "The hour was missing." }, People.Worker).OwesNo("contest/warning-1");
        Assert.DoesNotContain(decided.State.Alerts, alert => alert.Kind == AlertKind.WarningContested);
        var waiting = Contested().When(Objection("I was there at ten.") with { Corrects = 1, Reason = "The hour was missing." }, People.Worker);
        Assert.Single(waiting.State.Alerts, alert => alert.Kind == AlertKind.WarningContested);
    }

    [Fact]
    public void Undecided_it_is_chased_and_keeps_nobody_from_completing()
    {
        var late = Contested().Until("2026-03-23 17:00");
        Assert.Contains(late.All<TermEvent.ObligationEscalated>(), told => told.Obligation == "contest/warning-1");

        Assert.Equal(AgreementStatus.Completed, late.Until("2026-07-06 00:00").State.Status);
        late.OwesNo("contest/warning-1");
    }

    [Fact]
    public void A_paper_is_kept_with_what_the_person_says()
    {
        var paper = new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Pdf, 10, new string('a', 64), Item: News);

        Assert.Equal(News, Contested().When(paper, People.Worker).State.Documents[0].Item);
        Assert.Contains("no such warning", Contested().When(paper with { Item = "warning-7" }, People.Worker).Refused(RefusalCode.ConditionMissing).Message, StringComparison.Ordinal);

        // A partner is told of no warning, breach or complaint.
        Assert.Equal("Say which condition the paper is about (conditionId).", Contested().When(paper, People.Provider).Refused(RefusalCode.ConditionMissing).Message);
    }

    private static Case Contested() => Warned(Brought.ToActive()).When(Objection("I was there."));

    /// <summary>The failure and the warning for it are of Monday 16 March 2026.</summary>
    private static Case Warned(Case active) => active.On("2026-03-16 12:00").Given(
        new BreachCommand.RecordFailure("f-1"), new TellingCommand.TellPerson(News, ToldHow.InPerson, Case.Time("2026-03-16 12:00")));

    private static TellingCommand.RecordAnswer Objection(string said) => new(News, AnsweredHow.Letter, Case.Time("2026-03-16 12:00"), said);

    private static BreachCommand.DecideContest Decide(ContestDecision decision) => new(News, decision);
}
