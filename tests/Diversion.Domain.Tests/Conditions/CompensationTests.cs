using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Reading;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>Signed on Thursday 5 March 2026, to Sunday 5 July: £100 in three payments, one every four weeks.</summary>
public sealed class CompensationTests
{
    private static readonly ConditionTerms.Compensation Terms = new(10_000, 3, 4);

    [Fact]
    public void The_payments_are_due_at_equal_times_from_the_signing_and_the_last_has_the_rest()
    {
        var active = Brought.ToActive(Terms);

        Assert.Equal(
            [(1, 3_333, Case.Time("2026-04-02 17:00")), (2, 3_333, Case.Time("2026-04-30 17:00")), (3, 3_334, Case.Time("2026-05-28 17:00"))],
            Compensation(active).Instalments.Select(one => (one.Number, one.Pence, one.By.Due)));
        Assert.Equal((RuleIds.CompensationPayment, new CommandSubject("compensation", "1")), active.Owed("compensation/payment/1") is var open ? (open.Deadline.Rule, open.About()) : default);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(1, 18)]
    public void Payments_beyond_the_term_are_refused_with_the_dates(int payments, int weeks)
    {
        var refused = Brought.ToEligible().On(Brought.Signing).When(Brought.Offer(new ConditionTerms.Compensation(10_000, payments, weeks))).Refused(RefusalCode.InstalmentsBeyondTerm);

        Assert.Contains("after the last day of the agreement, 5 July 2026", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variation_counts_from_its_day_to_the_last_of_the_term()
    {
        var late = Brought.ToActive().On("2026-06-15");

        late.When(new TermCommand.VaryAgreement([new ConditionTerms.Compensation(1_000, 1, 4)], ParticipantAgreed: true)).Refused(RefusalCode.InstalmentsBeyondTerm);
        late.When(new TermCommand.VaryAgreement([new ConditionTerms.Compensation(1_000, 1, 2)], ParticipantAgreed: true)).Owed("compensation/payment/1");
    }

    [Fact]
    public void Amounts_and_numbers_of_payments_that_cannot_be_are_refused()
    {
        var eligible = Brought.ToEligible().On(Brought.Signing);

        eligible.When(Brought.Offer(new ConditionTerms.Compensation(0))).Refused(RefusalCode.AmountInvalid);
        eligible.When(Brought.Offer(new ConditionTerms.Compensation(100, 13))).Refused(RefusalCode.ValueOutOfRange);
        eligible.When(Brought.Offer(new ConditionTerms.Compensation(2, 3, 1))).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void A_part_is_taken_and_the_payment_stays_due()
    {
        var paid = Brought.ToActive(Terms).On("2026-03-10").When(Pay("p-1", "20"));

        paid.Owed("compensation/payment/1");
        Assert.Equal((2_000, 8_000), (Compensation(paid).PaidPence, Compensation(paid).OwedPence));
        paid.When(Pay("p-2", "13.33")).OwesNo("compensation/payment/1").Owed("compensation/payment/2");
    }

    [Fact]
    public void Paid_whole_it_is_kept()
    {
        var paid = Brought.ToActive(Terms).On("2026-03-10").When(Pay("p-1", "£100.00"));

        paid.Then<ConditionEvent.ConditionKept>();
        paid.OwesNo("compensation/payment/3");
        Assert.Equal(AgreementStatus.Completed, paid.Until("2026-07-06 00:00").State.Status);
    }

    [Fact]
    public void Unpaid_it_is_chased_counts_by_itself_for_nothing_and_waits_for_a_lead_at_the_end()
    {
        var late = Brought.ToActive(Terms).Until("2026-04-13 17:00");
        Assert.Contains(late.All<TermEvent.ObligationEscalated>(), told => told.Obligation == "compensation/payment/1" && told.To == Schemes.Addressee.ProgrammeLead);
        Assert.Empty(late.State.Failures);

        var over = late.Until("2026-07-06 00:00");
        Assert.Equal(AgreementStatus.Concluding, over.State.Status);
        over.Until("2026-07-20 00:00");
        Assert.Equal((AgreementStatus.BreachReview, BreachCause.ConditionsNotKept), (over.State.Status, over.State.Breach!.Cause));
    }

    [Fact]
    public void A_payment_that_was_not_made_is_taken_back_and_opens_the_condition_again()
    {
        var kept = Brought.ToActive(Terms).On("2026-03-10").When(Pay("p-1", "50")).When(Pay("p-2", "50"));
        Assert.Equal(ConditionStatus.Kept, Compensation(kept).Status);

        var back = kept.When(new CompensationCommand.TakeBackPayment("compensation", "p-2") { Reason = "The bank sent it back." });

        back.Then<ConditionEvent.ConditionReopened>();
        Assert.Equal((ConditionStatus.InProgress, 5_000), (Compensation(back).Status, Compensation(back).OwedPence));
        back.OwesNo("compensation/payment/1").Owed("compensation/payment/2");
        back.Owed("compensation/payment/3");
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        var active = Brought.ToActive(Terms).On("2026-03-10").When(Pay("p-1", "20"));

        Assert.Contains("more than the £80 that is still to be paid", active.When(Pay("p-2", "80.01")).Refused(RefusalCode.PaymentTooLarge).Message, StringComparison.Ordinal);
        active.When(Pay("p-2", "twenty")).Refused(RefusalCode.AmountInvalid);
        active.When(Pay("p-2", "0")).Refused(RefusalCode.AmountInvalid);
        active.When(Pay("p-2", "-5")).Refused(RefusalCode.AmountInvalid);
        active.When(Pay("p-2", "1.005")).Refused(RefusalCode.AmountInvalid);
        active.When(Pay("p-2", "1") with { On = new LocalDate(2026, 3, 11) }).Refused(RefusalCode.DateInFuture);
        active.When(Pay("p-2", "1") with { On = new LocalDate(2026, 3, 4) }).Refused(RefusalCode.DateTooOld);
        active.When(Pay("p-2", "1") with { Receipt = " " }).Refused(RefusalCode.TextMissing);
        active.When(Pay("p-1", "21")).Refused(RefusalCode.PaymentExists);
        active.When(new CompensationCommand.TakeBackPayment("compensation", "p-9") { Reason = "Wrong." }).Refused(RefusalCode.PaymentUnknown);
        active.When(Pay("p-1", "20")).ThenNothing();
    }

    [Fact]
    public void The_same_receipt_twice_is_refused_and_says_which_payment_has_it()
    {
        var paid = Brought.ToActive(Terms).On("2026-03-10").Given(Pay("p-1", "20"));

        var refused = paid.When(Pay("p-2", "30") with { Receipt = "receipt p-1." }).Refused(RefusalCode.ReceiptRepeated);
        Assert.Contains("The payment of £20 on 10 March 2026 has that receipt already", refused.Message, StringComparison.Ordinal);
        paid.When(Pay("p-2", "30") with { Receipt = "Receipt 8" }).Then<CompensationEvent.PaymentRecorded>();
        paid.Given(new CompensationCommand.TakeBackPayment("compensation", "p-1") { Reason = "Mistyped." }).When(Pay("p-3", "20")).Then<CompensationEvent.PaymentRecorded>();
    }

    [Fact]
    public void More_than_the_loss_is_refused_where_the_loss_is_known()
    {
        var known = Brought.ToEligible(offence: People.Theft with { Value = 80.50m }).On(Brought.Signing);

        var refused = known.When(Brought.Offer(new ConditionTerms.Compensation(8_051))).Refused(RefusalCode.CompensationAboveLoss);
        Assert.Contains("£80.51 is more than the loss or damage of the case, £80.50", refused.Message, StringComparison.Ordinal);
        known.When(Brought.Offer(new ConditionTerms.Compensation(8_050))).Is(AgreementStatus.Offered);
        Brought.ToEligible(offence: People.Theft with { Value = 0m }).On(Brought.Signing).When(Brought.Offer(new ConditionTerms.Compensation(8_051))).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void It_is_for_a_victim_of_the_case_who_is_named_where_there_are_several()
    {
        Brought.ToEligible(victim: false).On(Brought.Signing).When(Brought.Offer(Terms)).Refused(RefusalCode.VictimNone);
        Assert.Equal(1, Compensation(Brought.ToActive(Terms)).Victim);

        var two = Two();
        two.When(Brought.Offer(Terms)).Refused(RefusalCode.VictimUnknown);
        two.When(Brought.Offer(Terms with { Victim = 3 })).Refused(RefusalCode.VictimUnknown);
        var signed = two.Given(Brought.Offer(Terms with { Victim = 2 }), Brought.Sign());
        Assert.Equal(2, Compensation(signed).Victim);
        signed.When(new VictimCommand.RemoveVictim { Victim = 2, Reason = "A mistake." }).Refused(RefusalCode.VictimTakesPart);
    }

    [Fact]
    public void An_offer_keeps_its_victim_when_another_becomes_known()
    {
        var signed = Brought.ToOffered(Terms).Given(Shop, new VictimCommand.RecordVictimViews("Us too") { Victim = 2 }).Given(Brought.Sign());

        Assert.Equal(1, Compensation(signed).Victim);
    }

    [Fact]
    public void Nobody_pays_a_victim_who_does_not_want_it()
    {
        var declined = Brought.ToEligible().On(Brought.Signing).Given(Wants(false));
        declined.When(Brought.Offer(Terms)).Refused(RefusalCode.VictimDeclines);
        declined.Given(Wants(true)).When(Brought.Offer(Terms)).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void A_victim_who_changes_their_mind_is_never_the_persons_failure()
    {
        var unwanted = Brought.ToActive(Terms).On("2026-03-10").When(Wants(false));
        unwanted.Then<ConditionEvent.ConditionBlocked>();
        unwanted.OwesNo("compensation/payment/1").Owed("settle/compensation");
        unwanted.When(Wants(false)).ThenNothing();
        unwanted.When(new TermCommand.FailCondition("compensation", FailureCause.Participant) { Reason = "Not paid." }).Refused(RefusalCode.NotParticipantsFailure);
        Assert.Equal(AgreementStatus.Concluding, unwanted.Until("2026-07-20 00:00").State.Status);
    }

    [Fact]
    public void A_victim_who_wants_it_after_all_is_paid_as_agreed()
    {
        var again = Brought.ToActive(Terms).On("2026-03-10").Given(Wants(false)).When(Wants(true));

        again.OwesNo("settle/compensation").Owed("compensation/payment/1");
        again.Owed("compensation/payment/3");
    }

    [Fact]
    public void What_another_victim_wants_changes_nothing()
    {
        var signed = Two().Given(Brought.Offer(Terms with { Victim = 1 }), Brought.Sign());

        signed.When(Wants(false) with { Victim = 2 });

        Assert.False(Compensation(signed).Unwanted);
        signed.Owed("compensation/payment/1");
    }

    [Fact]
    public void A_payment_within_the_term_is_kept_as_late_news_after_the_end()
    {
        var ended = Brought.ToActive(Terms).On("2026-03-12").Given(new TermCommand.Discontinue(DiscontinuationCause.Moved));

        ended.When(Pay("p-1", "20"));

        Assert.Equal("payment of £20", ended.Then<TermEvent.LateNewsReceived>().What);
        ended.When(Pay("p-1", "20")).ThenNothing();
        ended.When(Pay("p-2", "nothing")).Refused(RefusalCode.AgreementEnded);
    }

    [Theory]
    [InlineData("20", 2_000)]
    [InlineData(" £ 1,250.50 ", 125_050)]
    [InlineData("0.01", 1)]
    public void An_amount_is_read_as_people_write_it(string typed, int pence) => Assert.Equal(pence, MoneyText.Read(typed).Value);

    [Theory]
    [InlineData(2_000, "£20")]
    [InlineData(125_050, "£1,250.50")]
    [InlineData(5, "£0.05")]
    public void An_amount_is_written_in_pounds(int pence, string said) => Assert.Equal(said, MoneyText.Of(pence));

    private static readonly VictimCommand.RecordVictim Shop = new(true, Name: "Corner Shop") { Kind = VictimKind.Business, ContactPerson = "Sue Keeper" };

    private static VictimCommand.RecordVictimViews Wants(bool compensation) => new("Would like an apology", true) { WantsCompensation = compensation, Victim = 1 };

    private static Case Two() => Brought.ToEligible().Given(Shop, new VictimCommand.RecordVictimViews("Us too") { Victim = 2 }).On(Brought.Signing);

    private static CompensationCondition Compensation(Case agreement) => agreement.State.Condition<CompensationCondition>("compensation");

    private static CompensationCommand.RecordPayment Pay(string id, string amount) => new("compensation", id, amount, new LocalDate(2026, 3, 10), $"Receipt {id}");
}
