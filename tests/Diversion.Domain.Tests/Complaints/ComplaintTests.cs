using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Complaints;

/// <summary>A complaint has deadlines of its own: made on Monday 16 March 2026 at noon, it is acknowledged in 10 working days and answered in 30.</summary>
public sealed class ComplaintTests
{
    private static readonly Instant Made = Case.Time("2026-03-16 12:00");

    [Fact]
    public void It_is_acknowledged_and_answered_in_time_by_the_team_manager()
    {
        var complained = Complained();

        var made = complained.Then<ComplaintEvent.ComplaintMade>();
        Assert.Equal((Case.Time("2026-03-30 17:00"), Case.Time("2026-04-29 17:00")), (made.Acknowledge.Due, made.Answer.Due));
        Assert.Equal((Addressee.TeamManager, new CommandSubject(Item: "1")), complained.Owed("complaint/answer/1") is var open ? (open.Owner, open.About()) : default);
        Assert.Equal(Addressee.TeamManager, complained.Owed("complaint/acknowledge/1").Owner);
        Assert.Empty(complained.State.Alerts);
    }

    [Fact]
    public void The_times_are_the_schemes()
    {
        var made = Complained(Brought.ToActive(Shipped.With("complaint.acknowledgeWorkingDays=2", "complaint.answerWorkingDays=3"))).Then<ComplaintEvent.ComplaintMade>();

        Assert.Equal((Case.Time("2026-03-18 17:00"), Case.Time("2026-03-19 17:00")), (made.Acknowledge.Due, made.Answer.Due));
    }

    [Fact]
    public void One_about_the_team_manager_goes_to_a_lead_at_once()
    {
        var complained = Complained(about: ComplaintAbout.TeamManager);

        Assert.Equal(Addressee.ProgrammeLead, complained.Owed("complaint/answer/1").Owner);
        Assert.Equal("complaint-1", Assert.Single(complained.State.Alerts, alert => alert.Kind == AlertKind.ComplaintForLead).Subject);
        complained.When(Acknowledge(), People.Manager).Refused(RefusalCode.ComplaintAboutYou);
        Assert.Empty(complained.When(Acknowledge(), People.Lead).State.Alerts);
    }

    [Fact]
    public void Whom_it_is_about_does_not_answer_it()
    {
        var manager = People.Manager with { Id = People.KeyWorker.Id };

        Complained(about: ComplaintAbout.KeyWorker).When(Answer(), manager).Refused(RefusalCode.ComplaintAboutYou);
        Complained(about: ComplaintAbout.PoliceOfficer).When(Answer(), People.Sergeant with { Id = People.ReferringOfficer.Id }).Refused(RefusalCode.ComplaintAboutYou);
        Complained(about: ComplaintAbout.KeyWorker).When(Answer(), People.Manager).Then<ComplaintEvent.ComplaintAnswered>();
    }

    [Fact]
    public void Nobody_who_decided_in_the_case_answers_a_complaint_about_a_decision()
    {
        var decided = Brought.ToBreachReview().Given(new Domain.Breach.BreachCommand.DecideBreach(Domain.Breach.BreachDecision.Continue) { By = People.OtherLead }).On("2026-03-16 12:00");
        var complained = Complained(decided, ComplaintAbout.Decision);

        complained.When(Answer(), People.OtherLead).Refused(RefusalCode.ComplaintAboutYou);
        complained.When(Acknowledge(), People.OtherLead).Refused(RefusalCode.ComplaintAboutYou);
        complained.When(new ComplaintCommand.WithdrawComplaint(1), People.OtherLead).Refused(RefusalCode.ComplaintAboutYou);
        complained.When(Answer(), People.Lead).Then<ComplaintEvent.ComplaintAnswered>();
    }

    [Fact]
    public void Nobody_answers_one_about_a_decision_who_gave_a_warning_or_decided_on_it()
    {
        var contested = Complained(
            Brought.ToActive().On("2026-03-16 12:00").Given(
                new Domain.Breach.BreachCommand.RecordFailure("f-1") { By = People.Manager },
                new TellingCommand.TellPerson("warning-1", ToldHow.InPerson, Made),
                new TellingCommand.RecordAnswer("warning-1", AnsweredHow.InPerson, Made, "I was there."),
                new Domain.Breach.BreachCommand.DecideContest("warning-1", Domain.Breach.ContestDecision.Upheld) { By = People.Sergeant }),
            ComplaintAbout.Decision);

        contested.When(Answer(), People.Manager).Refused(RefusalCode.ComplaintAboutYou);
        contested.When(Answer(), People.Sergeant).Refused(RefusalCode.ComplaintAboutYou);
        contested.When(Answer(), People.Lead).Then<ComplaintEvent.ComplaintAnswered>();
    }

    [Fact]
    public void Acknowledged_it_still_waits_for_an_answer()
    {
        var acknowledged = Complained().When(Acknowledge(), People.Manager);

        Assert.Equal("Max Manager", acknowledged.OwesNo("complaint/acknowledge/1").State.Complaints[0].Acknowledged!.By);
        acknowledged.Owed("complaint/answer/1");
        acknowledged.When(Acknowledge(), People.Manager).ThenNothing();
        acknowledged.When(Acknowledge() with { How = ToldHow.Text }, People.Manager).Refused(RefusalCode.ComplaintSettled);
    }

    [Fact]
    public void An_answer_closes_it()
    {
        var answered = Complained().When(Answer(), People.Manager).OwesNo("complaint/acknowledge/1").OwesNo("complaint/answer/1");

        Assert.Equal((ComplaintResult.PartlyUpheld, false), (answered.State.Complaints[0].Result, answered.State.Complaints[0].IsOpen));
        answered.When(Answer(), People.Manager).ThenNothing();
        answered.When(Answer() with { Result = ComplaintResult.Upheld }, People.Manager).Refused(RefusalCode.ComplaintSettled);
        answered.When(new ComplaintCommand.WithdrawComplaint(1), People.Manager).Refused(RefusalCode.ComplaintSettled);
    }

    [Fact]
    public void One_that_is_not_pursued_is_chased_no_more()
    {
        var withdrawn = Complained().When(new ComplaintCommand.WithdrawComplaint(1), People.Manager).OwesNo("complaint/answer/1").OwesNo("complaint/acknowledge/1");

        withdrawn.When(new ComplaintCommand.WithdrawComplaint(1), People.Manager).ThenNothing();
        withdrawn.When(Answer(), People.Manager).Refused(RefusalCode.ComplaintSettled);
    }

    [Fact]
    public void Late_it_is_taken_up_the_ladder()
    {
        var late = Complained().Until("2026-04-08 17:00");

        Assert.Equal(
            [Addressee.TeamManager, Addressee.TeamManager, Addressee.ProgrammeLead],
            late.All<TermEvent.ObligationEscalated>().Where(told => told.Obligation == "complaint/acknowledge/1").Select(told => told.To).Take(3));
    }

    [Fact]
    public void It_outlives_the_agreement_and_may_come_after_it()
    {
        var ended = Complained().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved));
        ended.Owed("complaint/answer/1");
        ended.When(Answer(), People.Manager).OwesNo("complaint/answer/1");

        Assert.Equal(2, ended.When(Complaint() with { What = "And nobody told me that it is over." }, People.Worker).State.Complaints.Length);
    }

    [Fact]
    public void One_of_somebody_else_has_their_name()
    {
        var active = Brought.ToActive().On("2026-03-16 12:00");

        Assert.Equal("who", Assert.IsType<Refusal.Invalid>(active.When(Complaint() with { From = ComplaintFrom.ForPerson }, People.Worker).Refused(RefusalCode.TextMissing)).Field);
        Assert.Equal("J Smith, solicitor", active.When(Complaint() with { From = ComplaintFrom.ForPerson, Who = " J Smith, solicitor " }, People.Worker).State.Complaints[0].Who);
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        var active = Brought.ToActive().On("2026-03-16 12:00");

        active.When(Complaint() with { MadeAt = Case.Time("2026-03-17 12:00") }, People.Worker).Refused(RefusalCode.DateInFuture);
        active.When(Complaint() with { MadeAt = Case.Time("2025-03-17 12:00") }, People.Worker).Refused(RefusalCode.DateTooOld);
        active.When(Complaint() with { What = " " }, People.Worker).Refused(RefusalCode.TextMissing);
        active.When(Complaint() with { About = (ComplaintAbout)99 }, People.Worker).Refused(RefusalCode.ValueOutOfRange);
        active.When(Acknowledge(), People.Manager).Refused(RefusalCode.ComplaintUnknown);
        var complained = Complained();
        complained.When(Answer() with { ToldAt = Case.Time("2026-03-15 12:00") }, People.Manager).Refused(RefusalCode.ToldBeforeNews);
        complained.When(Answer() with { Result = ComplaintResult.Withdrawn }, People.Manager).Refused(RefusalCode.ValueOutOfRange);
        complained.When(Answer(), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        complained.When(Complaint(), People.Worker).ThenNothing();
    }

    private static Case Complained(Case? active = null, ComplaintAbout about = ComplaintAbout.SomethingElse) =>
        (active ?? Brought.ToActive()).On("2026-03-16 12:00").When(Complaint() with { About = about }, People.Worker);

    private static ComplaintCommand.RecordComplaint Complaint() =>
        new(ComplaintFrom.Person, AnsweredHow.Telephone, Made, ComplaintAbout.SomethingElse, "Nobody rings me back.");

    private static ComplaintCommand.AcknowledgeComplaint Acknowledge() => new(1, ToldHow.Letter, Made);

    private static ComplaintCommand.AnswerComplaint Answer() => new(1, ComplaintResult.PartlyUpheld, ToldHow.Letter, Made, "We rang too late, and changed how we do it.");
}
