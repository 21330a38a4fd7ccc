using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class SchemeOverridesTests
{
    private static readonly SchemeRules Scheme = ShippedSchemes.Checkpoint;

    [Fact]
    public void Nothing_set_is_the_same_scheme() => Assert.Equal(SchemeJson.Write(Scheme), SchemeJson.Write(Applied()));

    [Fact]
    public void A_figure_is_set_and_the_rest_stays()
    {
        var rules = Applied("breach.proposeAt=4");

        Assert.Equal(Scheme.Breach with { ProposeAt = 4 }, rules.Breach);
        Assert.Equal(SchemeJson.Write(Scheme), SchemeJson.Write(rules with { Breach = Scheme.Breach }));
    }

    [Fact]
    public void A_figure_inside_a_list_is_set() =>
        Assert.Equal(new EscalationStep(1, Addressee.TeamManager), Applied("escalation.ladder[1].workingDays=1").Escalation.Ladder[1]);

    [Fact]
    public void A_text_is_set_without_quotes() =>
        Assert.Equal(Addressee.Sergeant, Applied("escalation.ladder[1].to=sergeant").Escalation.Ladder[1].To);

    [Fact]
    public void A_list_is_set_as_json() => Assert.Equal<int>([21, 7], Applied("chargeBy.alertDays=[21, 7]").ChargeBy.AlertDays);

    [Fact]
    public void Figures_that_only_fit_together_are_set_together() =>
        Assert.Equal(new TermRules(0, 20), Applied("term.months=0", " term.weeks = 20 ").Term);

    [Fact]
    public void A_later_override_reaches_into_what_an_earlier_one_set() =>
        Assert.Equal<int>([30, 5], Applied("chargeBy.alertDays=[21,5]", "chargeBy.alertDays[0]=30").ChargeBy.AlertDays);

    [Fact]
    public void An_unknown_path_is_refused_with_the_nearest()
    {
        var fault = TheFault("breach.propose=4");

        Assert.Equal(("breach.propose=4", "$.breach.propose"), (fault.File, fault.Path));
        Assert.StartsWith("No such figure: correct the path. Nearest: breach.proposeAt,", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breach.proposeAt=four", "Give a whole number; found \"four\".")]
    [InlineData("breach.proposeAt=", "Give a whole number; found \"\".")]
    [InlineData("breach.proposeAt=null", "Give a whole number from 1 to 20; found null.")]
    [InlineData("breach.proposeAt=0", "Out of range: give a whole number from 1 to 20; found 0.")]
    [InlineData("breach.proposeAt=2", "Give more than breach.finalWarningAt (2); found 2.")]
    [InlineData("effectiveFrom=tomorrow", "Give a date such as 2026-03-05; found \"tomorrow\".")]
    [InlineData("chargeBy.alertDays=[7,", "Give a JSON list such as [28,14,7]; found \"[7,\".")]
    [InlineData("term={", "Give a JSON object; found \"{\".")]
    public void A_bad_value_is_refused_in_the_name_of_its_override(string text, string reason)
    {
        var fault = TheFault(text);

        Assert.Equal((text, reason), (fault.File, fault.Reason));
        Assert.Equal($"$.{text.Split('=')[0]}", fault.Path);
    }

    [Fact]
    public void An_override_without_a_value_is_refused() =>
        Assert.Equal(
            new SchemeFault("breach.proposeAt", "$", "Give path=value, such as breach.proposeAt=4."),
            TheFault("breach.proposeAt"));

    [Fact]
    public void A_contradiction_elsewhere_is_refused_in_the_name_of_the_scheme() =>
        Assert.Equal(
            new SchemeFault("checkpoint/1", "$.breach.finalWarningAt", "Give more than breach.firstWarningAt (2); found 2."),
            TheFault("breach.firstWarningAt=2"));

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var refused = Assert.IsType<SchemeOverrideResult.Refused>(
            SchemeOverrides.Apply(Scheme, ["offer.lapseDays=0", "offer.lapse=3", "breach.proposeAt=x"]));

        Assert.Equal(
            ["offer.lapse=3", "breach.proposeAt=x", "offer.lapseDays=0"],
            refused.Faults.Select(fault => fault.File));
    }

    private static SchemeRules Applied(params string[] overrides) =>
        Assert.IsType<SchemeOverrideResult.Applied>(SchemeOverrides.Apply(Scheme, overrides)).Rules;

    private static SchemeFault TheFault(string text) =>
        Assert.Single(Assert.IsType<SchemeOverrideResult.Refused>(SchemeOverrides.Apply(Scheme, [text])).Faults);
}
