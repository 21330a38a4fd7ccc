using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>
/// Brings an agreement to a status by the commands that people give. Referred on Monday 2 March 2026, offered and signed on
/// Thursday 5 March at ten; the term ends with Sunday 5 July.
/// </summary>
internal static class Brought
{
    public const string Signing = "2026-03-05 10:00";
    public const string AfterTheTerm = "2026-07-06 00:00";

    public static readonly EligibilityFacts CleanFacts = new([], false, AdmissionAnswer.Full, true, 0);

    public static Case ToReferred(Offence? offence = null, Person? person = null, RulesInForce? inForce = null) =>
        new Case(inForce ?? Shipped.Checkpoint).Given(Refer(offence, person));

    public static Case ToEligible(Offence? offence = null, Person? person = null, RulesInForce? inForce = null, bool victim = true, bool concern = false) =>
        ToReferred(offence, person, inForce)
            .Given(
                new ReferralCommand.RecordFacts(CleanFacts),
                new ReferralCommand.RecordRisk("OASys", 48m, RiskBand.Medium, RiskBand.Medium),
                new ReferralCommand.RecordCheck(CheckKind.Safeguarding, concern),
                new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
                victim ? new VictimCommand.RecordVictim(true, Name: "Val Example") : new VictimCommand.RecordVictim(false))
            .Given(victim ? [new VictimCommand.RecordVictimViews("Would like an apology", true), new VictimCommand.ReferVictimToSupport(ToldHow.Telephone)] : [])
            .Given(new ReferralCommand.ApproveEligibility())
            .Is(AgreementStatus.Eligible);

    public static Case ToOffered(params ConditionTerms[] terms) =>
        ToEligible().On(Signing).Given(Offer(terms)).Is(AgreementStatus.Offered);

    public static Case ToActive(params ConditionTerms[] terms) => ToActive(Shipped.Checkpoint, terms);

    public static Case ToActive(RulesInForce inForce, params ConditionTerms[] terms) =>
        ToEligible(inForce: inForce).On(Signing).Given(Offer(terms), Sign()).Is(AgreementStatus.Active);

    public static Case ToBreachReview(params ConditionTerms[] terms) =>
        ToActive(terms).On("2026-03-16").Given(new BreachCommand.ProposeBreach()).Is(AgreementStatus.BreachReview);

    /// <summary>Only records are missing: a pathway that nobody closed.</summary>
    public static Case ToConcluding() => ToActive(Pathway()).Until(AfterTheTerm).Is(AgreementStatus.Concluding);

    public static Case ToCompleted() => ToActive().Until(AfterTheTerm).Is(AgreementStatus.Completed);

    public static Case ToBreached() =>
        ToBreachReview().Heard().Given(new BreachCommand.DecideBreach(BreachDecision.Confirm)).Is(AgreementStatus.Breached);

    public static Case ToDiscontinued() =>
        ToActive().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).Is(AgreementStatus.Discontinued);

    public static Case ToNotEligible() => ToReferred().Given(new ReferralCommand.FindNotEligible()).Is(AgreementStatus.NotEligible);

    public static Case ToDeclined() => ToOffered().Given(new OfferCommand.DeclineOffer()).Is(AgreementStatus.Declined);

    public static Case ToLapsed() => ToOffered().Until("2026-03-13 00:00").Is(AgreementStatus.Lapsed);

    public static Case ToControl() =>
        ToEligible().Given(Trialled.Drawn(TrialArm.Control)).Is(AgreementStatus.Control);

    public static IEnumerable<Func<Case>> EachEnding() =>
        [ToCompleted, ToBreached, ToDiscontinued, ToNotEligible, ToDeclined, ToLapsed, ToControl];

    public static ReferralCommand.Refer Refer(Offence? offence = null, Person? person = null) =>
        new(new AgreementId("DV-TEST1-00001"), person ?? People.Participant, offence ?? People.Theft, People.ReferringOfficer, "C-1");

    public static OfferCommand.MakeOffer Offer(params ConditionTerms[] terms) => new([new ConditionTerms.NoReoffending(), .. terms]);

    public static OfferCommand.SignAgreement Sign(LocalDate? on = null) => new(on ?? new LocalDate(2026, 3, 5), People.KeyWorker);

    public static ConditionTerms RestorativeJustice() => new ConditionTerms.RestorativeJustice(People.RestorativeFacilitator);

    public static ConditionTerms Reparation(int? hours = null) => new ConditionTerms.Reparation(hours, "Groundwork");

    public static ConditionTerms Tag() =>
        new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "The high street")], new Curfew(new LocalTime(19, 0), new LocalTime(7, 0)));

    public static ConditionTerms Supervision() => new ConditionTerms.Supervision();

    public static ConditionTerms Pathway(PathwayKind need = PathwayKind.DrugsAndAlcohol) => new ConditionTerms.Pathway(need, "Harbour");

    public static ConditionTerms[] Five() => [RestorativeJustice(), Reparation(), Tag(), Supervision(), Pathway()];

    /// <summary>Schedules one at any time of day, and records it when it has ended.</summary>
    public static Case Meeting(
        this Case agreement, string condition, string id, string starts, Attendance attendance, int minutes = 60, int? penalty = null, int? late = null)
    {
        var ends = Case.Time(starts) + Duration.FromMinutes(minutes);
        agreement.Given(new AppointmentCommand.ScheduleAppointment(condition, id, Case.Time(starts), minutes, ConfirmUnusualTime: true));
        if (agreement.Now < ends)
        {
            agreement.Until(ends);
        }

        var note = attendance == Attendance.CancelledByService ? "The worker was ill." : null;
        agreement.When(new AppointmentCommand.RecordAttendance(condition, id, attendance, late, PenaltyMinutes: penalty, Note: note));
        Assert.True(agreement.Refusal is null, agreement.Refusal?.Message);
        return agreement;
    }

    /// <summary>The person is told in person, now; the next thing happens a day later.</summary>
    public static Case Tell(this Case agreement, params string[] news)
    {
        foreach (var one in news)
        {
            agreement.Given(new TellingCommand.TellPerson(one, ToldHow.InPerson, agreement.Now));
        }

        return agreement.On(agreement.Now + Duration.FromDays(1));
    }

    /// <summary>The person is told of the breach that waits, now, and does not wish to answer.</summary>
    public static Case Heard(this Case agreement)
    {
        var news = PersonNews.IdOf(NewsKind.BreachProposed, agreement.State.BreachesProposed);
        return agreement.Given(
            new TellingCommand.TellPerson(news, ToldHow.InPerson, agreement.Now),
            new TellingCommand.RecordAnswer(news, AnsweredHow.InPerson, agreement.Now, Declines: true));
    }

    /// <summary>Three failures, each after the person was told of the warning for the one before: a breach is proposed.</summary>
    public static Case ToThirdFailure(this Case agreement, Actor? by = null) =>
        agreement.Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1")
            .Given(new BreachCommand.RecordFailure("f-2")).Tell("warning-2")
            .When(new BreachCommand.RecordFailure("f-3"), by).Is(AgreementStatus.BreachReview);

    /// <summary>Consent given and tag fitted on the day of signing.</summary>
    public static Case Fitted(this Case agreement) => agreement.Given(
        new TagMonitoringCommand.RecordTagConsent("tag-monitoring"),
        new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-1", new LocalDate(2026, 3, 5)));

    /// <summary>The pathway from referral to its start assessment.</summary>
    public static Case Started(this Case agreement, string pathway = "pathway") => agreement.Given(
        new PathwayCommand.SendPathwayReferral(pathway),
        new PathwayCommand.AcceptPathwayReferral(pathway),
        new PathwayCommand.RecordPathwayAssessment(pathway, AssessmentPoint.Start, 3));

    /// <summary>A meeting attended in every period of supervision except one.</summary>
    public static Case AttendEach(this Case agreement, int except = 0)
    {
        string[] days = ["03-06", "03-13", "03-20", "03-27", "04-08", "04-22", "05-06", "05-20", "06-03", "06-17", "07-01"];
        for (var period = 1; period <= days.Length; period++)
        {
            if (period != except)
            {
                agreement.Meeting("supervision", $"m-{period}", $"2026-{days[period - 1]} 14:00", Attendance.Attended);
            }
        }

        return agreement;
    }
}
