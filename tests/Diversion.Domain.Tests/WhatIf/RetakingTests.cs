using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.WhatIf;

namespace Diversion.Domain.Tests.WhatIf;

/// <summary>The decisions of the past, taken again by other rules.</summary>
public sealed class RetakingTests
{
    [Fact]
    public void By_its_own_rules_nothing_differs_and_every_decision_is_as_recorded()
    {
        var retaken = Retake(Brought.ToActive(Brought.Supervision()).ToThirdFailure());

        Assert.Equal(
            [
                (DecidedOn.Eligibility, DecisionResult.Allowed), (DecidedOn.Offer, DecisionResult.Allowed),
                (DecidedOn.Failure, DecisionResult.FirstWarning), (DecidedOn.Failure, DecisionResult.FinalWarning), (DecidedOn.Failure, DecisionResult.BreachProposed),
            ],
            retaken.Decisions.Select(one => (one.On, one.Own)));
        Assert.DoesNotContain(retaken.Decisions, one => one.Differs);
        Assert.Equal(0, retaken.NotRetaken);
    }

    [Fact]
    public void With_a_breach_proposed_at_the_fourth_failure_the_third_brings_another_final_warning()
    {
        var differs = Assert.Single(Differing(Brought.ToActive(Brought.Supervision()).ToThirdFailure(), "breach.proposeAt=4"));

        Assert.Equal((DecidedOn.Failure, DecisionResult.BreachProposed, DecisionResult.FinalWarning), (differs.On, differs.Own, differs.Other));
    }

    [Fact]
    public void A_stricter_rule_refuses_the_person_who_was_approved_and_says_why()
    {
        var differs = Differing(Brought.ToOffered(Brought.Supervision()), "eligibility[3].number=0")[0];

        Assert.Equal((DecidedOn.Eligibility, DecisionResult.Allowed, DecisionResult.Refused), (differs.On, differs.Own, differs.Other));
        Assert.Contains("days since the offence", differs.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lower_limit_refuses_the_offer()
    {
        var differs = Assert.Single(Differing(Brought.ToOffered(Brought.Supervision(), Brought.Pathway()), "conditions.most=2"));

        Assert.Equal((DecidedOn.Offer, DecisionResult.Refused), (differs.On, differs.Other));
        Assert.NotNull(differs.Why);
    }

    [Fact]
    public void A_shorter_allowance_refuses_the_extension()
    {
        var extended = Brought.ToActive(Brought.Supervision()).On("2026-06-10")
            .When(new TermCommand.ExtendTerm(new LocalDate(2026, 7, 18), ParticipantAgreed: true)).Is(AgreementStatus.Active);

        var differs = Assert.Single(Differing(extended, "breach.mostExtensionDays=7"));

        Assert.Equal((DecidedOn.Extension, DecisionResult.Allowed, DecisionResult.Refused), (differs.On, differs.Own, differs.Other));
    }

    [Fact]
    public void What_its_own_rules_no_longer_decide_as_recorded_is_counted_and_left_out()
    {
        var offered = Brought.ToOffered(Brought.RestorativeJustice());
        var without = offered.RulesInForce with { Staff = new StaffDirectory([new StaffRef("nobody", "Nobody")], [new StaffRef("else", "Somebody Else")], ["Another"]) };

        var retaken = Retaking.Of(offered.Past, (_, _) => without, (_, _) => without);

        Assert.Equal(1, retaken.NotRetaken);
        Assert.DoesNotContain(retaken.Decisions, one => one.On == DecidedOn.Offer);
    }

    private static PastDecision[] Differing(Case lived, params string[] figures) => [.. Retake(lived, figures).Decisions.Where(one => one.Differs)];

    private static RetakenPast Retake(Case lived, params string[] figures)
    {
        var (own, other) = (lived.RulesInForce, lived.RulesInForce with { Scheme = Shipped.With(figures).Scheme });
        return Retaking.Of(lived.Past, (_, _) => own, (_, _) => other);
    }
}
