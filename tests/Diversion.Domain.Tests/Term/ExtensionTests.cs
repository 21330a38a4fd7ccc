using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

public sealed class ExtensionTests
{
    [Fact]
    public void Four_weeks_in_all_are_the_most()
    {
        var active = Brought.ToActive().Given(Extend(2026, 7, 19));

        var refusal = active.When(Extend(2026, 8, 3)).Refused(RefusalCode.ExtensionTooLong);
        Assert.Contains("2 August 2026", refusal.Message, StringComparison.Ordinal);
        active.When(Extend(2026, 8, 2));
        Assert.Equal(28, active.State.Term!.ExtendedDays);
        active.Until("2026-08-03 00:00").Is(AgreementStatus.Completed);
    }

    [Fact]
    public void An_extension_that_leaves_less_than_the_margin_is_refused_with_the_latest_safe_date()
    {
        var active = Brought.ToEligible(People.Theft with { Class = OffenceClass.SummaryOnly }).On(Brought.Signing).Given(Brought.Offer()).When(Brought.Sign());

        Assert.Contains("27 July 2026", active.When(Extend(2026, 7, 28)).Refused(RefusalCode.ChargeByTooClose).Message, StringComparison.Ordinal);
        active.Given(Extend(2026, 7, 27));
    }

    [Fact]
    public void An_extension_needs_the_persons_agreement_and_a_later_day()
    {
        var active = Brought.ToActive();

        active.When(new TermCommand.ExtendTerm(new LocalDate(2026, 7, 19))).Refused(RefusalCode.ParticipantMustAgree);
        active.When(Extend(2026, 7, 4)).Refused(RefusalCode.DateInPast);
        active.When(Extend(2026, 7, 5)).ThenNothing();
        active.When(new TermCommand.ExtendTerm(new LocalDate(9999, 12, 31), true)).Refused(RefusalCode.ExtensionTooLong);
    }

    [Fact]
    public void Under_review_it_is_part_of_deciding_the_breach() => Brought.ToBreachReview().When(Extend(2026, 7, 19)).Refused(RefusalCode.WrongStatus);

    [Fact]
    public void While_concluding_it_makes_the_agreement_active_again()
    {
        var concluding = Brought.ToConcluding().On("2026-07-08").Given(Extend(2026, 7, 19)).Is(AgreementStatus.Active);

        concluding.Until("2026-07-20 00:00").Is(AgreementStatus.Concluding);
        Assert.Equal(Case.Time("2026-07-24 17:00"), concluding.State.Term!.ConcludingUntil);
    }

    [Fact]
    public void After_the_last_day_it_may_end_today_and_is_offered_on_the_last_day_of_the_allowance()
    {
        var concluding = Brought.ToConcluding().On("2026-08-02");
        var offered = Assert.Single(
            Agreement.Possible(concluding.State, People.Lead, concluding.Now, _ => concluding.RulesInForce), action => action.Entry.Name == "extend-term");
        Assert.Null(offered.Blocked);

        concluding.When(Extend(2026, 8, 1)).Refused(RefusalCode.DateInPast);
        concluding.When(Extend(2026, 8, 3)).Refused(RefusalCode.ExtensionTooLong);
        Assert.Equal(new LocalDate(2026, 8, 2), concluding.When(Extend(2026, 8, 2)).Then<TermEvent.TermExtended>().LastDay);
    }

    private static TermCommand.ExtendTerm Extend(int year, int month, int day) => new(new LocalDate(year, month, day), true);
}
