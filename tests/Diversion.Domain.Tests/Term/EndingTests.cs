using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

public sealed class EndingTests
{
    [Fact]
    public void An_agreement_whose_conditions_are_kept_completes_when_its_last_day_is_over()
    {
        var active = Brought.ToActive().Until("2026-07-05 23:59").Is(AgreementStatus.Active);

        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
        Assert.Equal(Case.Time(Brought.AfterTheTerm), active.State.EndedAt);
    }

    [Fact]
    public void With_records_missing_there_are_five_working_days_to_settle()
    {
        var concluding = Brought.ToConcluding();

        Assert.Equal(Case.Time("2026-07-10 17:00"), concluding.State.Term!.ConcludingUntil);
        Assert.Contains("pathway", Assert.Single(concluding.All<TermEvent.ConcludingBegan>()).Open);
    }

    [Fact]
    public void Settling_the_last_record_completes_it()
    {
        var concluding = Brought.ToActive(Brought.Pathway()).Started()
            .Given(new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, 8)).Until("2026-07-08").Is(AgreementStatus.Concluding);

        concluding.Given(new PathwayCommand.ClosePathway("pathway", true)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void An_unsettled_agreement_comes_back_to_a_lead_until_it_is_settled()
    {
        var concluding = Brought.ToConcluding().Until("2026-07-13").Is(AgreementStatus.Concluding);
        concluding.Given(new TermCommand.AcknowledgeAlert(Assert.Single(concluding.State.Alerts).Id));

        concluding.Until("2026-08-01").Is(AgreementStatus.Concluding);

        Assert.Equal(AlertKind.RecordsMissingAfterEnd, Assert.Single(concluding.State.Alerts).Kind);
        Assert.NotNull(Agreement.NextDue(concluding.State));
        concluding.When(new TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Completed);
        Assert.Equal(AlertKind.ExitPlanMissing, Assert.Single(concluding.State.Alerts).Kind);
    }

    [Fact]
    public void A_condition_that_the_person_failed_is_proposed_when_concluding_is_over()
    {
        var concluding = Brought.ToActive(Brought.Pathway()).Given(new TermCommand.FailCondition("pathway", FailureCause.Participant)).Until("2026-07-10 17:00");

        concluding.Is(AgreementStatus.BreachReview);
        Assert.Equal((BreachCause.ConditionsNotKept, "clock"), (concluding.State.Breach!.Cause, concluding.State.Breach.ProposerId));
    }

    [Fact]
    public void After_an_outage_there_is_still_the_full_time_to_settle()
    {
        var late = Brought.ToActive(Brought.Pathway()).OutUntil("2026-07-20 11:00").Is(AgreementStatus.Concluding);

        Assert.Equal(Case.Time("2026-07-24 17:00"), late.State.Term!.ConcludingUntil);
    }

    [Fact]
    public void A_record_that_is_written_down_while_concluding_completes_it()
    {
        var active = Brought.ToActive(Brought.Reparation()).Given(
            new AppointmentCommand.ScheduleAppointment("reparation", "s-1", Case.Time("2026-07-03 08:00"), 600),
            new AppointmentCommand.ScheduleAppointment("reparation", "s-2", Case.Time("2026-07-04 08:00"), 600)).Until("2026-07-07");

        active.Is(AgreementStatus.Concluding).Given(
            new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended),
            new AppointmentCommand.RecordAttendance("reparation", "s-2", Attendance.Attended));

        active.Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Every_kind_of_condition_left_open_can_be_waived_to_completion()
    {
        var concluding = Brought.ToActive(Brought.Five()).Fitted().Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        foreach (var condition in concluding.State.Conditions.Where(condition => !condition.IsSatisfied))
        {
            concluding.Is(AgreementStatus.Concluding).Given(new TermCommand.WaiveCondition(condition.Id));
        }

        concluding.Is(AgreementStatus.Completed);
    }

    [Theory]
    [InlineData(FailureCause.Participant)]
    [InlineData(FailureCause.Service)]
    public void Every_kind_of_condition_that_failed_can_be_waived_to_completion(FailureCause cause)
    {
        foreach (var terms in Brought.Five())
        {
            var active = Brought.ToActive(terms);
            var id = active.State.Conditions[1].Id;
            active.Given(new TermCommand.FailCondition(id, cause)).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

            active.Given(new TermCommand.WaiveCondition(id)).Is(AgreementStatus.Completed);
        }
    }

    [Fact]
    public void A_blocked_condition_is_settled_by_its_waiver_while_concluding()
    {
        var active = Brought.ToActive(Brought.RestorativeJustice()).Given(new RestorativeJusticeCommand.RecordVictimWithdrawal("restorative-justice"))
            .Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        active.Given(new TermCommand.WaiveCondition("restorative-justice")).Is(AgreementStatus.Completed);
    }

    [Theory]
    [InlineData(DiscontinuationCause.Moved)]
    [InlineData(DiscontinuationCause.Died)]
    [InlineData(DiscontinuationCause.FoundIneligible)]
    [InlineData(DiscontinuationCause.ConsentWithdrawn)]
    public void It_is_discontinued_without_fault_with_a_reason(DiscontinuationCause cause)
    {
        var ended = Brought.ToActive(Brought.Five()).When(new TermCommand.Discontinue(cause)).Is(AgreementStatus.Discontinued);

        Assert.Equal(cause, ended.Then<TermEvent.AgreementDiscontinued>().Cause);
        Assert.All(ended.State.Obligations, open => Assert.True(open.AfterEnd));
    }

    [Fact]
    public void It_is_discontinued_under_review_and_while_concluding_too()
    {
        Brought.ToBreachReview().Given(new TermCommand.Discontinue(DiscontinuationCause.Died)).Is(AgreementStatus.Discontinued);
        Brought.ToConcluding().When(new TermCommand.Discontinue(DiscontinuationCause.Died)).Is(AgreementStatus.Discontinued);
    }

    [Fact]
    public void A_terminal_status_is_final_and_late_commands_say_so()
    {
        foreach (var bring in Brought.EachEnding())
        {
            var ended = bring();
            var status = ended.Status;
            foreach (var command in Samples.EachCommand().Where(command => 
                !command.AfterEnd && command is not Domain.Referral.ReferralCommand.Refer && Domain.Term.LateNews.In(ended.State, command) is null))
            {
                Assert.Contains("Nothing was changed", ended.When(command).Refused(RefusalCode.AgreementEnded).Message, StringComparison.Ordinal);
            }

            ended.Is(status);
        }
    }

    [Fact]
    public void Late_timers_against_an_ended_agreement_change_no_status()
    {
        foreach (var bring in Brought.EachEnding())
        {
            var ended = bring();
            var status = ended.Status;
            var at = ended.State.EndedAt;

            ended.OutUntil("2030-01-01");

            Assert.Equal((status, at), (ended.Status, ended.State.EndedAt));
            Assert.Null(Agreement.NextDue(ended.State));
        }
    }
}
