using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Offer;

public sealed class OfferTests
{
    [Fact]
    public void An_offer_lapses_after_seven_days()
    {
        var offered = Brought.ToOffered();
        Assert.Equal(Case.Time("2026-03-13 00:00"), Agreement.NextDue(offered.State));

        offered.Until("2026-03-12 23:59").Is(AgreementStatus.Offered);
        offered.Until("2026-03-13 00:00").Is(AgreementStatus.Lapsed);
    }

    [Fact]
    public void An_offer_is_signed_until_it_lapses_and_not_afterwards()
    {
        Brought.ToOffered().On("2026-03-12 23:59").Given(Brought.Sign(new LocalDate(2026, 3, 12))).Is(AgreementStatus.Active);

        // Even if the clock has not processed it yet.
        Brought.ToOffered().On("2026-03-13 00:00").When(Brought.Sign(new LocalDate(2026, 3, 12))).Refused(RefusalCode.OfferLapsed);
    }

    [Fact]
    public void The_mandatory_condition_cannot_be_left_out() =>
        Brought.ToEligible().When(new OfferCommand.MakeOffer([Brought.Supervision()])).Refused(RefusalCode.ConditionMissing);

    [Fact]
    public void At_most_six_conditions()
    {
        Assert.Equal(6, Brought.ToActive(Brought.Five()).State.Conditions.Length);
        Brought.ToEligible().When(Brought.Offer([.. Brought.Five(), Brought.Pathway(PathwayKind.Health)])).Refused(RefusalCode.TooManyConditions);
    }

    [Fact]
    public void At_most_two_pathways_each_for_its_own_need()
    {
        var eligible = Brought.ToEligible();

        eligible.When(Brought.Offer(Brought.Pathway(PathwayKind.Health), Brought.Pathway(PathwayKind.Accommodation), Brought.Pathway(PathwayKind.Relationships)))
            .Refused(RefusalCode.ConditionRepeated);
        eligible.When(Brought.Offer(Brought.Pathway(), Brought.Pathway())).Refused(RefusalCode.ConditionRepeated);
        eligible.Given(Brought.Offer(Brought.Pathway(PathwayKind.Health), Brought.Pathway(PathwayKind.Accommodation))).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void No_other_condition_comes_twice() =>
        Brought.ToEligible().When(Brought.Offer(Brought.Supervision(), Brought.Supervision())).Refused(RefusalCode.ConditionRepeated);

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public void Reparation_is_18_to_36_hours(int hours, bool allowed)
    {
        var eligible = Brought.ToEligible().When(Brought.Offer(Brought.Reparation(hours)));

        Assert.Equal(allowed ? null : RefusalCode.HoursOutOfRange, eligible.Refusal?.Code);
    }

    [Fact]
    public void The_victims_views_are_sought_before_conditions_are_set()
    {
        var eligible = Brought.ToEligible(victim: false).Given(new VictimCommand.RecordVictim(true));
        eligible.When(Brought.Offer()).Refused(RefusalCode.VictimViewsOutstanding);

        var offered = Brought.ToEligible(victim: false).On(Brought.Signing).Given(Brought.Offer(), new VictimCommand.RecordVictim(true));
        offered.When(Brought.Sign()).Refused(RefusalCode.VictimViewsOutstanding);
        offered.Given(new VictimCommand.RecordVictimViews(null), Brought.Sign()).Is(AgreementStatus.Active);
    }

    [Fact]
    public void An_offer_takes_an_approval() => Brought.ToReferred().When(Brought.Offer()).Refused(RefusalCode.WrongStatus);

    [Fact]
    public void An_offer_whose_term_the_bank_holidays_do_not_cover_is_refused()
    {
        var eligible = Brought.ToEligible().On("2028-08-01");

        eligible.When(Brought.Offer()).Refused(RefusalCode.CalendarNotCovered);
    }

    [Fact]
    public void The_day_of_signing_lies_between_the_offer_and_today()
    {
        var offered = Brought.ToOffered().On("2026-03-09");

        offered.When(Brought.Sign(new LocalDate(2026, 3, 10))).Refused(RefusalCode.DateInFuture);
        offered.When(Brought.Sign(new LocalDate(2026, 3, 4))).Refused(RefusalCode.DateTooOld);
    }

    [Fact]
    public void The_term_is_four_months_from_the_day_of_signing_to_the_end_of_the_last_day()
    {
        var signed = Brought.ToActive();

        Assert.Equal(new LocalDate(2026, 7, 5), signed.State.Term!.LastDay);
        Assert.Equal(Case.Time("2026-07-06 00:00"), signed.State.Term.EndsAt);
    }

    [Fact]
    public void Turning_points_term_is_sixteen_weeks()
    {
        var person = People.Participant with { District = "Dudley" };
        var offence = People.Theft with { District = "Dudley" };

        var signed = Brought.ToEligible(offence, person, Shipped.TurningPoint).On(Brought.Signing).Given(Brought.Offer()).When(Brought.Sign());

        Assert.Equal(new LocalDate(2026, 6, 25), signed.State.Term!.LastDay);
        Assert.Equal("turning-point/1", signed.State.Scheme.ToString());
    }

    [Fact]
    public void Setup_is_counted_from_the_day_on_the_paper_however_late_it_is_recorded()
    {
        var signed = Brought.ToOffered(Brought.Supervision(), Brought.Pathway()).On("2026-03-09").When(Brought.Sign(new LocalDate(2026, 3, 6)));

        Assert.Equal(Case.Time("2026-03-09 17:00"), signed.Owed("supervision/first").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-13 17:00"), signed.Owed("pathway/referral").Deadline.Due);
        Assert.Equal(new LocalDate(2026, 7, 6), signed.State.Term!.LastDay);
    }

    [Fact]
    public void Restorative_justice_is_refused_in_child_protection_cases_at_the_offer() =>
        Brought.ToEligible(concern: true).When(Brought.Offer(Brought.RestorativeJustice())).Refused(RefusalCode.ChildProtection);

    [Fact]
    public void A_child_protection_case_that_comes_to_light_before_the_signing_stops_it() =>
        Brought.ToOffered(Brought.RestorativeJustice())
            .Given(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true))
            .When(Brought.Sign())
            .Refused(RefusalCode.ChildProtection);

    [Fact]
    public void Restorative_justice_needs_a_victim() =>
        Brought.ToEligible(victim: false).When(Brought.Offer(Brought.RestorativeJustice())).Refused(RefusalCode.VictimNone);

    [Fact]
    public void A_declined_offer_ends_with_its_reason_asked()
    {
        var offered = Brought.ToOffered();
        Assert.Equal(
            RefusalCode.ReasonMissing,
            Agreement.Decide(offered.State, new OfferCommand.DeclineOffer { By = People.Officer, At = offered.Now }, offered.RulesInForce).Refusal!.Code);

        offered.When(new OfferCommand.DeclineOffer()).Is(AgreementStatus.Declined);
    }

    [Theory]
    [InlineData("2026-10-31", "2027-02-28", "2027-03-01 00:00")]
    [InlineData("2026-11-27", "2027-03-27", "2027-03-28 00:00")]
    [InlineData("2026-06-30", "2026-10-30", "2026-10-31 00:00")]
    public void Month_ends_and_clock_changes_do_not_move_the_last_day(string signing, string lastDay, string endsAt)
    {
        var day = Tests.Time.ShippedCalendar.Date(signing);
        var offered = Brought.ToEligible(People.Theft).On(signing).Given(Brought.Offer()).When(Brought.Sign(day));

        Assert.Equal(Tests.Time.ShippedCalendar.Date(lastDay), offered.State.Term!.LastDay);
        Assert.Equal(Case.Time(endsAt), offered.State.Term.EndsAt);
    }

    [Fact]
    public void The_latest_signing_before_a_month_end_is_found()
    {
        var scheme = Shipped.Checkpoint.Scheme;

        // Latest end 28 February 2027: signed on 31 October it still ends then.
        Assert.Equal(new LocalDate(2026, 10, 31), Domain.Term.TermRule.LatestSigning(new ChargeBy(new LocalDate(2027, 3, 14), RuleIds.ChargeBySummary), scheme));
        Assert.Null(Domain.Term.TermRule.LatestSigning(new ChargeBy(null, RuleIds.ChargeByNone), scheme));
    }

    [Fact]
    public void A_signing_recorded_twice_changes_nothing() => Brought.ToActive().When(Brought.Sign()).ThenNothing();

    [Fact]
    public void Each_kind_has_its_condition_when_signed() =>
        Assert.Equal(ConditionKinds.All.Select(one => one.Kind.Slug).Except(["compensation", "letter-of-apology"]).Order(), Brought.ToActive(Brought.Five()).State.Conditions.Select(condition => condition.Kind.Slug).Order());
}
