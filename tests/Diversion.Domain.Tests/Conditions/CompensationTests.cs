using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Reading;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

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

    private static CompensationCondition Compensation(Case agreement) => agreement.State.Condition<CompensationCondition>("compensation");

    private static CompensationCommand.RecordPayment Pay(string id, string amount) => new("compensation", id, amount, new LocalDate(2026, 3, 10), "Receipt 7");
}
