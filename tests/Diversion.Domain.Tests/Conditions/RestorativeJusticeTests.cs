using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Conditions;

public sealed class RestorativeJusticeTests
{
    private const string Id = "restorative-justice";

    [Fact]
    public void The_victim_is_contacted_in_ten_working_days_and_it_is_held_by_week_twelve()
    {
        var active = Brought.ToActive(Brought.RestorativeJustice());

        Assert.Equal(Case.Time("2026-03-19 17:00"), active.Owed($"{Id}/contact").Deadline.Due);
        Assert.Equal(Case.Time("2026-05-28 17:00"), active.Owed($"{Id}/held").Deadline.Due);
    }

    [Theory]
    [InlineData(RestorativeProcess.Conference)]
    [InlineData(RestorativeProcess.IndirectExchange)]
    [InlineData(RestorativeProcess.Letter)]
    public void It_is_kept_when_held_in_any_form(RestorativeProcess process)
    {
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, process));

        active.When(Held(process)).Refused(RefusalCode.ConditionNotReady);
        active.Given(new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10))).When(Held(process));

        Assert.Equal(ConditionStatus.Kept, active.Condition<RestorativeJusticeCondition>().Status);
        active.OwesNo($"{Id}/held").Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Nothing_goes_on_without_the_victims_answer()
    {
        var active = Contacted();

        Assert.Equal(Case.Time("2026-03-24 17:00"), active.Owed($"{Id}/answer").Deadline.Due);
        active.When(new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10))).Refused(RefusalCode.ConditionNotReady);
        active.When(Held(RestorativeProcess.Letter)).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void A_victim_who_declines_leaves_the_condition_to_a_lead_and_is_asked_no_more()
    {
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false));

        AssertLeftToALead(active);
        active.Given(new TermCommand.WaiveCondition(Id)).OwesNo($"settle/{Id}").Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void A_victim_may_withdraw_at_every_step()
    {
        AssertLeftToALead(Brought.ToActive(Brought.RestorativeJustice()).Given(Withdrawal()));
        AssertLeftToALead(Contacted().Given(Withdrawal()));
        AssertLeftToALead(Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true), Withdrawal()));
        AssertLeftToALead(Contacted().Given(
            new RestorativeJusticeCommand.RecordVictimAnswer(Id, true),
            new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10)))
            .When(Withdrawal()));
    }

    [Fact]
    public void A_victim_who_tells_the_police_that_they_changed_their_mind_is_asked_again_and_nothing_goes_on_against_their_wish()
    {
        var active = Contacted().Given(
            new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, RestorativeProcess.Letter),
            new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10)))
            .When(new VictimCommand.RecordVictimViews("I would rather not", false));

        Assert.False(active.Then<RestorativeJusticeEvent.VictimChangedMind>().Wants);
        Assert.Equal(Addressee.Facilitator, active.Owed($"{Id}/answer").Owner);
        active.When(Held(RestorativeProcess.Letter)).Refused(RefusalCode.ConditionNotReady);
        active.When(new TermCommand.FailCondition(Id, FailureCause.Participant)).Refused(RefusalCode.NotParticipantsFailure);
        active.When(new BreachCommand.RecordFailure("f-1", Id)).Refused(RefusalCode.NotParticipantsFailure);

        active.When(Withdrawal()).OwesNo($"{Id}/answer");
        AssertLeftToALead(active);
        Assert.Empty(active.State.Failures);
    }

    [Fact]
    public void A_victim_who_wants_it_after_a_no_is_asked_again_and_a_wish_that_says_nothing_new_asks_nothing()
    {
        var active = Contacted().Given(
            new VictimCommand.RecordVictimViews("Yes, please", true),
            new RestorativeJusticeCommand.RecordVictimAnswer(Id, false));
        active.Given(new VictimCommand.RecordVictimViews("Still no", false)).OwesNo($"{Id}/answer");

        active.When(new VictimCommand.RecordVictimViews("Yes after all", true));
        Assert.True(active.Then<RestorativeJusticeEvent.VictimChangedMind>().Wants);
        active.Owed($"{Id}/answer");
        active.Given(new VictimCommand.RecordVictimViews("No", false)).OwesNo($"{Id}/answer");
        active.Given(new VictimCommand.RecordVictimViews("Yes", true), new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, RestorativeProcess.Letter));
        active.OwesNo($"{Id}/answer").OwesNo($"settle/{Id}");
        Assert.Null(active.Condition<RestorativeJusticeCondition>().NewWish);
    }

    [Fact]
    public void A_victim_who_withdrew_before_they_were_contacted_and_then_wants_it_is_contacted_and_asked_once()
    {
        var active = Brought.ToActive(Brought.RestorativeJustice()).Given(Withdrawal(), new VictimCommand.RecordVictimViews("Yes after all", true));
        active.Owed($"{Id}/answer");
        active.When(new RestorativeJusticeCommand.RecordVictimContact(Id, new LocalDate(2026, 3, 5)));
        Assert.Single(active.State.Obligations, open => open.Id == $"{Id}/answer");
        active.Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, RestorativeProcess.Letter)).OwesNo($"settle/{Id}").OwesNo($"{Id}/answer");
    }

    [Fact]
    public void A_victim_who_says_no_before_they_are_contacted_is_not_asked_twice()
    {
        var active = Brought.ToActive(Brought.RestorativeJustice()).When(new VictimCommand.RecordVictimViews("No", false));
        Assert.False(active.Condition<RestorativeJusticeCondition>().NewWish);
        active.OwesNo($"{Id}/answer").Owed($"{Id}/contact");
        active.Given(Withdrawal());
        AssertLeftToALead(active);
    }

    [Fact]
    public void A_victims_withdrawal_is_never_the_participants_failure()
    {
        var active = Contacted().When(Withdrawal());

        Assert.Empty(active.State.Failures);
        active.When(new TermCommand.FailCondition(Id, FailureCause.Participant)).Refused(RefusalCode.NotParticipantsFailure);
        active.When(new BreachCommand.RecordFailure("f-1", Id)).Refused(RefusalCode.NotParticipantsFailure);

        active.Until("2026-08-31").Is(AgreementStatus.Concluding);
        Assert.Empty(active.State.Failures);
        Assert.Empty(active.All<BreachEvent.BreachProposed>());
    }

    [Fact]
    public void A_declined_condition_is_substituted_with_the_persons_agreement()
    {
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false));

        active.When(new TermCommand.SubstituteCondition(Id, Brought.Reparation())).Refused(RefusalCode.ParticipantMustAgree);
        active.When(new TermCommand.SubstituteCondition(Id, Brought.Reparation(), true));

        Assert.Equal(ConditionStatus.Substituted, active.Condition<RestorativeJusticeCondition>().Status);
        Assert.Equal(2, active.State.Term!.Version);
        Assert.Equal(new TermEvent.AgreementVaried(2, ["reparation"], [Id]).Version, active.Then<TermEvent.AgreementVaried>().Version);
    }

    [Fact]
    public void It_is_refused_in_child_protection_cases_at_a_variation_and_a_substitution()
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true));

        active.When(new TermCommand.VaryAgreement([Brought.RestorativeJustice()], ParticipantAgreed: true)).Refused(RefusalCode.ChildProtection);
        active.When(new TermCommand.SubstituteCondition("supervision", Brought.RestorativeJustice(), true)).Refused(RefusalCode.ChildProtection);
    }

    [Fact]
    public void A_child_protection_case_that_comes_to_light_stops_it_whatever_its_step()
    {
        var active = Contacted().Given(
            new RestorativeJusticeCommand.RecordVictimAnswer(Id, true),
            new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true));

        AssertLeftToALead(active);
        active.When(new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10))).Refused(RefusalCode.ChildProtection);
        active.When(Held(RestorativeProcess.Letter)).Refused(RefusalCode.ChildProtection);
        active.When(new TermCommand.FailCondition(Id, FailureCause.Participant)).Refused(RefusalCode.NotParticipantsFailure);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_victim_who_said_no_may_say_yes_after_all(bool withdrew)
    {
        AgreementCommand no = withdrew ? Withdrawal() : new RestorativeJusticeCommand.RecordVictimAnswer(Id, false);
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, RestorativeProcess.Conference), no);
        AssertLeftToALead(active);

        active.When(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true, RestorativeProcess.Letter)).OwesNo($"settle/{Id}");

        Assert.Equal(Case.Time("2026-05-28 17:00"), active.Owed($"{Id}/held").Deadline.Due);
        Assert.Equal(true, active.Condition<RestorativeJusticeCondition>().VictimTakesPart);
        Assert.Empty(active.State.Failures);
        active.Given(new RestorativeJusticeCommand.RecordPreparation(Id, new LocalDate(2026, 3, 10))).When(Held(RestorativeProcess.Letter));
        Assert.Equal(ConditionStatus.Kept, active.Condition<RestorativeJusticeCondition>().Status);
    }

    [Fact]
    public void A_victim_may_change_their_mind_as_often_as_they_want()
    {
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false), new RestorativeJusticeCommand.RecordVictimAnswer(Id, true));

        active.Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false));

        AssertLeftToALead(active);
        active.When(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false)).ThenNothing();
    }

    [Fact]
    public void A_late_yes_is_held_by_the_last_day_at_the_latest()
    {
        var active = Contacted().Given(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false)).On("2026-06-20");

        active.When(new RestorativeJusticeCommand.RecordVictimAnswer(Id, true));

        Assert.InRange(active.Owed($"{Id}/held").Deadline.Due, active.Now, active.State.Term!.EndsAt);
    }

    [Fact]
    public void A_victim_who_withdrew_before_the_contact_can_still_be_contacted_and_answer()
    {
        var active = Brought.ToActive(Brought.RestorativeJustice()).On("2026-03-10").Given(Withdrawal())
            .Given(new RestorativeJusticeCommand.RecordVictimContact(Id, new LocalDate(2026, 3, 10)));

        active.When(new RestorativeJusticeCommand.RecordVictimAnswer(Id, false)).OwesNo($"{Id}/answer");
    }

    private static void AssertLeftToALead(Case agreement)
    {
        Assert.Equal(Domain.Schemes.Addressee.ProgrammeLead, agreement.Owed($"settle/{Id}").Owner);
        Assert.DoesNotContain(agreement.State.Obligations, open => open.Track == Id);
        Assert.Empty(agreement.State.Failures);
    }

    private static Case Contacted() => Brought.ToActive(Brought.RestorativeJustice()).On("2026-03-10")
        .Given(new RestorativeJusticeCommand.RecordVictimContact(Id, new LocalDate(2026, 3, 10)));

    private static RestorativeJusticeCommand.RecordVictimWithdrawal Withdrawal() => new(Id);

    private static RestorativeJusticeCommand.RecordRestorativeOutcome Held(RestorativeProcess process) => new(Id, process, new LocalDate(2026, 3, 10));
}
