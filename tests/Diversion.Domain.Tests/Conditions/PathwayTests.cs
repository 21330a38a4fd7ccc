using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

public sealed class PathwayTests
{
    [Fact]
    public void The_referral_is_sent_in_5_working_days_and_accepted_in_15()
    {
        var active = Brought.ToActive(Brought.Pathway());

        Assert.Equal(Case.Time("2026-03-12 17:00"), active.Owed("pathway/referral").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-26 17:00"), active.Owed("pathway/acceptance").Deadline.Due);
        Assert.Equal(Addressee.Provider, active.Owed("pathway/acceptance").Owner);
    }

    [Fact]
    public void Sending_and_accepting_settle_them()
    {
        var active = Brought.ToActive(Brought.Pathway());

        active.When(new PathwayCommand.AcceptPathwayReferral("pathway")).Refused(RefusalCode.ConditionNotReady);
        active.Given(new PathwayCommand.SendPathwayReferral("pathway")).OwesNo("pathway/referral");
        active.When(new PathwayCommand.SendPathwayReferral("pathway")).ThenNothing();
        active.When(new PathwayCommand.AcceptPathwayReferral("pathway")).OwesNo("pathway/acceptance");
        Assert.Equal(ConditionStatus.InProgress, active.Condition<PathwayCondition>().Status);
    }

    [Fact]
    public void A_provider_who_declines_is_never_the_persons_failure_and_another_is_asked()
    {
        var active = Brought.ToActive(Brought.Pathway()).On("2026-03-10").Given(
            new PathwayCommand.SendPathwayReferral("pathway"))
            .When(new PathwayCommand.DeclinePathwayReferral("pathway"));

        Assert.Empty(active.State.Failures);
        Assert.Equal(Case.Time("2026-03-17 17:00"), active.Owed("pathway/referral").Deadline.Due);
        active.When(new PathwayCommand.SendPathwayReferral("pathway", "Shoreline"));
        Assert.Equal("Shoreline", active.Condition<PathwayCondition>().Provider);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void An_assessment_is_0_to_10(int score) =>
        Brought.ToActive(Brought.Pathway()).Started()
            .When(new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, score)).Refused(RefusalCode.ValueOutOfRange);

    [Fact]
    public void The_end_assessment_comes_after_the_start()
    {
        var active = Brought.ToActive(Brought.Pathway()).Given(
            new PathwayCommand.SendPathwayReferral("pathway"), new PathwayCommand.AcceptPathwayReferral("pathway"));

        active.When(new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, 8)).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void It_is_kept_when_the_provider_closes_it_as_completed_with_both_assessments()
    {
        var active = Brought.ToActive(Brought.Pathway()).Started();
        active.When(new PathwayCommand.ClosePathway("pathway", true)).Refused(RefusalCode.ConditionNotReady);

        active.Given(new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, 8)).When(new PathwayCommand.ClosePathway("pathway", true), People.Provider);

        Assert.Equal(ConditionStatus.Kept, active.Condition<PathwayCondition>().Status);
        Assert.Equal((3, 8), (active.Condition<PathwayCondition>().StartScore, active.Condition<PathwayCondition>().EndScore));
    }

    [Fact]
    public void It_is_not_closed_as_completed_over_an_open_session()
    {
        var active = Brought.ToActive(Brought.Pathway()).Started().Given(
            new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.End, 8),
            new AppointmentCommand.ScheduleAppointment("pathway", "s-1", Case.Time("2026-03-12 09:00"), 60));

        active.When(new PathwayCommand.ClosePathway("pathway", true)).Refused(RefusalCode.ConditionNotReady);
        active.Given(new AppointmentCommand.RecordAttendance("pathway", "s-1", Attendance.CancelledByService), new PathwayCommand.ClosePathway("pathway", true));
    }

    [Fact]
    public void Closed_as_the_persons_failure_it_counts_and_a_lead_settles_it()
    {
        var active = Brought.ToActive(Brought.Pathway()).Started();
        active.When(new PathwayCommand.ClosePathway("pathway", false)).Refused(RefusalCode.TextMissing);

        active.When(new PathwayCommand.ClosePathway("pathway", false, FailureCause.Participant));

        Assert.Equal("condition/pathway", Assert.Single(active.State.Failures).Id);
        Assert.Equal(Case.Time("2026-03-12 17:00"), active.Owed("settle/pathway").Deadline.Due);
        active.Until("2026-07-10 17:00").Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void Closed_as_the_services_failure_it_never_counts()
    {
        var active = Brought.ToActive(Brought.Pathway()).Started().When(new PathwayCommand.ClosePathway("pathway", false, FailureCause.Service));

        Assert.Empty(active.State.Failures);
        active.Until("2026-07-20").Is(AgreementStatus.Concluding);
        active.Given(new TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Two_pathways_run_beside_each_other_under_their_own_ids()
    {
        var active = Brought.ToActive(Brought.Pathway(PathwayKind.Health), Brought.Pathway(PathwayKind.Accommodation)).Started("pathway-2");

        Assert.Equal(["pathway", "pathway-2"], active.State.Conditions.OfType<PathwayCondition>().Select(pathway => pathway.Id));
        Assert.NotNull(active.Owed("pathway/referral"));
        active.OwesNo("pathway-2/referral");
    }
}
