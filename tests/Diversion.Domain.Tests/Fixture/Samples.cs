using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>One well-formed command of every type; a test compares them with the catalogue.</summary>
internal static class Samples
{
    public static readonly LocalDate Day = new(2026, 3, 10);

    public static IEnumerable<AgreementCommand> EachCommand() =>
    [
        new TimePassed(),
        Brought.Refer(),
        new ReferralCommand.AmendReferral(People.Participant, People.Theft),
        new ReferralCommand.AddOffence(People.Theft with { CrimeNumber = "CRI/2" }),
        new ReferralCommand.CorrectOffence(2, People.Theft with { CrimeNumber = "CRI/1" }),
        new ReferralCommand.RemoveOffence(2),
        new ReferralCommand.ChangeContact(new ContactDetails(true, "2 New Street", Email: "robin@example.test", Phone: "07700 900982")),
        new ReferralCommand.RecordCircumstances(new Circumstances("Polish", true)),
        new ReferralCommand.RecordStaffRisk("Two people meet him."),
        new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false, "No concern."),
        new ReferralCommand.RecordFacts(Brought.CleanFacts),
        new ReferralCommand.RecordRisk("OASys", 48m, null, null),
        new ReferralCommand.OverrideRisk(Domain.Eligibility.RiskBand.Medium),
        new ReferralCommand.ApproveEligibility(),
        new ReferralCommand.FindNotEligible(),
        Trialled.Drawn(),
        new ReferralCommand.LeaveOutOfTrial(),
        new ReferralCommand.RecordCrossover(TrialArm.Control, Day),
        new ReferralCommand.RecordResearchConsent(true),
        new ReferralCommand.RecordNeeds([PathwayKind.Health]),
        new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, UnmetBecause.TooFar, "A nurse nearby."),
        new ReferralCommand.MeetUnmetNeed(1),
        new ReferralCommand.RecordSharingConsent(1, true),
        new ReferralCommand.RecordGoals(["A job"]),
        new VisitCommand.BookVisit("housing", Case.Time("2026-03-12 10:00")).AsExample(),
        new VisitCommand.CancelVisit(1),
        new VisitCommand.RecordVisit(1, true),
        new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, "c0de"),
        new OwnPageCommand.StopOwnPage(),
        new OwnPageCommand.OpenOwnPage("c0de", People.Participant.BornOn),
        new VictimCommand.RecordVictim(true, Name: "Val"),
        new VictimCommand.RemoveVictim { Victim = 2 },
        new VictimCommand.RecordVictimViews("None") { Victim = 1 },
        new VictimCommand.ReferVictimToSupport(ToldHow.Telephone) { Victim = 1 },
        new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter) { Victim = 1 },
        new VictimCommand.OptVictimOut { Victim = 1 },
        new VictimCommand.OptVictimIn { Victim = 1 },
        new VictimCommand.RecordVictimSatisfaction(true, 4, 5, 2) { Victim = 1 },
        new VictimCommand.RecordVictimRequest(VictimRequestKind.Complaint, "Why no charge?", "Sergeant Sam Stone") { Victim = 1 },
        new VictimCommand.AcknowledgeVictimRequest(1, ToldHow.Letter) { Victim = 1 },
        new VictimCommand.AnswerVictimRequest(1, VictimRequestOutcome.NotUpheld, "Inspector Evelyn Stone", ToldHow.Letter) { Victim = 1 },
        Brought.Offer(),
        new OfferCommand.WithdrawOffer(),
        new OfferCommand.DeclineOffer(),
        Brought.Sign(),
        new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 14:00"), 60),
        new AppointmentCommand.ScheduleSeries("supervision", [new("m-7", Case.Time("2026-03-19 14:00")), new("m-8", Case.Time("2026-03-26 14:00"))], 60),
        new AppointmentCommand.RescheduleAppointment("supervision", "m-1", "m-2", Case.Time("2026-03-13 14:00"), 60),
        new AppointmentCommand.RecordAbsenceNotice("supervision", "m-1", AnsweredHow.Telephone, Case.Time("2026-03-10 09:00"), "My child is ill."),
        new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.Attended),
        new AppointmentCommand.RecordEvidence("supervision", "m-1", true),
        new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.MissedAcceptable),
        new SupervisionCommand.ExcusePeriod("supervision", 1),
        new ReparationCommand.ArrangePlacement("reparation", "p-1", "Riverside clean-up", true, Day),
        new ReparationCommand.RecordVictimOnWork("reparation", true),
        new RestorativeJusticeCommand.RecordVictimContact("restorative-justice", Day),
        new RestorativeJusticeCommand.RecordVictimAnswer("restorative-justice", true),
        new RestorativeJusticeCommand.RecordVictimWithdrawal("restorative-justice"),
        new RestorativeJusticeCommand.RecordPreparation("restorative-justice", Day),
        new RestorativeJusticeCommand.RecordRestorativeOutcome("restorative-justice", RestorativeProcess.Letter, Day),
        new TagMonitoringCommand.RecordTagConsent("tag-monitoring"),
        new TagMonitoringCommand.WithdrawTagConsent("tag-monitoring"),
        new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-1", Day),
        new TagMonitoringCommand.ReceiveTagEvent("tag-monitoring", "e-1", TagEventKind.Tamper, Case.Time("2026-03-10 10:00")),
        new TagMonitoringCommand.ReviewTagEvent("tag-monitoring", "e-1", TagFinding.Explained),
        new TagMonitoringCommand.ConfirmTagRemoved("tag-monitoring", Day),
        new PathwayCommand.SendPathwayReferral("pathway"),
        new PathwayCommand.AcceptPathwayReferral("pathway"),
        new PathwayCommand.DeclinePathwayReferral("pathway"),
        new PathwayCommand.RecordContactAttempt("pathway", AttemptWay.Call, AttemptResult.NoAnswer, Case.Time("2026-03-10 11:00")),
        new PathwayCommand.DecideContact("pathway", ContactNext.TryAgain),
        new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.Start, 3),
        new PathwayCommand.ClosePathway("pathway", true),
        new CompensationCommand.RecordPayment("compensation", "p-1", "20.50", Day, "Receipt 7"),
        new CompensationCommand.TakeBackPayment("compensation", "p-1"),
        new ApologyCommand.RecordLetterWritten("letter-of-apology", Day),
        new ApologyCommand.CheckLetter("letter-of-apology", Day, true),
        new ApologyCommand.RecordLetterEnd("letter-of-apology", Day, LetterEnd.Kept),
        new CourseCommand.BookCourse("course", Day),
        new DonationCommand.RecordDonation("donation", Day, "Receipt 9"),
        new DonationCommand.TakeBackDonation("donation"),
        new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, Day),
        new NoReoffendingCommand.ReviewCustodyNotice("n-1"),
        new NoReoffendingCommand.SettleArrest("n-1"),
        new TermCommand.ChangeKeyWorker(People.KeyWorker, "Rings before he comes."),
        new TermCommand.RecordHandover(HandoverMeeting.WithPerson, Day, "Likes tea."),
        new TermCommand.CoverCase(People.CoveringWorker, Day.PlusDays(7)),
        new TermCommand.EndCover(),
        new TransferCommand.PassToTeam("South"),
        new TransferCommand.AcceptCase(People.SouthernWorker),
        new TransferCommand.DeclineCase(),
        new TransferCommand.StopPassing(),
        new TransferCommand.ArrangeCourtesySupervision("Northumbria Probation", "Nell North, 0191 498 0000", Day, Day.PlusDays(60), Day.PlusDays(14), "They meet him every week."),
        new TransferCommand.ReviewCourtesySupervision("He comes.", Day.PlusDays(28)),
        new TransferCommand.EndCourtesySupervision(),
        new TransferCommand.TransferOut("Northumbria Police", "Nell North"),
        new TransferCommand.TakeBack(),
        new TransferCommand.ConfirmTransfer("Nell North"),
        new TransferCommand.ReceiveTransfer("Durham", People.SouthernWorker, People.ReferringOfficer, People.RestorativeFacilitator, "Harbour", ["Harbour"], new string('a', 64)),
        new TermCommand.VaryAgreement([Brought.Supervision()], ParticipantAgreed: true),
        new TermCommand.TakeOffenceIn(People.Theft with { CrimeNumber = "CRI/3" }, true),
        new TermCommand.WaiveCondition("supervision"),
        new TermCommand.SubstituteCondition("supervision", Brought.Pathway(), true),
        new TermCommand.FailCondition("supervision", FailureCause.Service),
        new TermCommand.ExtendTerm(new LocalDate(2026, 7, 19), true),
        new TermCommand.Discontinue(DiscontinuationCause.Moved),
        new TermCommand.RecordCaseOutcome(Domain.Schemes.CaseResult.Charged, "1", Day),
        new TermCommand.AddNote("Called; no answer."),
        new TermCommand.ReadPartnerNotes("pathway"),
        new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Pdf, 2_048, new string('a', 64)),
        new DocumentCommand.RemoveDocument("p-1"),
        new TellingCommand.TellPerson("warning-1", ToldHow.Telephone, Case.Time("2026-03-10 10:00")),
        new TellingCommand.RecordAnswer("breach-proposed-1", AnsweredHow.InPerson, Case.Time("2026-03-10 10:00"), "I was ill."),
        new BreachCommand.RecordFailure("f-1"),
        new BreachCommand.RecordViolence("v-1", Day),
        new BreachCommand.WithdrawWarning(1),
        new BreachCommand.DecideContest("warning-1", ContestDecision.Upheld),
        new ComplaintCommand.RecordComplaint(ComplaintFrom.Person, AnsweredHow.Letter, Case.Time("2026-03-10 10:00"), ComplaintAbout.KeyWorker, "Nobody rings me back."),
        new ComplaintCommand.AcknowledgeComplaint(1, ToldHow.Letter, Case.Time("2026-03-10 11:00")),
        new ComplaintCommand.AnswerComplaint(1, ComplaintResult.Upheld, ToldHow.Letter, Case.Time("2026-03-10 11:00"), "We are sorry."),
        new ComplaintCommand.WithdrawComplaint(1),
        new DataRequestCommand.RecordAccessRequest(Day, "All of it."),
        new DataRequestCommand.RecordCorrectionRequest(Day, "I never lived there."),
        new DataRequestCommand.ExtendDataRequest(1),
        new DataRequestCommand.MarkPassage(1, "Val Example", MarkGround.AnotherPerson),
        new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Day, "By post."),
        new DataRequestCommand.AnswerCorrectionRequest(2, DataRequestResult.Corrected, Day, "The address."),
        new SupportCommand.MatchMentor(new StaffRef("provider-1", "Pat Provider"), "Harbour"),
        new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day),
        new SupportCommand.EndMentoring(1, MentoringEndCause.PersonSaysSo),
        new SupportCommand.OfferHealthCheck("Harbour"),
        new SupportCommand.AnswerHealthCheck(true),
        new SupportCommand.RecordHealthCheck(Day),
        new SupportCommand.ReferOnward(OnwardKind.Doctor, Day),
        new SupportCommand.RecordOnwardOutcome(1, OnwardOutcome.TakenUp),
        new ExitPlanCommand.PlanContinuation("Drop-in on Mondays", "Harbour, Jo"),
        new ExitPlanCommand.RemoveContinuation(1),
        new ExitPlanCommand.AgreeExitPlan(Day, "Kim Worker"),
        new ExitPlanCommand.RecordWarmHandover(1, Day, "Jo of Harbour"),
        new ExitPlanCommand.RecordFollowUpCall(4, CallResult.Reached, Day),
        new BreachCommand.ProposeBreach(),
        new BreachCommand.DecideBreach(BreachDecision.Continue),
        new FollowUpCommand.RecordReoffence("CRI/9", Day, ReoffenceOutcome.Open),
        new FollowUpCommand.RemoveReoffence(1),
        new FollowUpCommand.RecordSearch(Day),
        new FollowUpCommand.RecordDeparture(DepartureCause.MovedAbroad, Day),
        new FollowUpCommand.RemoveDeparture(),
        new FollowUpCommand.RecordCustodyTime(Day),
        new FollowUpCommand.RemoveCustodyTime(Day),
        new TermCommand.AcknowledgeAlert("alert-1"),
        new KeepingCommand.HoldRecord(HoldCause.Inquiry),
        new KeepingCommand.LiftHold(1),
        new KeepingCommand.KeepLonger(Day),
        new KeepingCommand.EraseRecord(ErasureGround.PersonAsked),
        new KeepingCommand.EndErasure(AgreementStatus.Completed, "digest"),
        new TermCommand.ReportUndelivered("message-1"),
    ];
}
