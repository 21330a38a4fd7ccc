using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.FollowUp;

/// <summary>What the police's records say of a person who signed on 5 March 2026 and whose agreement was completed on 5 July.</summary>
public sealed class ReoffenceTests
{
    private static readonly LocalDate Offence = new(2026, 9, 1);
    private static readonly LocalDate Convicted = new(2026, 11, 3);

    private static FollowUpCommand.RecordReoffence Reoffence => new("CRI/77/26", Offence, ReoffenceOutcome.Conviction, Convicted, "8/6", "Theft");

    [Fact]
    public void It_is_kept_on_an_agreement_that_ended_and_changes_no_status()
    {
        var completed = Later(Brought.ToCompleted()).When(Reoffence, People.Analyst);

        Assert.Equal(
            new Reoffence(1, "CRI/77/26", Offence, "008/06", "theft", ReoffenceOutcome.Conviction, Convicted),
            completed.Then<FollowUpEvent.ReoffenceRecorded>().Reoffence);
        Assert.Equal(AgreementStatus.Completed, completed.Status);
        Assert.DoesNotContain(completed.State.Alerts, alert => alert.Kind != AlertKind.ExitPlanMissing);
    }

    [Fact]
    public void It_is_kept_whatever_became_of_who_was_allocated_or_signed()
    {
        foreach (var bring in (Func<Case>[])[() => Brought.ToActive(), Brought.ToBreached, Brought.ToDiscontinued, Brought.ToControl, DeclinedAfterAllocation])
        {
            var agreement = bring();
            var status = agreement.Status;

            Later(agreement).When(Reoffence).Then<FollowUpEvent.ReoffenceRecorded>();

            Assert.Equal(status, agreement.Status);
        }
    }

    [Fact]
    public void Who_was_neither_allocated_nor_signed_is_not_followed_up()
    {
        foreach (var bring in (Func<Case>[])[() => Brought.ToReferred(), Brought.ToDeclined, Brought.ToLapsed, Brought.ToNotEligible])
        {
            Later(bring()).When(Reoffence).Refused(RefusalCode.NotFollowedUp);
        }
    }

    [Fact]
    public void The_same_one_twice_is_once()
    {
        var twice = Later(Brought.ToCompleted()).Given(Reoffence);

        twice.When(Reoffence).ThenNothing();
        twice.When(Reoffence with { Source = " cri/77/26 ", Classification = "008.06" }).ThenNothing();
        Assert.Single(twice.State.FollowUp.Reoffences);
    }

    [Fact]
    public void Other_content_for_the_same_source_is_a_correction()
    {
        var corrected = Later(Brought.ToCompleted()).Given(Reoffence with { Outcome = ReoffenceOutcome.Open, OutcomeOn = null }).When(Reoffence);

        Assert.Equal(1, corrected.Then<FollowUpEvent.ReoffenceCorrected>().Reoffence.Number);
        Assert.Equal(ReoffenceOutcome.Conviction, Assert.Single(corrected.State.FollowUp.Reoffences).Outcome);
    }

    [Fact]
    public void One_on_the_day_of_the_signing_or_before_is_no_reoffence()
    {
        var message = Later(Brought.ToCompleted()).When(Reoffence with { OffenceOn = new LocalDate(2026, 3, 5) }).Refused(RefusalCode.ReoffenceBeforeStart).Message;

        Assert.Contains("was not after the signing of 5 March 2026", message, StringComparison.Ordinal);
        Later(Brought.ToCompleted()).When(Reoffence with { OffenceOn = new LocalDate(2026, 3, 6) }).Then<FollowUpEvent.ReoffenceRecorded>();
    }

    [Fact]
    public void In_a_trial_it_counts_from_the_allocation()
    {
        var allocated = Brought.ToEligible().On("2026-03-03").Given(Trialled.Drawn(at: "2026-03-03 10:00")).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign());
        var message = Later(allocated).When(Reoffence with { OffenceOn = new LocalDate(2026, 3, 3) }).Refused(RefusalCode.ReoffenceBeforeStart).Message;

        Assert.Contains("was not after the allocation of 3 March 2026", message, StringComparison.Ordinal);
        allocated.When(Reoffence with { OffenceOn = new LocalDate(2026, 3, 4) }).Then<FollowUpEvent.ReoffenceRecorded>();
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_field()
    {
        var completed = Later(Brought.ToCompleted());
        (FollowUpCommand.RecordReoffence Command, string Code, string Field)[] faults =
        [
            (Reoffence with { OffenceOn = new LocalDate(2027, 1, 2) }, RefusalCode.DateInFuture, "offenceOn"),
            (Reoffence with { OutcomeOn = new LocalDate(2027, 1, 2) }, RefusalCode.DateInFuture, "outcomeOn"),
            (Reoffence with { OutcomeOn = new LocalDate(2026, 8, 31) }, RefusalCode.OutcomeBeforeOffence, "outcomeOn"),
            (Reoffence with { OutcomeOn = null }, RefusalCode.OutcomeIncomplete, "outcomeOn"),
            (Reoffence with { Outcome = ReoffenceOutcome.Open }, RefusalCode.OutcomeIncomplete, "outcome"),
            (Reoffence with { Outcome = (ReoffenceOutcome)77 }, RefusalCode.ValueOutOfRange, "outcome"),
            (Reoffence with { Classification = "806" }, RefusalCode.TextInvalid, "classification"),
            (Reoffence with { Group = "Robin Person" }, RefusalCode.WordUnknown, "group"),
            (Reoffence with { Source = " " }, RefusalCode.TextMissing, "source"),
        ];

        Assert.All(faults, fault =>
        {
            var refused = Assert.IsType<Refusal.Invalid>(completed.When(fault.Command).Refused(fault.Code));
            Assert.Contains(fault.Field, refused.Field ?? refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Robin", refused.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void One_of_somebody_else_is_removed_with_a_reason_and_its_number_is_not_used_again()
    {
        var removed = Later(Brought.ToCompleted()).Given(Reoffence, new FollowUpCommand.RemoveReoffence(1));

        Assert.Empty(removed.State.FollowUp.Reoffences);
        removed.When(new FollowUpCommand.RemoveReoffence(1)).ThenNothing();
        removed.When(new FollowUpCommand.RemoveReoffence(2)).Refused(RefusalCode.ReoffenceUnknown);
        Assert.Equal(2, removed.When(Reoffence).Then<FollowUpEvent.ReoffenceRecorded>().Reoffence.Number);
    }

    [Fact]
    public void After_a_hand_over_it_is_still_kept_here()
    {
        var handed = Brought.ToActive().Given(new Domain.Transfers.TransferCommand.TransferOut("Northumbria Police", "Nell North"));

        Later(handed).When(Reoffence).Then<FollowUpEvent.ReoffenceRecorded>();
    }

    [Fact]
    public void An_arrest_during_the_agreement_is_news_for_the_condition_and_no_reoffence_by_itself()
    {
        var arrested = Brought.ToActive().On("2026-03-10").Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 3, 10)));

        Assert.Empty(arrested.State.FollowUp.Reoffences);
    }

    private static Case DeclinedAfterAllocation() =>
        Brought.ToEligible().Given(Trialled.Drawn(at: "2026-03-02 10:00")).On(Brought.Signing)
            .Given(Brought.Offer(), new Domain.Offer.OfferCommand.DeclineOffer()).Is(AgreementStatus.Declined);

    private static Case Later(Case agreement) => agreement.On("2027-01-01");
}
