using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Tests.Visits;

/// <summary>Appointments with services, booked from their free times. Referred on Monday 2 March 2026.</summary>
public sealed class VisitTests
{
    private static readonly Instant Thursday = Case.Time("2026-03-12 10:00");

    [Fact]
    public void Before_the_signing_an_officer_books_and_is_asked_whether_the_person_came()
    {
        var booked = Brought.ToEligible(victim: false).When(Book(Thursday), People.Officer);
        Assert.Equal(new Visit(1, new ServiceRef("housing", "Supported housing"), "Harbour", Thursday, 30, "1 High Street", People.Officer.Name), booked.State.Visits.Single());
        var owed = booked.Owed("visit/1");
        Assert.Equal((Case.Time("2026-03-16 17:00"), Addressee.PoliceOfficer, new CommandSubject(Item: "1")), (owed.Deadline.Due, owed.Owner, owed.About()));
        booked.When(Book(Thursday), People.Officer).ThenNothing();

        var came = booked.On(Thursday).When(new VisitCommand.RecordVisit(1, true), People.Worker);
        came.OwesNo("visit/1");
        came.When(new VisitCommand.RecordVisit(1, true), People.Worker).ThenNothing();
        Assert.Equal(VisitStatus.DidNotCome, came.When(new VisitCommand.RecordVisit(1, false), People.Worker).State.Visits.Single().Status);
    }

    [Fact]
    public void Without_the_service_s_answer_nothing_is_booked_and_its_refusal_is_told()
    {
        var eligible = Brought.ToEligible(victim: false);
        eligible.When(new VisitCommand.BookVisit("housing", Thursday), People.Officer).Refused(RefusalCode.SlotUnknown);
        eligible.When(new VisitCommand.BookVisit("housing", Thursday).Without(new Refusal.WrongState(RefusalCode.SlotTaken, "Too late.")), People.Officer).Refused(RefusalCode.SlotTaken);
        eligible.When(Book(Case.Time("2026-03-02 09:00")), People.Officer).Refused(RefusalCode.DateInPast);
        eligible.When(new VisitCommand.BookVisit("../x", Thursday).AsExample(), People.Officer).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void Nobody_is_at_a_service_and_at_a_meeting_at_once()
    {
        var active = Brought.ToActive(Brought.Five());
        var booked = active.Given(Book(Thursday));
        booked.When(new AppointmentCommand.ScheduleAppointment("supervision", "m-9", Thursday + Duration.FromMinutes(15), 30), People.Worker).Refused(RefusalCode.AppointmentOverlaps);
        booked.When(new AppointmentCommand.ScheduleAppointment("supervision", "m-9", Thursday + Duration.FromMinutes(30), 30), People.Worker).Then<AppointmentEvent.AppointmentScheduled>();
        booked.When(Book(Thursday + Duration.FromMinutes(15)), People.Worker).Refused(RefusalCode.AppointmentOverlaps);

        var cancelled = booked.Given(new VisitCommand.CancelVisit(1) { By = People.Worker, Reason = "She is ill." });
        cancelled.OwesNo("visit/1");
        cancelled.When(new VisitCommand.CancelVisit(1) { Reason = "She is ill." }, People.Worker).ThenNothing();
        cancelled.When(new VisitCommand.RecordVisit(1, true), People.Worker).Refused(RefusalCode.AppointmentSettled);
        Assert.Equal(2, cancelled.When(Book(Thursday), People.Worker).State.Visits[^1].Number);
    }

    [Fact]
    public void What_has_begun_is_not_cancelled_and_what_is_to_come_has_no_outcome()
    {
        var booked = Brought.ToActive(Brought.Five()).Given(Book(Thursday));
        booked.When(new VisitCommand.RecordVisit(1, true), People.Worker).Refused(RefusalCode.AppointmentNotYet);
        booked.When(new VisitCommand.CancelVisit(2) { Reason = "Ill." }, People.Worker).Refused(RefusalCode.AppointmentUnknown);
        booked.On(Thursday).When(new VisitCommand.CancelVisit(1) { Reason = "Ill." }, People.Worker).Refused(RefusalCode.AppointmentBegun);
    }

    [Fact]
    public void Not_coming_counts_nothing_and_coming_ends_the_plan_of_attempts()
    {
        var missed = Brought.ToActive(Brought.Five()).Given(Book(Thursday)).On(Thursday).When(new VisitCommand.RecordVisit(1, false), People.Worker);
        Assert.Equal([typeof(VisitEvent.VisitRecorded)], missed.Events.Select(happened => happened.GetType()));
        Assert.Empty(missed.State.Failures);

        var referred = Brought.ToActive(Brought.Five()).Given(
            new PathwayCommand.SendPathwayReferral("pathway") { Reach = true, Service = new ServiceRef("housing", "Supported housing") }, Book(Thursday));
        Assert.True(referred.State.HasObligation("pathway/contact"));
        var came = referred.On(Thursday).When(new VisitCommand.RecordVisit(1, true), People.Worker);
        came.OwesNo("pathway/contact");
        Assert.True(came.State.Condition<PathwayCondition>("pathway").Reached);
    }

    private static VisitCommand.BookVisit Book(Instant at) =>
        new VisitCommand.BookVisit("housing", at).With(new BookedSlot(new ServiceRef("housing", "Supported housing"), "Harbour", at, 30, "1 High Street"));
}
