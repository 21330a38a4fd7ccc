using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

/// <summary>
/// The proposer of a breach doesn't decide it by another route, and a warning is withdrawn by the person who gave it or by
/// a lead.
/// </summary>
public sealed class ProposerTests
{
    public static TheoryData<string> Ways => ["discontinue", "vary", "extend", "waive", "substitute", "fail", "close-pathway", "decide"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void While_a_breach_waits_its_proposer_cannot_avoid_the_decision(string way)
    {
        var review = Brought.ToActive(Brought.Supervision(), Brought.Pathway()).Started().When(new BreachCommand.ProposeBreach(), People.Lead);

        review.When(Command(way), People.Lead).Refused(RefusalCode.BreachDeciderIsProposer);
    }

    [Theory]
    [InlineData("discontinue")]
    [InlineData("vary")]
    [InlineData("waive")]
    [InlineData("substitute")]
    [InlineData("fail")]
    [InlineData("close-pathway")]
    public void Another_lead_may(string way)
    {
        var review = Brought.ToActive(Brought.Supervision(), Brought.Pathway()).Started().When(new BreachCommand.ProposeBreach(), People.Lead);

        review.When(Command(way), People.OtherLead);

        Assert.Null(review.Refusal);
    }

    [Fact]
    public void A_key_worker_who_proposed_it_fails_no_condition()
    {
        var review = Brought.ToActive(Brought.Supervision()).When(new BreachCommand.ProposeBreach(), People.Worker);

        review.When(Command("fail"), People.Worker).Refused(RefusalCode.BreachDeciderIsProposer);
    }

    [Fact]
    public void Once_it_is_decided_they_may_again()
    {
        var active = Brought.ToActive(Brought.Supervision()).When(new BreachCommand.ProposeBreach(), People.Lead)
            .When(new BreachCommand.DecideBreach(BreachDecision.Continue), People.OtherLead);

        active.When(Command("waive"), People.Lead);

        Assert.Null(active.Refusal);
    }

    [Fact]
    public void A_key_worker_does_not_withdraw_a_leads_final_warning()
    {
        var active = Brought.ToBreachReview().Given(new BreachCommand.DecideBreach(BreachDecision.Continue));

        active.When(new BreachCommand.WithdrawWarning(1), People.Worker).Refused(RefusalCode.WarningGivenByAnother);
        active.When(new BreachCommand.WithdrawWarning(1), People.OtherLead).Then(new BreachEvent.WarningWithdrawn(1));
    }

    [Fact]
    public void The_person_who_gave_a_warning_withdraws_it_and_no_colleague()
    {
        var colleague = People.Worker with { Id = "worker-2" };
        var active = Brought.ToActive().When(new BreachCommand.RecordFailure("f-1"), colleague);

        active.When(new BreachCommand.WithdrawWarning(1), People.Worker).Refused(RefusalCode.WarningGivenByAnother);
        active.When(new BreachCommand.WithdrawWarning(1), colleague).Then(new BreachEvent.WarningWithdrawn(1));
    }

    [Fact]
    public void A_warning_caused_by_a_timer_or_a_provider_is_withdrawn_by_the_key_worker_on_the_case()
    {
        var timed = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Domain.Appointments.Attendance.EvidenceAwaited).Until("2026-03-20");
        Assert.Equal(Role.Clock, Assert.Single(timed.State.Warnings).GivenByRole);
        timed.When(new BreachCommand.WithdrawWarning(1), People.Worker with { Id = "worker-2" }).Refused(RefusalCode.WarningGivenByAnother);
        timed.When(new BreachCommand.WithdrawWarning(1), People.Worker).Then(new BreachEvent.WarningWithdrawn(1));

        var closed = Brought.ToActive(Brought.Pathway()).Started().When(new PathwayCommand.ClosePathway("pathway", false, FailureCause.Participant), People.Provider);
        closed.When(new BreachCommand.WithdrawWarning(1), People.Worker);
        Assert.NotEmpty(closed.Events);
    }

    private static AgreementCommand Command(string way) => way switch
    {
        "discontinue" => new TermCommand.Discontinue(DiscontinuationCause.Other),
        "vary" => new TermCommand.VaryAgreement(Remove: ["supervision"], ParticipantAgreed: true),
        "extend" => new TermCommand.ExtendTerm(new LocalDate(2026, 7, 10), true),
        "waive" => new TermCommand.WaiveCondition("supervision"),
        "substitute" => new TermCommand.SubstituteCondition("supervision", Brought.Reparation(), true),
        "fail" => new TermCommand.FailCondition("supervision", FailureCause.Service),
        "close-pathway" => new PathwayCommand.ClosePathway("pathway", false, FailureCause.Service),
        _ => new BreachCommand.DecideBreach(BreachDecision.Confirm),
    };
}
