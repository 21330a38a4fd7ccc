using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Victim;

public sealed class VictimTests
{
    private const string Decision = "victim/told-decision";
    private const string Ended = "victim/told-ending";

    [Fact]
    public void The_victim_is_referred_to_support_within_two_working_days()
    {
        var referred = Brought.ToReferred().When(new VictimCommand.RecordVictim(true));

        Assert.Equal(Case.Time("2026-03-04 17:00"), referred.Owed("victim/support").Deadline.Due);
        referred.Given(new VictimCommand.ReferVictimToSupport(ToldHow.Telephone)).OwesNo("victim/support");
        referred.When(new VictimCommand.ReferVictimToSupport(ToldHow.Telephone)).ThenNothing();
    }

    [Theory]
    [InlineData(false, "2026-03-12 17:00")]
    [InlineData(true, "2026-03-06 17:00")]
    public void The_victim_is_told_of_the_decision_within_five_working_days_one_if_enhanced(bool enhanced, string due)
    {
        var offered = Offered(enhanced);

        Assert.Equal(Case.Time(due), offered().Given(Brought.Sign()).Owed(Decision).Deadline.Due);
        Assert.Equal(Case.Time(due), offered().When(new OfferCommand.DeclineOffer()).Owed(Decision).Deadline.Due);
    }

    [Theory]
    [InlineData(false, "2026-03-12 17:00")]
    [InlineData(true, "2026-03-06 17:00")]
    public void The_victim_is_told_of_every_ending_within_five_working_days_one_if_enhanced(bool enhanced, string due)
    {
        var signed = Offered(enhanced)().Given(Brought.Sign()).When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone)).OwesNo(Decision);

        Assert.Equal(Case.Time(due), signed.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).Owed(Ended).Deadline.Due);
        Assert.True(signed.Owed(Ended).AfterEnd);
        signed.When(new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone)).OwesNo(Ended);
    }

    [Fact]
    public void The_victim_is_told_however_it_ended()
    {
        Assert.NotNull(Brought.ToCompleted().Owed(Ended));
        Assert.NotNull(Brought.ToBreached().Owed(Ended));
        Assert.NotNull(Brought.ToDiscontinued().Owed(Ended));
        Assert.NotNull(Brought.ToDeclined().Owed(Decision));
        Assert.NotNull(Brought.ToLapsed().Owed(Decision));
        Assert.NotNull(Brought.ToControl().Owed(Decision));
        Assert.NotNull(Brought.ToEligible().When(new ReferralCommand.FindNotEligible()).Owed(Decision));
    }

    [Fact]
    public void An_obligation_continues_after_the_ending_and_is_chased()
    {
        var ended = Brought.ToDiscontinued().Until("2026-03-31");

        Assert.Equal([1, 2, 3], ended.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == Ended).Select(step => step.Step));
    }

    [Fact]
    public void An_enhanced_entitlement_found_later_makes_the_deadline_earlier()
    {
        var active = Brought.ToActive().When(new VictimCommand.RecordVictim(true, true, "Val Example") { Victim = 1 });

        Assert.Equal(Case.Time("2026-03-06 17:00"), active.Owed(Decision).Deadline.Due);
    }

    [Fact]
    public void A_victim_who_is_found_after_the_signing_is_told_too()
    {
        var active = Brought.ToEligible(victim: false).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign()).OwesNo(Decision);

        active.When(new VictimCommand.RecordVictim(true, Name: "Val Example"));

        Assert.NotNull(active.Owed(Decision));
        Assert.NotNull(active.Owed("victim/support"));
    }

    [Fact]
    public void Telling_twice_is_refused_and_changes_nothing()
    {
        var active = Brought.ToActive().Given(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone));

        active.When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone)).Refused(RefusalCode.ObligationNotOpen);
        active.When(new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone)).Refused(RefusalCode.ObligationNotOpen);
    }

    [Fact]
    public void A_recorded_victim_is_not_taken_back() =>
        Brought.ToEligible().When(new VictimCommand.RecordVictim(false)).Refused(RefusalCode.VictimNone);

    [Fact]
    public void Without_a_victim_there_are_no_obligations()
    {
        var active = Brought.ToEligible(victim: false).On(Brought.Signing).Given(Brought.Offer()).When(Brought.Sign());

        Assert.DoesNotContain(active.State.Obligations, open => open.Track == Tracks.Victim);
        active.When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone)).Refused(RefusalCode.VictimNone);
    }

    [Fact]
    public void How_when_by_whom_and_what_was_said_are_kept()
    {
        var active = Brought.ToActive().On("2026-03-10");

        active.When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone, new LocalDate(2026, 3, 9), "Vic Liaison", "She was content."));

        Assert.Equal(
            new VictimEvent.VictimTold(1, VictimNews.Decision, new LocalDate(2026, 3, 9), ToldHow.Telephone, "Vic Liaison", "She was content."),
            active.Then<VictimEvent.VictimTold>());
        Assert.Equal(new VictimContact(new LocalDate(2026, 3, 9), ToldHow.Telephone, "Vic Liaison", "She was content."), active.State.Victims.Only!.ToldDecision);
    }

    [Fact]
    public void By_default_it_is_today_and_the_person_who_records_it()
    {
        var referred = Brought.ToReferred().Given(new VictimCommand.RecordVictim(true));

        referred.When(new VictimCommand.ReferVictimToSupport(ToldHow.Email));

        Assert.Equal(new VictimContact(new LocalDate(2026, 3, 2), ToldHow.Email, People.Officer.Name, null), referred.State.Victims.Only!.SupportReferral);
    }

    [Fact]
    public void How_is_required()
    {
        Brought.ToActive().When(new VictimCommand.TellVictim(VictimNews.Decision)).Refused(RefusalCode.TextMissing);
        Brought.ToReferred().Given(new VictimCommand.RecordVictim(true)).When(new VictimCommand.ReferVictimToSupport()).Refused(RefusalCode.TextMissing);
    }

    [Theory]
    [InlineData("2026-03-11", RefusalCode.DateInFuture)]
    [InlineData("2026-03-04", RefusalCode.DateTooOld)]
    public void Nobody_is_told_in_the_future_or_before_the_decision(string day, string code) =>
        Brought.ToActive().On("2026-03-10")
            .When(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Letter, Date(day))).Refused(code);

    [Fact]
    public void Nobody_is_told_of_an_ending_before_it()
    {
        var ended = Brought.ToDiscontinued();
        var day = Diversion.Domain.Time.WorkingCalendar.DateOf(ended.State.EndedAt!.Value);

        ended.When(new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Letter, day.PlusDays(-1))).Refused(RefusalCode.DateTooOld);
        ended.Given(new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Letter, day)).OwesNo(Ended);
    }

    [Theory]
    [InlineData("2026-03-03", RefusalCode.DateInFuture)]
    [InlineData("2026-03-01", RefusalCode.DateTooOld)]
    public void A_referral_to_support_is_not_before_the_case_and_not_in_the_future(string day, string code) =>
        Brought.ToReferred().Given(new VictimCommand.RecordVictim(true))
            .When(new VictimCommand.ReferVictimToSupport(ToldHow.Email, Date(day))).Refused(code);

    private static LocalDate Date(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static Func<Case> Offered(bool enhanced) => () =>
        Brought.ToEligible().When(new VictimCommand.RecordVictim(true, enhanced, "Val Example") { Victim = 1 }).On(Brought.Signing).Given(Brought.Offer());
}
