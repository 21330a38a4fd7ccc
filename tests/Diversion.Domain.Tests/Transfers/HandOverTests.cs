using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Tests.Transfers;

/// <summary>A case is handed over to another force on Tuesday 10 March 2026, and runs there.</summary>
public sealed class HandOverTests
{
    private static readonly TransferCommand.TransferOut Out = new("Northumbria Police", "Nell North, 0191 498 0000");

    [Fact]
    public void It_ends_here_and_nothing_is_due_but_the_confirmation()
    {
        var before = Running();
        var sent = Running().When(Out, People.Lead).Is(AgreementStatus.Transferred);

        Assert.NotEmpty(before.State.Obligations);
        Assert.Equal(Owed(before.State.Obligations), Owed(sent.State.HandedOver!.Suspended));
        var open = Assert.Single(sent.State.Obligations);
        Assert.Equal(("transfer/confirm", Addressee.ProgrammeLead, Case.Time("2026-03-17 17:00")), (open.Id, open.Owner, open.Deadline.Due));
        Assert.Equal(sent.State.Version, sent.State.HandedOver.Event);
        sent.When(Out, People.Lead).ThenNothing();
    }

    /// <summary>Theft is tried either way; of a summary offence the charge-by date is six months after it.</summary>
    [Theory]
    [InlineData(5, 14, "2026-03-17 17:00")]
    [InlineData(2, 14, "2026-03-12 17:00")]
    [InlineData(5, 136, "2026-03-12 17:00")] // 136 days before 26 July.
    [InlineData(5, 200, "2026-03-10 17:00")] // Long past: today.
    public void The_confirmation_is_due_when_the_scheme_says_and_earlier_before_the_charge_by_date(int workingDays, int daysBefore, string due)
    {
        var rules = Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { Transfer = new TransferRules(ConfirmWorkingDays: workingDays, ConfirmDaysBeforeChargeBy: daysBefore) } };
        var offence = People.Theft with { Class = OffenceClass.SummaryOnly, CommittedOn = new LocalDate(2026, 1, 26) };
        var active = Brought.ToEligible(offence, inForce: rules).On(Brought.Signing).Given(Brought.Offer(Brought.Supervision()), Brought.Sign()).On("2026-03-10");
        Assert.Equal(new LocalDate(2026, 7, 26), active.State.Referral.ChargeBy.Date);

        Assert.Equal(Case.Time(due), active.When(Out, People.Lead).Owed("transfer/confirm").Deadline.Due);
    }

    [Fact]
    public void Months_later_nothing_of_it_has_fired()
    {
        var later = Running().Given(Out).Until("2026-09-01");

        Assert.Equal(AgreementStatus.Transferred, later.Status);
        Assert.DoesNotContain(later.History, happened => happened is TermEvent.ConcludingBegan or TermEvent.AgreementCompleted or TermEvent.CaseOutcomeDue);
        Assert.All(later.All<TermEvent.ObligationEscalated>(), chased => Assert.Equal("transfer/confirm", chased.Obligation));
    }

    [Fact]
    public void Only_what_reaches_the_other_side_is_recorded_here()
    {
        Running().Given(Out).When(new TermCommand.AddNote("Rang."), People.Worker).Refused(RefusalCode.HandedOver);
        Running().Given(Out).When(new TermCommand.ChangeKeyWorker(People.CoveringWorker), People.Lead).Refused(RefusalCode.HandedOver);
        Running().Given(Out).When(new TellingCommand.TellPerson("warning-1", ToldHow.Telephone, Case.Time("2026-03-10 10:00")), People.Worker).Refused(RefusalCode.HandedOver);
        Running().Given(Out).When(new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 3, 10)), People.Officer).Refused(RefusalCode.HandedOver);
        Assert.Equal(AgreementStatus.Transferred, Running().Given(Out).When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 9)), People.Feed).Status);
    }

    [Fact]
    public void A_complaint_about_how_it_was_dealt_with_here_stays_here()
    {
        var complained = Running().Given(new ComplaintCommand.RecordComplaint(ComplaintFrom.Person, AnsweredHow.Telephone, Case.Time("2026-03-10 09:00"), ComplaintAbout.Decision, "It took too long."));
        var sent = complained.When(Out, People.Lead);

        sent.Owed("complaint/answer/1");
        Assert.DoesNotContain(sent.State.HandedOver!.Suspended, open => open.Id.StartsWith("complaint/", StringComparison.Ordinal));
        sent.When(new ComplaintCommand.AnswerComplaint(1, ComplaintResult.Upheld, ToldHow.Letter, Case.Time("2026-03-10 10:00"), "We are sorry."), People.Manager).OwesNo("complaint/answer/1");
    }

    [Fact]
    public void Until_it_is_confirmed_it_can_be_taken_back_and_runs_as_before()
    {
        var before = Running().State;
        var back = Running().Given(Out).When(new TransferCommand.TakeBack(), People.Lead).Is(AgreementStatus.Active);

        Assert.Equal(Owed(before.Obligations), Owed(back.State.Obligations));
        Assert.Equal((null, null), (back.State.HandedOver, back.State.EndedAt));
        Assert.Equal(AgreementStatus.Transferred, back.When(Out, People.Lead).Status);
    }

    [Fact]
    public void Once_confirmed_it_is_final()
    {
        var confirmed = Running().Given(Out).When(new TransferCommand.ConfirmTransfer("Nell North, 12 March"), People.Lead);

        Assert.Equal(("Nell North, 12 March", true), (confirmed.State.HandedOver!.ConfirmedBy, confirmed.State.HandedOver.IsConfirmed));
        Assert.Empty(confirmed.OwesNo("transfer/confirm").State.Obligations);
        confirmed.When(new TransferCommand.ConfirmTransfer("Nell North, 12 March"), People.Lead).ThenNothing();
        confirmed.When(new TransferCommand.TakeBack(), People.Lead).Refused(RefusalCode.TransferConfirmed);
        Running().When(new TransferCommand.TakeBack(), People.Lead).Refused(RefusalCode.NotHandedOver);
    }

    [Fact]
    public void A_near_charge_by_date_is_not_lost_between_two_programmes()
    {
        var signed = Brought.ToEligible(People.Theft with { Class = OffenceClass.SummaryOnly }).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign()).On("2026-07-03");
        var chargeBy = signed.State.Referral.ChargeBy.Date!.Value;
        var confirm = signed.When(Out, People.Lead).Owed("transfer/confirm").Deadline.Due;

        Assert.Equal((new LocalDate(2026, 8, 10), Case.Time("2026-07-10 17:00")), (chargeBy, confirm));
        Assert.True(confirm <= Case.Time($"{chargeBy.PlusDays(-14):uuuu-MM-dd} 17:00"));
    }

    [Fact]
    public void A_waiting_breach_and_a_term_that_is_over_are_settled_first()
    {
        Brought.ToBreachReview().When(Out, People.Lead).Refused(RefusalCode.WrongStatus);
        Brought.ToConcluding().When(Out, People.Lead).Refused(RefusalCode.WrongStatus);
        Brought.ToEligible().When(Out, People.Lead).Refused(RefusalCode.WrongStatus);
        Running().When(Out, People.Manager).Refused(RefusalCode.RoleNotPermitted);
    }

    [Fact]
    public void In_the_other_programme_it_runs_with_people_of_theirs()
    {
        var owed = Running().State.Obligations;
        var received = Running().Given(Out).When(Receive(), People.OtherLead).Is(AgreementStatus.Active);

        var state = received.State;
        Assert.Equal((People.SouthernWorker, "officer-9", 1), (state.KeyWorker, state.Referral.Officer.Id, state.KeyWorkerChanges));
        Assert.Equal(Owed(owed), Owed(state.Obligations));
        Assert.Equal(("Durham", "abc"), (state.Origin!.Programme, state.Origin.Chain));
        Assert.Equal(state.Version - 1, state.Origin.Events);
        received.When(Receive(), People.OtherLead).Refused(RefusalCode.NotHandedOver);
        Assert.Equal(AgreementStatus.Active, Running().Given(Out, Receive()).When(new TermCommand.AddNote("He came."), People.Worker).Status);
        Assert.NotEmpty(Running().Given(Out, Receive()).Until("2026-04-20").All<TermEvent.ObligationEscalated>());
    }

    [Fact]
    public void Partners_of_another_programme_are_replaced_while_their_condition_is_open()
    {
        var sent = Brought.ToActive(Brought.Five()).On("2026-03-10").Given(Out);
        sent.When(Receive() with { Facilitator = null }, People.OtherLead).Refused(RefusalCode.TextMissing);
        sent.When(Receive() with { Provider = null, Known = ["Elsewhere"] }, People.OtherLead).Refused(RefusalCode.TextMissing);

        var state = sent.When(Receive() with { Known = ["Elsewhere"] }, People.OtherLead).State;
        Assert.Equal("facilitator-9", state.Conditions.OfType<RestorativeJusticeCondition>().Single().Facilitator.Id);
        Assert.Equal("Shore", state.Conditions.OfType<PathwayCondition>().Single().Provider);
    }

    private static TransferCommand.ReceiveTransfer Receive() =>
        new("Durham", People.SouthernWorker, new StaffRef("officer-9", "Oz Officer"), new StaffRef("facilitator-9", "Fern Facilitator"), "Shore", [], "abc");

    private static IEnumerable<(string, Instant)> Owed(IEnumerable<Obligation> obligations) => obligations.Select(open => (open.Id, open.Deadline.Due));

    private static Case Running() => Brought.ToActive(Brought.Supervision()).On("2026-03-10");
}
