using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Victim;

/// <summary>Val Example is victim 1, Corner Shop victim 2.</summary>
public sealed class SeveralVictimsTests
{
    private static readonly VictimCommand.RecordVictim Shop =
        new(true, Name: "Corner Shop", Contact: "0191 4960000") { Kind = VictimKind.Business, ContactPerson = "Sue Keeper" };

    [Fact]
    public void A_second_victim_has_a_number_and_promises_of_their_own()
    {
        var eligible = Brought.ToEligible().When(Shop);

        Assert.Equal((true, 2), (eligible.State.Victims.Any, eligible.State.Victims.Last));
        Assert.Equal(new VictimDetails(VictimKind.Business, false, "Corner Shop", "0191 4960000", "Sue Keeper"), eligible.State.Victims.Find(2)!.Details);
        Assert.Equal("2", eligible.Owed("victim-2/support").About().Item);
        eligible.OwesNo("victim/support").Given(new VictimCommand.ReferVictimToSupport(ToldHow.Email) { Victim = 2 }).OwesNo("victim-2/support");
    }

    [Fact]
    public void Conditions_wait_for_the_views_of_each()
    {
        var eligible = Brought.ToEligible().Given(Shop).On(Brought.Signing);

        eligible.When(Brought.Offer()).Refused(RefusalCode.VictimViewsOutstanding);
        eligible.Given(new VictimCommand.RecordVictimViews("It happens every week", false) { Victim = 2, Statement = "We lost a day.", WantsCompensation = true });
        eligible.When(Brought.Offer()).Is(AgreementStatus.Offered);

        Assert.Equal(("Would like an apology", null), (eligible.State.Victims.Find(1)!.Views, eligible.State.Victims.Find(1)!.Statement));
        Assert.Equal(("It happens every week", "We lost a day.", true), (eligible.State.Victims.Find(2)!.Views, eligible.State.Victims.Find(2)!.Statement, eligible.State.Victims.Find(2)!.WantsCompensation));
    }

    [Fact]
    public void Each_is_told_of_the_decision_and_of_the_ending_in_their_own_time()
    {
        var signed = Two(enhanced: true);

        Assert.Equal((Case.Time("2026-03-12 17:00"), Case.Time("2026-03-06 17:00")), (signed.Owed("victim/told-decision").Deadline.Due, signed.Owed("victim-2/told-decision").Deadline.Due));
        Assert.Equal("2-Decision", signed.Owed("victim-2/told-decision").About().Item);
        signed.Given(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter) { Victim = 2 });
        Assert.Null(signed.State.Victims.Find(1)!.ToldDecision);
        Assert.NotNull(signed.OwesNo("victim-2/told-decision").Owed("victim/told-decision"));

        signed.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved));
        Assert.All((string[])["victim/told-ending", "victim-2/told-ending"], promise => Assert.True(signed.Owed(promise).AfterEnd));
        signed.Given(new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone) { Victim = 1 }).OwesNo("victim/told-ending");
        Assert.NotNull(signed.Owed("victim-2/told-ending"));
    }

    [Fact]
    public void With_several_a_command_says_which()
    {
        var signed = Two();

        signed.When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter)).Refused(RefusalCode.VictimUnknown);
        signed.When(new VictimCommand.RecordVictimViews("Mine") { Victim = 3 }).Refused(RefusalCode.VictimUnknown);
        Brought.ToEligible(victim: false).When(new VictimCommand.RecordVictimViews("Mine") { Victim = 1 }).Refused(RefusalCode.VictimNone);
    }

    [Fact]
    public void With_several_each_has_a_name_and_none_twice()
    {
        var unnamed = Brought.ToReferred().Given(new VictimCommand.RecordVictim(true));
        unnamed.When(new VictimCommand.RecordVictim(true, Name: "Val Example")).Refused(RefusalCode.VictimUnnamed);
        unnamed.Given(new VictimCommand.RecordVictim(true, Name: "Vic Example") { Victim = 1 }, new VictimCommand.RecordVictim(true, Name: "Val Example"));

        unnamed.When(new VictimCommand.RecordVictim(true)).Refused(RefusalCode.VictimUnnamed);
        unnamed.When(new VictimCommand.RecordVictim(true, Enhanced: true, Name: "VAL EXAMPLE")).Refused(RefusalCode.VictimRepeated);
        unnamed.When(new VictimCommand.RecordVictim(true, Name: "Val Example")).ThenNothing();
    }

    [Fact]
    public void A_victim_who_is_recorded_without_a_name_is_not_called_by_a_number_that_nobody_has()
    {
        var message = Brought.ToEligible().When(new VictimCommand.RecordVictim(true)).Refused(RefusalCode.VictimUnnamed).Message;

        Assert.DoesNotContain("victim 2", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("this one", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Corner Shop")]
    [InlineData("Somebody Else")]
    [InlineData(null)]
    public void A_facilitator_learns_the_name_of_no_other_victim_by_changing_that_of_theirs(string? name)
    {
        var signed = Two(restorative: 1);

        signed.When(new VictimCommand.RecordVictim(true, Name: name) { Victim = 1 }, People.Facilitator).Refused(RefusalCode.VictimNamedByPolice);
        signed.When(new VictimCommand.RecordVictim(true, Name: "Val Example", Contact: "By letter") { Victim = 1 }, People.Facilitator).Then<VictimEvent.VictimRecorded>();
    }

    [Fact]
    public void A_child_has_enhanced_rights_and_somebody_speaks_for_a_child_or_a_business()
    {
        var referred = Brought.ToReferred();
        foreach (var kind in (VictimKind[])[VictimKind.Child, VictimKind.Business])
        {
            referred.When(new VictimCommand.RecordVictim(true, Name: "Charlie") { Kind = kind }).Refused(RefusalCode.TextMissing);
        }

        referred.When(new VictimCommand.RecordVictim(true, Name: "Charlie") { Kind = VictimKind.Child, ContactPerson = "Pat Parent" });
        Assert.Equal(new VictimDetails(VictimKind.Child, true, "Charlie", null, "Pat Parent"), referred.State.Victims.Only!.Details);
        referred.When(new VictimCommand.RecordVictim(true, Name: "Charlie") { Victim = 1, ContactPerson = "Nobody" });
        Assert.Equal(new VictimDetails(VictimKind.Person, false, "Charlie"), referred.State.Victims.Only!.Details);
    }

    [Fact]
    public void A_correction_changes_one_victim_and_creates_no_promise()
    {
        var eligible = Brought.ToEligible().Given(Shop);

        eligible.When(Shop with { Victim = 2, Contact = "By letter" });

        Assert.Equal("By letter", eligible.State.Victims.Find(2)!.Details.Contact);
        Assert.Equal(new VictimEvent.VictimRecorded(2, new VictimDetails(VictimKind.Business, false, "Corner Shop", "By letter", "Sue Keeper"), null), eligible.Then<VictimEvent.VictimRecorded>());
        eligible.When(Shop with { Victim = 7 }).Refused(RefusalCode.VictimUnknown);
    }

    [Fact]
    public void An_enhanced_entitlement_found_later_hastens_only_what_that_victim_was_promised()
    {
        var signed = Two();

        signed.When(new VictimCommand.RecordVictim(true, true, "Val Example") { Victim = 1 });

        Assert.Equal((Case.Time("2026-03-06 17:00"), Case.Time("2026-03-12 17:00")), (signed.Owed("victim/told-decision").Deadline.Due, signed.Owed("victim-2/told-decision").Deadline.Due));
    }

    [Fact]
    public void One_who_was_recorded_by_mistake_is_removed_with_their_promises_and_the_number_is_not_given_again()
    {
        var eligible = Brought.ToEligible().Given(Shop);

        eligible.When(new VictimCommand.RemoveVictim { Victim = 2 }).OwesNo("victim-2/support");
        Assert.Null(eligible.State.Victims.Find(2));
        eligible.When(Shop);
        Assert.Equal(3, eligible.State.Victims.All[^1].Number);
        eligible.When(new VictimCommand.RemoveVictim { Victim = 2 }).Refused(RefusalCode.VictimUnknown);
        eligible.When(new VictimCommand.RemoveVictim()).Refused(RefusalCode.VictimUnknown);
    }

    [Fact]
    public void Without_the_only_one_it_is_asked_again_whether_there_is_a_victim()
    {
        var referred = Brought.ToReferred().Given(new VictimCommand.RecordVictim(true), new VictimCommand.RemoveVictim { Victim = 1 });

        Assert.Equal((null, null), (referred.State.Victims.Any, referred.State.Victims.ViewsSettled));
        referred.Given(new VictimCommand.RecordVictim(false));
        Assert.True(referred.State.Victims.ViewsSettled);
    }

    [Fact]
    public void Nobody_is_removed_who_was_told_or_referred_or_takes_part()
    {
        Brought.ToActive().Given(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter)).When(new VictimCommand.RemoveVictim { Victim = 1 }).Refused(RefusalCode.VictimTold);
        Brought.ToEligible().When(new VictimCommand.RemoveVictim { Victim = 1 }).Refused(RefusalCode.VictimTold);
        Brought.ToReferred().Given(new VictimCommand.RecordVictim(true), new VictimCommand.RecordVictimViews(null)).When(new VictimCommand.RemoveVictim { Victim = 1 }).Refused(RefusalCode.VictimTold);
        Two(restorative: 2).When(new VictimCommand.RemoveVictim { Victim = 2 }).Refused(RefusalCode.VictimTakesPart);
        Brought.ToReferred().Given(new VictimCommand.RecordVictim(true)).When(new VictimCommand.RecordVictim(false)).Refused(RefusalCode.VictimNone);
    }

    [Fact]
    public void One_who_opts_out_is_promised_nothing_more_and_told_what_they_missed_when_they_opt_back_in()
    {
        var signed = Two().On("2026-03-06 12:00");

        signed.When(new VictimCommand.OptVictimOut(new LocalDate(2026, 3, 5), "Let it rest.") { Victim = 2 });
        Assert.Equal(new VictimEvent.VictimOptedOut(2, new LocalDate(2026, 3, 5), "Let it rest."), signed.Then<VictimEvent.VictimOptedOut>());
        Assert.NotNull(signed.OwesNo("victim-2/told-decision").Owed("victim/told-decision"));
        signed.When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter) { Victim = 2 }).Refused(RefusalCode.ObligationNotOpen);
        signed.When(new VictimCommand.OptVictimOut { Victim = 2 }).ThenNothing();

        signed.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).OwesNo("victim-2/told-ending").On("2026-03-09 12:00");
        signed.OwesNo("victim-2/support").When(new VictimCommand.OptVictimIn { Victim = 2 });
        Assert.Equal(Case.Time("2026-03-11 17:00"), signed.Owed("victim-2/support").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-16 17:00"), signed.Owed("victim-2/told-decision").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-16 17:00"), signed.Owed("victim-2/told-ending").Deadline.Due);
    }

    [Fact]
    public void One_who_was_referred_to_support_and_opts_back_in_is_not_referred_again() =>
        Brought.ToEligible().Given(new VictimCommand.OptVictimOut()).When(new VictimCommand.OptVictimIn()).OwesNo("victim/support");

    [Theory]
    [InlineData("2026-03-07", RefusalCode.DateInFuture)]
    [InlineData("2026-03-01", RefusalCode.DateTooOld)]
    public void Nobody_opts_out_in_the_future_or_before_the_case(string day, string code) =>
        Two().On("2026-03-06 12:00").When(new VictimCommand.OptVictimOut(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value) { Victim = 2 }).Refused(code);

    [Fact]
    public void Nothing_to_tell_before_the_decision_is_promised_to_one_who_opts_back_in() =>
        Brought.ToEligible().Given(new VictimCommand.OptVictimOut()).When(new VictimCommand.OptVictimIn()).OwesNo("victim/told-decision");

    [Fact]
    public void Restorative_justice_is_with_one_of_them_and_only_their_wish_counts()
    {
        var signed = Two(restorative: 2);

        Assert.Equal(2, signed.Condition<RestorativeJusticeCondition>().Victim);
        signed.When(new VictimCommand.RecordVictimViews("No thank you", false) { Victim = 1 });
        Assert.Null(signed.Condition<RestorativeJusticeCondition>().NewWish);
        signed.When(new VictimCommand.RecordVictimViews("No thank you", false) { Victim = 2 });
        Assert.False(signed.Condition<RestorativeJusticeCondition>().NewWish);
    }

    [Fact]
    public void Restorative_justice_says_with_which_of_several()
    {
        var ready = Ready();

        ready.When(Brought.Offer(Brought.RestorativeJustice())).Refused(RefusalCode.VictimUnknown);
        ready.When(Brought.Offer(With(3))).Refused(RefusalCode.VictimUnknown);
    }

    [Fact]
    public void Restorative_justice_may_be_chosen_with_one_of_several()
    {
        var ready = Ready();
        var signed = Two();

        Assert.Null(OfRestorativeJustice(ConditionChoices.ForOffer(ready.State, ready.RulesInForce.Scheme)).Against);
        Assert.Null(OfRestorativeJustice(ConditionChoices.ForVariation(signed.State, signed.RulesInForce.Scheme, signed.Now, [])).Against);
        Assert.Contains(
            Agreement.Possible(signed.State, People.Lead, signed.Now, _ => signed.RulesInForce),
            action => action is { Blocked: null, Candidate: TermCommand.VaryAgreement { Add.IsDefault: false } vary } && vary.Add[0] is ConditionTerms.RestorativeJustice);
    }

    [Fact]
    public void An_offer_goes_on_with_its_victim_when_another_becomes_known()
    {
        var offered = Brought.ToOffered(Brought.RestorativeJustice()).Given(Shop, Views(2));

        offered.Given(Brought.Sign());

        Assert.Equal(1, offered.Condition<RestorativeJusticeCondition>().Victim);
    }

    [Fact]
    public void A_case_has_ten_victims_at_the_most()
    {
        var referred = Brought.ToReferred();
        for (var number = 1; number <= 10; number++)
        {
            referred.Given(new VictimCommand.RecordVictim(true, Name: $"Victim {number}"));
        }

        referred.When(new VictimCommand.RecordVictim(true, Name: "Victim 11")).Refused(RefusalCode.TooManyVictims);
    }

    private static ConditionChoice OfRestorativeJustice(ImmutableArray<ConditionChoice> choices) => choices.Single(choice => choice.Kind == ConditionKind.RestorativeJustice);

    private static VictimCommand.RecordVictimViews Views(int victim) => new("Both of us", null) { Victim = victim };

    private static ConditionTerms With(int victim) => new ConditionTerms.RestorativeJustice(People.RestorativeFacilitator, victim);

    private static Case Ready(bool enhanced = false) => Brought.ToEligible().Given(Shop with { Enhanced = enhanced }, Views(2)).On(Brought.Signing);

    private static Case Two(bool enhanced = false, int? restorative = null) =>
        Ready(enhanced).Given(Brought.Offer(restorative is { } victim ? [With(victim)] : []), Brought.Sign());
}
