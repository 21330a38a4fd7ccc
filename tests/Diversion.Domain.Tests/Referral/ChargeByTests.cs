using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

public sealed class ChargeByTests
{
    private static readonly Offence Summary = People.Theft with { Class = OffenceClass.SummaryOnly, Description = "Common assault", Group = "assault" };

    [Fact]
    public void A_summary_only_offence_is_charged_within_six_months_of_it() =>
        Assert.Equal(new ChargeBy(new LocalDate(2026, 8, 10), RuleIds.ChargeBySummary), ChargeByClock.For(Summary));

    [Theory]
    [InlineData(OffenceClass.EitherWay)]
    [InlineData(OffenceClass.IndictableOnly)]
    public void Either_way_and_indictable_offences_know_no_limit(OffenceClass offenceClass) =>
        Assert.Equal(new ChargeBy(null, RuleIds.ChargeByNone), ChargeByClock.For(Summary with { Class = offenceClass, DomesticAssault = true }));

    [Fact]
    public void A_domestic_assault_is_charged_within_six_months_of_the_first_statement() =>
        Assert.Equal(
            new ChargeBy(new LocalDate(2026, 8, 25), RuleIds.ChargeByDomestic),
            ChargeByClock.For(Summary with { DomesticAssault = true, FirstStatementOn = new LocalDate(2026, 2, 25) }));

    [Fact]
    public void A_domestic_assault_is_charged_within_two_years_of_it_however_late_the_statement() =>
        Assert.Equal(
            new ChargeBy(new LocalDate(2026, 3, 1), RuleIds.ChargeByDomestic),
            ChargeByClock.For(Summary with { CommittedOn = new LocalDate(2024, 3, 1), DomesticAssault = true, FirstStatementOn = new LocalDate(2026, 2, 1) }));

    [Fact]
    public void Without_a_statement_the_six_months_run_from_the_domestic_assault() =>
        Assert.Equal(new LocalDate(2026, 8, 10), ChargeByClock.For(Summary with { DomesticAssault = true }).Date);

    [Fact]
    public void The_charge_by_date_is_computed_at_referral() =>
        Assert.Equal(new LocalDate(2026, 8, 10), Brought.ToReferred(Summary).State.Referral.ChargeBy.Date);

    [Fact]
    public void An_offer_that_leaves_less_than_the_margin_is_refused_with_the_latest_safe_date()
    {
        var eligible = Brought.ToEligible(Summary with { CommittedOn = new LocalDate(2025, 12, 20) }).On(Brought.Signing);

        var refusal = eligible.When(Brought.Offer()).Refused(RefusalCode.ChargeByTooClose);

        Assert.Contains("5 July 2026", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("20 June 2026", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("latest safe end is 6 June 2026", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("latest signing 6 February 2026", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(18, false)]
    public void An_offer_may_end_exactly_the_margin_before_the_charge_by_date(int day, bool allowed)
    {
        // Charge by 19 July; the term ends on 5 July, fourteen days before.
        var eligible = Brought.ToEligible(Summary with { CommittedOn = new LocalDate(2026, 1, day) }).On(Brought.Signing);

        eligible.When(Brought.Offer());

        Assert.Equal(allowed ? null : RefusalCode.ChargeByTooClose, eligible.Refusal?.Code);
    }

    [Fact]
    public void An_offer_lapses_early_when_the_charge_by_date_demands_it()
    {
        // Latest end 10 July, so latest signing 10 March: two days before the seven are over.
        var offered = Brought.ToEligible(Summary with { CommittedOn = new LocalDate(2026, 1, 24) }).On(Brought.Signing).When(Brought.Offer());

        Assert.Equal(Case.Time("2026-03-11 00:00"), offered.State.Offer!.LapsesAt);
        offered.Until("2026-03-10 23:59").Given(Brought.Sign(new LocalDate(2026, 3, 10))).Is(AgreementStatus.Active);
    }
}
