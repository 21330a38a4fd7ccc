using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Escalation;

public sealed class EscalationTests
{
    [Fact]
    public void The_worker_is_reminded_on_the_due_day_and_overdue_escalates_at_0_2_and_5_working_days()
    {
        var ladder = Brought.ToActive(Brought.Pathway()).Owed("pathway/referral").Deadline.Ladder;

        Assert.Equal(
            [Case.Time("2026-03-12 09:00"), Case.Time("2026-03-12 17:00"), Case.Time("2026-03-16 17:00"), Case.Time("2026-03-19 17:00")],
            ladder.ToArray());
    }

    [Fact]
    public void The_ladder_leaves_out_bank_holidays()
    {
        var signed = Brought.ToEligible().On("2026-04-01").Given(Brought.Offer(Brought.Supervision())).When(Brought.Sign(new LocalDate(2026, 4, 1)));

        // Due on Maundy Thursday; Good Friday and Easter Monday do not count.
        Assert.Equal(
            [Case.Time("2026-04-02 09:00"), Case.Time("2026-04-02 17:00"), Case.Time("2026-04-08 17:00"), Case.Time("2026-04-13 17:00")],
            signed.Owed("supervision/first").Deadline.Ladder.ToArray());
    }

    [Fact]
    public void Each_step_goes_to_its_own_role_and_is_on_the_timeline()
    {
        var active = Brought.ToActive(Brought.Pathway()).Until("2026-03-20");

        Assert.Equal(Addressee.KeyWorker, Assert.Single(active.All<TermEvent.OwnerReminded>(), one => one.Obligation == "pathway/referral").Owner);
        Assert.Equal(
            [Addressee.KeyWorker, Addressee.TeamManager, Addressee.ProgrammeLead],
            active.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "pathway/referral").Select(step => step.To));
        Assert.Equal(Case.Time("2026-03-19 17:00"), active.Owed("pathway/referral").RaisedToLeadAt);
    }

    [Fact]
    public void A_stopped_ladder_is_silent()
    {
        var active = Brought.ToActive(Brought.Pathway()).Until("2026-03-13")
            .Given(new PathwayCommand.SendPathwayReferral("pathway")).Until("2026-03-25");

        Assert.Single(active.All<TermEvent.ObligationEscalated>(), step => step.Obligation == "pathway/referral");
    }

    [Fact]
    public void An_obligation_of_a_lead_stays_with_leads()
    {
        var review = Brought.ToBreachReview().Until("2026-03-31");

        Assert.All(
            review.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "breach/1"),
            step => Assert.Equal(Addressee.ProgrammeLead, step.To));
    }

    [Fact]
    public void After_an_outage_late_things_fire_once_and_in_order()
    {
        var punctual = Brought.ToActive(Brought.Reparation(), Brought.Pathway()).Until("2026-05-01");
        var late = Brought.ToActive(Brought.Reparation(), Brought.Pathway()).OutUntil("2026-05-01");

        Assert.Equal(Steps(punctual).Order(), Steps(late).Order());
        Assert.Equal(
            late.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "pathway/referral").Select(step => step.Step),
            [1, 2, 3]);
        late.When(new TimePassed()).ThenNothing();

        static IEnumerable<string> Steps(Case agreement) => agreement.All<TermEvent.ObligationEscalated>().Select(step => $"{step.Obligation} {step.Step}");
    }

    [Fact]
    public void An_outage_does_not_change_what_comes_of_a_failure()
    {
        Assert.Equal(AgreementStatus.BreachReview, Awaiting().Until(Brought.AfterTheTerm).Status);
        Assert.Equal(AgreementStatus.BreachReview, Awaiting().OutUntil(Brought.AfterTheTerm).Status);

        // There are two valid warnings, everything is attended, and the evidence for one absence runs out two days before the end.
        static Case Awaiting()
        {
            var active = Brought.ToActive(Brought.Supervision()).Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1")
                .On("2026-03-06 09:00").Given(new BreachCommand.RecordFailure("f-2")).Given(new TellingCommand.TellPerson("warning-2", ToldHow.Telephone, Case.Time("2026-03-06 09:00")))
                .AttendEach(except: 11)
                .Meeting("supervision", "absent", "2026-06-26 09:00", Attendance.EvidenceAwaited)
                .Meeting("supervision", "m-11", "2026-07-01 14:00", Attendance.Attended);
            Assert.Equal(2, active.State.Failures.Length);
            return active;
        }
    }

    [Fact]
    public void At_most_twenty_things_happen_at_once_and_the_rest_stays_due()
    {
        var active = Brought.ToActive(Brought.Five()).On("2026-06-30").Given(new TimePassed());
        var fired = active.Events.Count;

        Assert.True(Agreement.NextDue(active.State) <= active.Now);
        Assert.InRange(fired, PassingTime.MostAtOnce, PassingTime.MostAtOnce * 3);
        active.OutUntil("2026-06-30");
        Assert.True(Agreement.NextDue(active.State) > active.Now);
    }

    [Fact]
    public void An_obligation_from_a_longer_ladder_still_reaches_a_lead()
    {
        var active = Brought.ToActive(Brought.Pathway());
        active.RulesInForce = Shipped.With("""escalation.ladder=[{"workingDays":0,"to":"keyWorker"}]""");

        active.Until("2026-03-31");

        Assert.Equal(
            [Addressee.KeyWorker, Addressee.ProgrammeLead, Addressee.ProgrammeLead],
            active.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "pathway/referral").Select(step => step.To));
    }

    [Fact]
    public void A_deadline_across_the_spring_change_stays_at_five_on_the_wall_clock()
    {
        var signed = Brought.ToEligible().On("2026-03-27").Given(Brought.Offer(Brought.Supervision())).When(Brought.Sign(new LocalDate(2026, 3, 27)));

        Assert.Equal(Instant.FromUtc(2026, 3, 30, 16, 0), signed.Owed("supervision/first").Deadline.Due);
    }

    [Fact]
    public void A_bank_holiday_proclaimed_later_does_not_move_an_existing_deadline()
    {
        var active = Brought.ToActive(Brought.Pathway());
        var promised = Agreement.Due(active.State);
        active.RulesInForce = active.RulesInForce with
        {
            Calendar = new Diversion.Domain.Time.WorkingCalendar(new Dictionary<LocalDate, string> { [new LocalDate(2026, 3, 12)] = "A day off" }, new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31)),
        };

        active.When(new TermCommand.AddNote("A day of mourning is proclaimed."));

        Assert.Equal(promised, Agreement.Due(active.State));
    }
}
