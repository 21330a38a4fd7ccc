using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Benchmarks.Cases;

/// <summary>
/// A scripted agreement with five conditions: the commands that sign it, then those of its weeks. Its number decides names,
/// hours and turns, so that no two neighbours are alike and every run is the same.
/// </summary>
internal sealed class CaseScript
{
    /// <summary>Number of commands on a signed agreement; more would run past its term.</summary>
    public const int MostRunning = SetupCommands + (Weeks * WeeklyCommands);

    private const int SetupCommands = 6;
    private const int WeeklyCommands = 9;
    private const int Weeks = 10;

    /// <summary>In the future, so that a server on the real clock finds nothing due and answers undisturbed.</summary>
    private static readonly Instant Base = Instant.FromUtc(2027, 3, 2, 9, 0);

    private readonly int number;
    private readonly Instant start;
    private readonly Actor officer;
    private readonly Actor worker;

    /// <param name="from">When it begins, give or take an hour.</param>
    public CaseScript(int number, Instant? from = null)
    {
        this.number = number;
        start = (from ?? Base) + Duration.FromSeconds(number * 7919L % 3600);
        Id = AgreementIds.FromCustodyReference($"BENCH/{number}");
        officer = People.Acting(People.Officer(number), Role.PoliceOfficer);
        worker = People.Acting(People.Worker(number), Role.KeyWorker);
    }

    /// <summary>An instant at which the first obligations of every agreement are due.</summary>
    public static Instant AllDue { get; } = Base + Duration.FromDays(2);

    public AgreementId Id { get; }

    /// <summary>One in a hundred waits for a lead's decision, so that the inbox is not empty.</summary>
    public static bool IsProposed(int number) => number % 100 == 99;

    public IEnumerable<AgreementCommand> Signing()
    {
        var staff = People.Officer(number);
        var born = new LocalDate(1975, 1, 1).PlusDays(number * 131 % 9000);
        yield return By(officer, start, new ReferralCommand.Refer(
            Id,
            new Person($"Person {number} Participant", born, number % 4 == 0 ? Sex.Female : Sex.Male, District: "County Durham", Email: $"p{number}@example.org", ContactConsent: true),
            new Offence("Took goods from a shop", "theft", start.InUtc().Date.PlusDays(-12), OffenceClass.EitherWay, District: "County Durham"),
            staff,
            $"BENCH/{number}"));
        yield return By(officer, start, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        yield return By(officer, start, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        yield return By(officer, start, new ReferralCommand.RecordFacts(new EligibilityFacts(
            [], false, AdmissionAnswer.Full, true, 0, null, EvidenceSource.Interview, "INT/1", "Inspector Stone", "The loss is small.", LegalAdvice.Declined)));
        yield return By(officer, start, new ReferralCommand.RecordRisk("tool", 20 + (number % 300 / 10m), RiskBand.Medium, RiskBand.Medium));
        yield return By(officer, start, new VictimCommand.RecordVictim(false));
        yield return By(People.Sergeant, start, new ReferralCommand.ApproveEligibility());
        yield return By(officer, start, new OfferCommand.MakeOffer(
        [
            new ConditionTerms.NoReoffending(),
            new ConditionTerms.Supervision(),
            new ConditionTerms.Reparation(18 + (number % 10), $"Works {number % 30}"),
            new ConditionTerms.Pathway((PathwayKind)(number % 8), $"Provider {number % 40}"),
            new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "The shops in the High Street")]),
        ]));
        yield return By(officer, start, new OfferCommand.SignAgreement(start.InUtc().Date, People.Worker(number)) { Explained = true });
        if (IsProposed(number))
        {
            yield return By(worker, start, new BreachCommand.ProposeBreach());
        }
    }

    /// <summary>The command of a turn, from 0 to <see cref="MostRunning"/>; each is executed once and in order.</summary>
    public AgreementCommand Running(int turn)
    {
        if (turn < SetupCommands)
        {
            var at = start + Duration.FromMinutes(10 + turn);
            return By(worker, at, Setup(turn, at.InUtc().Date));
        }

        var week = (turn - SetupCommands) / WeeklyCommands;
        var step = (turn - SetupCommands) % WeeklyCommands;
        var monday = start + Duration.FromDays(week * 7);
        var now = monday + Duration.FromHours(1 + (step * 6));
        return step == 4 ? TimeAt(now) : By(step == 6 ? People.Feed : worker, now, Weekly(week, step, monday, now));
    }

    private static TimePassed TimeAt(Instant now) => new() { By = Actor.Clock, At = now };

    private static AgreementCommand By(Actor actor, Instant at, AgreementCommand command) => command with { By = actor, At = at, Reason = "As agreed" };

    private AgreementCommand Setup(int turn, LocalDate today) => turn switch
    {
        0 => new TagMonitoringCommand.RecordTagConsent("tag-monitoring"),
        1 => new TagMonitoringCommand.RecordTagFitted("tag-monitoring", $"device-{number}", today),
        2 => new ReparationCommand.ArrangePlacement("reparation", $"project-{number % 17}", "Churchyard paths", number % 2 == 0, today.PlusDays(2)),
        3 => new PathwayCommand.SendPathwayReferral("pathway"),
        4 => new PathwayCommand.AcceptPathwayReferral("pathway"),
        _ => new PathwayCommand.RecordPathwayAssessment("pathway", AssessmentPoint.Start, number % 10),
    };

    private AgreementCommand Weekly(int week, int step, Instant monday, Instant now)
    {
        var meeting = $"m-{week}";
        var session = $"s-{week}";
        var awaits = (number + week) % 5 == 0;
        return step switch
        {
            0 => new AppointmentCommand.ScheduleAppointment("supervision", meeting, monday + Duration.FromHours(10 + (number % 6)), 45, "Room 4", ConfirmUnusualTime: true),
            1 => new AppointmentCommand.ScheduleAppointment("reparation", session, monday + Duration.FromHours(30 + (number % 6)), 60, "Churchyard", ConfirmUnusualTime: true),
            2 => new TermCommand.AddNote($"Week {week}: came by bus, spoke of work and of the rent, {number} words of it worth keeping."),
            3 => awaits
                ? new AppointmentCommand.RecordAttendance("supervision", meeting, Attendance.EvidenceAwaited)
                : new AppointmentCommand.RecordAttendance("supervision", meeting, Attendance.Attended, MinutesLate: (number + week) % 4 * 8),
            5 => awaits
                ? new AppointmentCommand.RecordEvidence("supervision", meeting, true, "A letter from the surgery")
                : new AppointmentCommand.CorrectAttendance("supervision", meeting, Attendance.MissedAcceptable),
            6 => new TagMonitoringCommand.ReceiveTagEvent(
                "tag-monitoring", $"t-{week}", (number + week) % 3 == 0 ? TagEventKind.BatteryLow : TagEventKind.InclusionZoneLeft, now - Duration.FromMinutes(3)),
            7 => new TagMonitoringCommand.ReviewTagEvent("tag-monitoring", $"t-{week}", (number + week) % 2 == 0 ? TagFinding.Explained : TagFinding.EquipmentFault),
            _ => new AppointmentCommand.RecordAttendance("reparation", session, Attendance.Attended, MinutesAttended: 60, Grade: SessionGrade.Good),
        };
    }
}
