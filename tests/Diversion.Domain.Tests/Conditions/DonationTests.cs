using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>At most £100 within 8 weeks of Thursday 5 March 2026, where the scheme allows it.</summary>
public sealed class DonationTests
{
    private static readonly ConditionTerms.Donation Terms = new(5_000, "Mind");
    private static readonly RulesInForce Allowed = Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { Donation = new DonationRules(10_000, 8) } };
    private static readonly LocalDate Day = new(2026, 3, 10);

    [Fact]
    public void Only_a_scheme_that_says_so_allows_it()
    {
        Brought.ToEligible().On(Brought.Signing).When(Brought.Offer(Terms)).Refused(RefusalCode.DonationNotAllowed);
        Brought.ToEligible(inForce: Allowed).On(Brought.Signing).When(Brought.Offer(Terms)).Is(AgreementStatus.Offered);
        Assert.NotNull(Shipped.TurningPoint.Scheme.Donation);
    }

    [Fact]
    public void A_victim_who_would_like_compensation_comes_first() =>
        Brought.ToEligible(inForce: Allowed).On(Brought.Signing).Given(new VictimCommand.RecordVictimViews("Pay for it", true) { WantsCompensation = true })
            .When(Brought.Offer(Terms)).Refused(RefusalCode.DonationNotAllowed);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void An_amount_that_cannot_be_is_refused(int pence) =>
        Brought.ToEligible(inForce: Allowed).On(Brought.Signing).When(Brought.Offer(Terms with { Pence = pence })).Refused(RefusalCode.AmountInvalid);

    [Fact]
    public void Made_it_is_kept_and_taken_back_it_is_due_again()
    {
        var active = Signed();
        Assert.Equal(Case.Time("2026-04-30 17:00"), active.Owed("donation/made").Deadline.Due);

        var made = active.When(Make());
        made.Then<ConditionEvent.ConditionKept>();
        made.OwesNo("donation/made").When(Make()).ThenNothing();
        made.When(Make() with { Receipt = "Another" }).Refused(RefusalCode.PaymentExists);

        made.When(new DonationCommand.TakeBackDonation("donation") { Reason = "The bank sent it back." }).Then<ConditionEvent.ConditionReopened>();
        made.Owed("donation/made");
        made.When(new DonationCommand.TakeBackDonation("donation") { Reason = "Again." }).Refused(RefusalCode.PaymentUnknown);
    }

    [Fact]
    public void Days_that_cannot_be_and_a_missing_receipt_are_refused()
    {
        var active = Signed();

        active.When(Make() with { On = new LocalDate(2026, 3, 11) }).Refused(RefusalCode.DateInFuture);
        active.When(Make() with { On = new LocalDate(2026, 3, 4) }).Refused(RefusalCode.DateTooOld);
        active.When(Make() with { Receipt = " " }).Refused(RefusalCode.TextMissing);
    }

    [Fact]
    public void Not_made_by_the_end_it_is_the_persons() => Assert.Equal(AgreementStatus.BreachReview, Signed().Until("2026-07-20 00:00").State.Status);

    [Fact]
    public void Made_within_the_term_and_told_after_the_end_it_is_late_news() =>
        Assert.Equal("donation", Signed().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).When(Make()).Then<TermEvent.LateNewsReceived>().What);

    private static Case Signed() => Brought.ToActive(Allowed, Terms).On("2026-03-10");

    private static DonationCommand.RecordDonation Make() => new("donation", Day, "Receipt 7");
}
