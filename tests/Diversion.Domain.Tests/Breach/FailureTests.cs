using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

public sealed class FailureTests
{
    [Fact]
    public void The_first_failure_warns_the_second_warns_finally_the_third_proposes()
    {
        var active = Brought.ToActive().When(Failure(1));
        active.Then(
            new BreachEvent.FailureRecorded("f-1", null, FailureKind.Other, active.Now, active.Now),
            new BreachEvent.WarningIssued(1, WarningLevel.First, "f-1", active.Now, "worker-1", Role.KeyWorker),
            new TellingEvent.PersonToBeTold(
                "warning-1", NewsKind.Warning, 1, active.Now, Addressee.KeyWorker, active.Owed("person/warning-1").Deadline));

        active.Tell("warning-1").When(Failure(2));
        Assert.Equal(WarningLevel.Final, active.Then<BreachEvent.WarningIssued>().Level);

        active.Tell("warning-2").When(Failure(3)).Is(AgreementStatus.BreachReview);
        active.ThenNo<BreachEvent.WarningIssued>();
        Assert.Equal(BreachCause.UnexcusedFailures, active.State.Breach!.Cause);
    }

    [Fact]
    public void Failures_count_across_conditions()
    {
        var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation(), Brought.Pathway()).Started()
            .Meeting("supervision", "m-1", "2026-03-06 14:00", Domain.Appointments.Attendance.MissedUnacceptable).Tell("warning-1")
            .Meeting("reparation", "s-1", "2026-03-07 09:00", Domain.Appointments.Attendance.MissedUnacceptable).Tell("warning-2")
            .When(new PathwayCommand.ClosePathway("pathway", false, FailureCause.Participant));

        active.Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void The_same_failure_twice_changes_nothing() => Brought.ToActive().Given(Failure(1)).When(Failure(1)).ThenNothing();

    [Fact]
    public void A_withdrawn_warning_does_not_count()
    {
        var active = Brought.ToActive().Given(Failure(1)).Tell("warning-1").Given(Failure(2), new BreachCommand.WithdrawWarning(1)).Tell("warning-2");
        active.When(new BreachCommand.WithdrawWarning(1)).ThenNothing();
        active.When(new BreachCommand.WithdrawWarning(3)).Refused(RefusalCode.WarningUnknown);

        active.When(Failure(3)).Is(AgreementStatus.Active);
        Assert.Equal(WarningLevel.Final, active.Then<BreachEvent.WarningIssued>().Level);
        active.Tell("warning-3").Given(Failure(4)).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void A_warning_is_withdrawn_with_a_reason()
    {
        var active = Brought.ToActive().When(Failure(1));

        var decision = Agreement.Decide(active.State, new BreachCommand.WithdrawWarning(1) { By = People.Worker, At = active.Now }, active.RulesInForce);

        Assert.Equal(RefusalCode.ReasonMissing, decision.Refusal!.Code);
    }

    [Fact]
    public void Violence_is_proposed_at_once_and_the_same_incident_once()
    {
        var active = Brought.ToActive().On("2026-03-10").When(new BreachCommand.RecordViolence("v-1", new LocalDate(2026, 3, 9))).Is(AgreementStatus.BreachReview);
        Assert.Equal(BreachCause.Violence, active.State.Breach!.Cause);

        active.Given(new BreachCommand.DecideBreach(BreachDecision.Continue));
        active.When(new BreachCommand.RecordViolence("v-1", new LocalDate(2026, 3, 9))).ThenNothing();
        active.When(new BreachCommand.RecordViolence("v-2", new LocalDate(2026, 3, 11))).Refused(RefusalCode.DateInFuture);
        active.When(new BreachCommand.RecordViolence("v-2", new LocalDate(2026, 3, 4))).Refused(RefusalCode.DateTooOld);
    }

    [Fact]
    public void The_steps_are_figures_of_the_scheme()
    {
        var lenient = Brought.ToActive(Shipped.With("breach.proposeAt=4", "breach.finalWarningAt=3", "breach.firstWarningAt=2"));

        lenient.When(Failure(1));
        Assert.Empty(lenient.State.Warnings);
        lenient.On("2026-03-06").When(Failure(2));
        Assert.Equal(WarningLevel.First, Assert.Single(lenient.State.Warnings).Level);
        lenient.Tell("warning-1").When(Failure(3));
        Assert.Equal(WarningLevel.Final, lenient.State.Warnings[^1].Level);
        lenient.Tell("warning-2").Given(Failure(4)).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void A_failure_of_a_condition_that_is_not_there_is_refused() =>
        Brought.ToActive().When(new BreachCommand.RecordFailure("f-1", "supervision")).Refused(RefusalCode.ConditionUnknown);

    private static BreachCommand.RecordFailure Failure(int number) => new($"f-{number}");
}
