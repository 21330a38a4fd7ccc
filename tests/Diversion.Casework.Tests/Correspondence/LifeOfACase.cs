using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.DataRights;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>Cases that together send every mail and every notice there is.</summary>
internal static class LifeOfACase
{
    public static IReadOnlyList<OutgoingMessage> EveryMessage(Person? person = null) =>
    [
        .. Breached(person).AllSent,
        .. Completed(person).AllSent,
        .. Expired(person).AllSent,
        .. Reopened(person).AllSent,
        .. TakenBack(person).AllSent,
        .. HandedOver(person).AllSent,
        .. CannotCome(person).AllSent,
        .. Missed(3, person).Do(new BreachCommand.DecideBreach(BreachDecision.Continue), Role.ProgrammeLead, "lead-1").AllSent,
        .. new CaseFile().Referred(person).Eligible().Offered().Do(new OfferCommand.DeclineOffer(), Role.PoliceOfficer).AllSent,
        .. new CaseFile().Referred(person).Eligible().Offered().Until(CaseFile.At(CaseFile.Monday.PlusDays(9), 9)).AllSent,
        .. new CaseFile().Referred(person).Do(new ReferralCommand.FindNotEligible(), Role.PoliceOfficer).AllSent,
        .. new CaseFile().Referred(person).Do(new VictimCommand.RecordVictim(true, Name: "Verity Harmed"), Role.PoliceOfficer).Do(new VictimCommand.RecordVictim(true, Name: "Vera Harmed"), Role.PoliceOfficer)
            .Do(new ReferralCommand.FindNotEligible(), Role.PoliceOfficer).AllSent,
        .. new CaseFile().Referred(person, OffenceClass.SummaryOnly)
            .Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, CaseFile.Monday), Role.Feed)
            .Do(new ReferralCommand.FindNotEligible(), Role.PoliceOfficer)
            .Until(CaseFile.At(CaseFile.Monday.PlusMonths(7), 10)).AllSent,
    ];

    /// <summary>The person says on their own page that they cannot come.</summary>
    private static CaseFile CannotCome(Person? person) => new CaseFile().Referred(person).Eligible().Offered(new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision()).Signed()
        .Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 45), Role.KeyWorker, "kw-1")
        .Do(new AppointmentCommand.RecordAbsenceNotice("supervision", "m-1", AnsweredHow.WebForm, CaseFile.At(CaseFile.Monday, 10), "I am ill."), Role.Participant);

    /// <summary>Handed over, taken back, handed over again; and what the other programme sends.</summary>
    private static CaseFile HandedOver(Person? person) => new CaseFile().Referred(person).Eligible().Offered(new ConditionTerms.NoReoffending()).Signed()
        .Do(new TransferCommand.TransferOut("Northumbria Police", "Nell North"), Role.ProgrammeLead)
        .Do(new TransferCommand.TakeBack(), Role.ProgrammeLead)
        .Do(new TransferCommand.TransferOut("Northumbria Police", "Nell North"), Role.ProgrammeLead)
        .Do(new TransferCommand.ReceiveTransfer("Durham", CaseFile.OtherWorker, new StaffRef("po-9", "Oz Officer", "north", "olive@police.example"), null, null, [], "abc"), Role.ProgrammeLead);

    /// <summary>This many unexcused failures, one after the other.</summary>
    public static CaseFile Missed(int times, Person? person = null)
    {
        var file = new CaseFile().Referred(person).Eligible().Offered().Signed();
        for (var i = 1; i <= times; i++)
        {
            if (i > 1)
            {
                file.Told($"warning-{i - 1}");
            }

            file.Do(new BreachCommand.RecordFailure($"f-{i}"), Role.KeyWorker, "kw-1");
        }

        return file;
    }

    /// <summary>The hours that kept a condition were too many, and are corrected.</summary>
    public static CaseFile Reopened(Person? person = null)
    {
        var file = new CaseFile().Referred(person).Eligible().Offered(new ConditionTerms.NoReoffending(), new ConditionTerms.Reparation(18)).Signed();
        for (var day = 1; day <= 2; day++)
        {
            file.Do(new AppointmentCommand.ScheduleAppointment("reparation", $"s-{day}", CaseFile.At(CaseFile.Monday.PlusDays(day), 9), 540), Role.KeyWorker)
                .Until(CaseFile.At(CaseFile.Monday.PlusDays(day), 19))
                .Do(new AppointmentCommand.RecordAttendance("reparation", $"s-{day}", Attendance.Attended), Role.KeyWorker);
        }

        return file.Do(new AppointmentCommand.CorrectAttendance("reparation", "s-2", Attendance.Attended, 60), Role.KeyWorker);
    }

    /// <summary>A missed meeting brought a warning, which the person contests, and the outcome is corrected.</summary>
    public static CaseFile TakenBack(Person? person = null)
    {
        var file = new CaseFile().Referred(person).Eligible().Offered().Signed()
            .Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 45, "Gilesgate House"), Role.KeyWorker)
            .Until(CaseFile.At(CaseFile.Monday.PlusDays(3), 15))
            .Do(new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.MissedUnacceptable), Role.KeyWorker);
        return file.Do(new TellingCommand.RecordAnswer("warning-1", AnsweredHow.Telephone, file.Now, "I was there."), Role.KeyWorker)
            .Do(new ComplaintCommand.RecordComplaint(ComplaintFrom.Person, AnsweredHow.Telephone, file.Now, ComplaintAbout.KeyWorker, "Nobody listened."), Role.KeyWorker)
            .Do(new ComplaintCommand.AcknowledgeComplaint(1, ToldHow.Telephone, file.Now), Role.ProgrammeLead)
            .Do(new ComplaintCommand.AnswerComplaint(1, ComplaintResult.Upheld, ToldHow.Telephone, file.Now, "We are sorry."), Role.ProgrammeLead)
            .Do(new PathwayCommand.SendPathwayReferral("pathway"), Role.KeyWorker)
            .Do(new PathwayCommand.RecordContactAttempt("pathway", AttemptWay.Call, AttemptResult.Reached, file.Now), Role.Provider)
            .Do(new VisitCommand.BookVisit("housing", file.Now + NodaTime.Duration.FromHours(4)).AsExample(), Role.KeyWorker)
            .Do(new DataRequestCommand.RecordAccessRequest(Diversion.Domain.Time.WorkingCalendar.DateOf(file.Now), "All of it."), Role.KeyWorker)
            .Do(new BreachCommand.DecideContest("warning-1", ContestDecision.Upheld), Role.Sergeant)
            .Do(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.Attended), Role.KeyWorker);
    }

    /// <summary>Nobody does anything for a fortnight, then everything possible happens, until the end and after it.</summary>
    private static CaseFile Breached(Person? person)
    {
        var day = CaseFile.Monday.PlusDays(20);
        return new CaseFile().Referred(person, OffenceClass.SummaryOnly).Eligible().Offered().Signed()
            .Do(new TagMonitoringCommand.RecordTagConsent("tag-monitoring"), Role.KeyWorker)
            .Do(new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-9", CaseFile.Monday), Role.KeyWorker)
            .Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 45, "Gilesgate House"), Role.KeyWorker)
            .Until(CaseFile.At(day, 10))
            .Do(new TransferCommand.PassToTeam("south"), Role.ProgrammeLead)
            .Do(new TransferCommand.DeclineCase(), Role.ProgrammeLead)
            .Do(new TermCommand.ChangeKeyWorker(CaseFile.OtherWorker), Role.ProgrammeLead)
            .Do(new TermCommand.VaryAgreement(Remove: ["reparation"], ParticipantAgreed: true), Role.ProgrammeLead)
            .Do(new TermCommand.ExtendTerm(CaseFile.Monday.PlusMonths(4).PlusDays(9), true), Role.ProgrammeLead)
            .Do(new BreachCommand.RecordFailure("f-1"), Role.KeyWorker)
            .Do(new BreachCommand.WithdrawWarning(1), Role.ProgrammeLead)
            .Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, day), Role.Feed)
            .Do(new BreachCommand.ProposeBreach(), Role.ProgrammeLead, "lead-2")
            .Heard()
            .Until(CaseFile.At(CaseFile.Monday.PlusMonths(5), 10))
            .Do(new BreachCommand.DecideBreach(BreachDecision.Confirm), Role.ProgrammeLead, "lead-1")
            .Do(new TellingCommand.RecordAnswer("breach-proposed-1", AnsweredHow.Writing, CaseFile.At(day.PlusDays(1), 10), "I moved house."), Role.KeyWorker)
            .Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.9.1"), Role.Clock)
            .After(new TagMonitoringCommand.ReceiveTagEvent("tag-monitoring", "t-9", TagEventKind.NoSignal, CaseFile.At(CaseFile.Monday.PlusMonths(5), 10)));
    }

    private static CaseFile Completed(Person? person) =>
        new CaseFile().Referred(person).Eligible().Offered(new ConditionTerms.NoReoffending()).Signed().Until(CaseFile.At(CaseFile.Monday.PlusMonths(4).PlusDays(2), 9))
            .Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, CaseFile.Monday.PlusMonths(4)), Role.Feed);

    private static CaseFile Expired(Person? person) =>
        new CaseFile().Referred(person).Eligible().Offered().Signed().Until(CaseFile.At(CaseFile.Monday.PlusMonths(5), 9))
            .Do(new TermCommand.Discontinue(DiscontinuationCause.Moved), Role.ProgrammeLead);
}
