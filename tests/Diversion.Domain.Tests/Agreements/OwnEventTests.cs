using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Agreements;

/// <summary>A reason belongs to the decision that it was given for, never to what followed by rule.</summary>
public sealed class OwnEventTests
{
    [Fact]
    public void The_excuse_of_the_last_period_is_not_the_reason_of_the_completion()
    {
        var concluding = Brought.ToActive(Brought.Supervision()).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);
        AgreementCommand last = new TermCommand.AddNote("-");
        while (concluding.Status == AgreementStatus.Concluding)
        {
            last = new SupervisionCommand.ExcusePeriod("supervision", concluding.Condition<SupervisionCondition>().Unsettled[0].Number);
            concluding.Given(last);
        }

        Assert.Equal(AgreementStatus.Completed, concluding.Status);
        Assert.Equal([typeof(SupervisionEvent.PeriodExcused)], Own(last, concluding.Events));
    }

    [Fact]
    public void A_warning_and_a_proposal_by_the_ladder_are_not_what_the_worker_decided()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-04-01");
        var failure = new BreachCommand.RecordFailure("f-1");
        Assert.Equal([typeof(BreachEvent.FailureRecorded)], Own(failure, active.Given(failure).Events));

        var violence = new BreachCommand.RecordViolence("v-1", new LocalDate(2026, 4, 1));
        active.When(violence).Then<BreachEvent.BreachProposed>();
        Assert.Equal([typeof(BreachEvent.ViolenceRecorded)], Own(violence, active.Events));
    }

    [Fact]
    public void A_decided_breach_is_one_decision_with_all_that_the_lead_decided_in_it()
    {
        var confirm = new BreachCommand.DecideBreach(BreachDecision.Confirm);
        Assert.Equal([typeof(BreachEvent.BreachDecided), typeof(BreachEvent.AgreementBreached)], Own(confirm, Proposed().Heard().Given(confirm).Events));

        var goOn = new BreachCommand.DecideBreach(BreachDecision.Continue);
        Assert.Equal([typeof(BreachEvent.BreachDecided), typeof(BreachEvent.WarningIssued)], Own(goOn, Proposed().Given(goOn).Events));

        var vary = new BreachCommand.DecideBreach(BreachDecision.Vary, Remove: ["supervision"], ParticipantAgreed: true);
        Assert.Equal(
            [typeof(BreachEvent.BreachDecided), typeof(ConditionEvent.ConditionWaived), typeof(TermEvent.AgreementVaried)], Own(vary, Proposed().When(vary).Events));
    }

    [Fact]
    public void Time_decides_nothing()
    {
        var concluding = Brought.ToActive().Until(Brought.AfterTheTerm);
        Assert.Empty(Own(new TimePassed(), concluding.History));
    }

    private static Case Proposed() => Brought.ToActive(Brought.Supervision()).On("2026-04-01").Given(new BreachCommand.ProposeBreach());

    private static Type[] Own(AgreementCommand command, IReadOnlyList<AgreementEvent> events) =>
        [.. events.Where((happened, place) => command.IsOwn(happened, place)).Select(happened => happened.GetType())];
}
