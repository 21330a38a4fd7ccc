using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Keeping;

/// <summary>Somebody declined the offer on Thursday 5 March 2026; the officer recorded the charge. The scheme keeps records for 6 years.</summary>
public sealed class KeepingTests
{
    private static readonly KeepingCommand.EraseRecord Over = new(ErasureGround.RetentionOver);
    private static readonly KeepingCommand.EraseRecord Asked = new(ErasureGround.PersonAsked, "SAR-12/2026");

    [Fact]
    public void A_record_is_erased_when_its_time_is_over_and_not_a_day_before()
    {
        var refusal = Declined().On("2032-03-04 23:59").When(Over, People.Lead).Refused(RefusalCode.ErasureTooEarly);
        Assert.Contains("5 March 2032", refusal.Message, StringComparison.Ordinal);

        var ordered = Declined().On("2032-03-05 00:00").When(Over, People.Lead);
        ordered.Then(new KeepingEvent.ErasureOrdered(ErasureGround.RetentionOver, null, People.Lead.Id, ordered.Now));
        ordered.When(Over, People.OtherLead).ThenNothing();
    }

    [Fact]
    public void Whoever_asks_need_not_wait()
    {
        var ordered = Declined().When(Asked, People.Lead);

        Assert.Equal(("SAR-12/2026", ErasureGround.PersonAsked), ordered.Then<KeepingEvent.ErasureOrdered>() is var e ? (e.Request, e.Ground) : default);
    }

    [Theory]
    [InlineData("Anna Smith's letter")]
    [InlineData("a@example.org")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void The_reference_of_a_request_names_nobody(string request) =>
        Declined().When(Asked with { Request = request }, People.Lead).Refused(RefusalCode.TextInvalid);

    [Fact]
    public void Nothing_is_erased_while_the_case_runs_or_something_is_owed()
    {
        Brought.ToActive().When(Asked, People.Lead).Refused(RefusalCode.ErasureTooEarly);
        Brought.ToActive().When(new KeepingCommand.KeepLonger(new LocalDate(2027, 1, 1)), People.Lead).Refused(RefusalCode.ErasureTooEarly);
        Brought.ToDeclined().When(Asked, People.Lead).Refused(RefusalCode.ErasureTooEarly);
    }

    [Fact]
    public void A_held_record_stays_until_every_hold_is_lifted()
    {
        var held = Declined().Given(new KeepingCommand.HoldRecord(HoldCause.LegalProceedings), new KeepingCommand.HoldRecord(HoldCause.Complaint));
        held.When(new KeepingCommand.HoldRecord(HoldCause.Complaint), People.Lead).ThenNothing();
        held.When(Asked, People.Lead).Refused(RefusalCode.RecordHeld);
        held.Given(new KeepingCommand.LiftHold(1)).When(Asked, People.Lead).Refused(RefusalCode.RecordHeld);
        held.When(new KeepingCommand.LiftHold(3), People.Lead).Refused(RefusalCode.HoldUnknown);
        held.Given(new KeepingCommand.LiftHold(2)).When(new KeepingCommand.LiftHold(2), People.Lead).ThenNothing();
        held.When(Asked, People.Lead).Then<KeepingEvent.ErasureOrdered>();
    }

    [Fact]
    public void What_a_lead_keeps_longer_comes_up_again_on_that_day()
    {
        var kept = Declined().On("2032-03-06").Given(new KeepingCommand.KeepLonger(new LocalDate(2034, 1, 10)));

        Assert.Equal(new LocalDate(2034, 1, 10), Retention.ReviewOn(kept.State, kept.RulesInForce.Scheme.Retention));
        kept.When(Over, People.Lead).Refused(RefusalCode.ErasureTooEarly);
        kept.When(new KeepingCommand.KeepLonger(new LocalDate(2032, 3, 6)), People.Lead).Refused(RefusalCode.ValueOutOfRange);
        kept.On("2034-01-10").When(Over, People.Lead).Then<KeepingEvent.ErasureOrdered>();
    }

    [Fact]
    public void Each_outcome_may_have_a_period_of_its_own()
    {
        var rules = new RetentionRules(6, 90, new OutcomeRetention(Declined: 1));

        Assert.Equal(new LocalDate(2027, 3, 5), Retention.ReviewOn(Declined().State, rules));
        Assert.Equal(new LocalDate(2032, 3, 5), Retention.ReviewOn(Declined().State, rules with { Outcomes = new OutcomeRetention(Breached: 1) }));
        Assert.Null(Retention.ReviewOn(Brought.ToActive().State, rules));
    }

    [Fact]
    public void A_kind_of_paper_may_go_before_the_record_but_not_from_a_held_one()
    {
        var rules = new RetentionRules(6, 90, null, new PaperRetention(ExcuseEvidence: 2));
        var ended = Declined().Given(
            new DocumentCommand.KeepDocument("p-1", DocumentKind.ExcuseEvidence, DocumentFormat.Pdf, 10, new string('a', 64)),
            new DocumentCommand.KeepDocument("p-2", DocumentKind.Letter, DocumentFormat.Pdf, 10, new string('b', 64)));

        Assert.Empty(Retention.PapersOver(ended.State, rules, new LocalDate(2028, 3, 4)));
        Assert.Equal("p-1", Assert.Single(Retention.PapersOver(ended.State, rules, new LocalDate(2028, 3, 5))).Id);
        Assert.Empty(Retention.PapersOver(ended.Given(new KeepingCommand.HoldRecord(HoldCause.Inquiry)).State, rules, new LocalDate(2028, 3, 5)));
    }

    [Fact]
    public void Nothing_is_recorded_once_it_is_ordered_and_nothing_is_due()
    {
        var ordered = Declined().Given(Asked);

        ordered.When(new TermCommand.AddNote("He rang."), People.Worker).Refused(RefusalCode.RecordErased);
        ordered.When(new KeepingCommand.HoldRecord(HoldCause.Other), People.Lead).Refused(RefusalCode.RecordErased);
        Assert.Empty(Agreement.Due(ordered.State));
        var erased = ordered.Given(new KeepingCommand.EndErasure(AgreementStatus.Declined, "d"));
        Assert.True(erased.State.IsErased);
        erased.When(new KeepingCommand.EndErasure(AgreementStatus.Declined, "d"), Actor.Clock).ThenNothing();
        erased.When(new TermCommand.AddNote("He rang."), People.Worker).Refused(RefusalCode.RecordErased);
    }

    /// <summary>A backup from the middle of a case that ended later and was erased then.</summary>
    [Fact]
    public void What_was_erased_once_is_erased_again_at_whatever_point_a_backup_has_it()
    {
        var erased = Brought.ToActive(Brought.Supervision()).When(new KeepingCommand.EndErasure(AgreementStatus.Completed, "d"), Actor.Clock);

        Assert.Equal((AgreementStatus.Completed, true), (erased.Status, erased.State.IsErased));
        Assert.Equal(erased.Now, erased.State.EndedAt);
        Assert.Empty(erased.State.Obligations);
        Assert.Empty(Agreement.Due(erased.State));
        var events = erased.History.Count;
        Assert.Equal(events, erased.Until("2028-01-01").History.Count);
    }

    [Fact]
    public void Only_leads_decide_it()
    {
        Declined().When(Asked, People.Manager).Refused(RefusalCode.RoleNotPermitted);
        Declined().When(new KeepingCommand.EndErasure(AgreementStatus.Declined, "d"), People.Lead).Refused(RefusalCode.RoleNotPermitted);
    }

    private static Case Declined() => Brought.ToEligible(victim: false).On(Brought.Signing).Given(Brought.Offer(), new OfferCommand.DeclineOffer())
        .Given(new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 3, 5)));
}
