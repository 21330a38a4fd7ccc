using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using FsCheck.Fluent;

namespace Diversion.Domain.Tests.Agreements;

public sealed class PossibleActionTests
{
    [Fact]
    public void An_offer_before_the_checks_are_back_is_blocked_with_the_reason()
    {
        var agreement = Brought.ToReferred().Given(
            new ReferralCommand.RecordFacts(Brought.CleanFacts),
            new ReferralCommand.RecordRisk(null, null, null, Domain.Eligibility.RiskBand.Medium),
            new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
            new Domain.Victim.VictimCommand.RecordVictim(false))
            .When(new ReferralCommand.ApproveEligibility());

        Assert.Equal(RefusalCode.ChecksOutstanding, Of(agreement, People.Officer, "make-offer")?.Blocked?.Code);

        agreement.When(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        Assert.Null(Assert.IsType<PossibleAction>(Of(agreement, People.Officer, "make-offer")).Blocked);
    }

    [Fact]
    public void Each_check_can_be_recorded_by_itself() => Assert.Equal(
        ["DomesticAbuse", "Safeguarding"],
        Possible(Brought.ToReferred(), People.Officer).Where(action => action.Entry.Name == "record-check").Select(action => action.Subject.Item).Order());

    [Fact]
    public void A_lead_who_proposed_is_told_that_another_decides()
    {
        var agreement = Brought.ToActive(Brought.Supervision()).On("2026-03-16");
        agreement.When(new Domain.Breach.BreachCommand.ProposeBreach(), People.Lead);

        Assert.Equal(RefusalCode.BreachDeciderIsProposer, Of(agreement, People.Lead, "decide-breach")?.Blocked?.Code);
        Assert.Null(Assert.IsType<PossibleAction>(Of(agreement, People.OtherLead, "decide-breach")).Blocked);
        Assert.Null(Of(agreement, People.Worker, "decide-breach"));
    }

    [Fact]
    public void Restorative_steps_are_offered_in_their_order()
    {
        var agreement = Brought.ToActive(Brought.RestorativeJustice());
        Assert.NotNull(Of(agreement, People.Facilitator, "record-victim-contact"));
        Assert.Null(Of(agreement, People.Facilitator, "record-preparation"));

        agreement.Given(
            new Domain.Conditions.RestorativeJustice.RestorativeJusticeCommand.RecordVictimContact("restorative-justice", new LocalDate(2026, 3, 5)))
            .When(new Domain.Conditions.RestorativeJustice.RestorativeJusticeCommand.RecordVictimAnswer("restorative-justice", true));
        Assert.Null(Of(agreement, People.Facilitator, "record-victim-contact"));
        Assert.NotNull(Of(agreement, People.Facilitator, "record-preparation"));
    }

    [Fact]
    public void Fitting_a_tag_waits_for_consent()
    {
        var agreement = Brought.ToActive(Brought.Tag());
        Assert.Equal(RefusalCode.TagConsentMissing, Of(agreement, People.Worker, "record-tag-fitted")?.Blocked?.Code);
        Assert.Null(Of(agreement.Fitted(), People.Worker, "record-tag-fitted"));
    }

    [Fact]
    public void An_extension_that_is_used_up_is_blocked_with_the_latest_day()
    {
        var agreement = Brought.ToActive(Brought.Supervision()).When(new Domain.Term.TermCommand.ExtendTerm(new LocalDate(2026, 8, 2), true));
        Assert.Equal(RefusalCode.ExtensionTooLong, Of(agreement, People.Lead, "extend-term")?.Blocked?.Code);
    }

    [Fact]
    public void After_an_ending_only_what_outlives_it_is_offered()
    {
        foreach (var ending in Brought.EachEnding())
        {
            var agreement = ending();
            foreach (var role in Enum.GetValues<Role>())
            {
                Assert.All(Possible(agreement, People.In(role)), action => Assert.True(action.Candidate.AfterEnd, action.Entry.Name));
            }
        }
    }

    [Fact]
    public void Every_command_that_a_person_gives_is_offered_somewhere()
    {
        var offered = new HashSet<string>();
        foreach (var journey in Properties.Journeys.Journey().Generator.Sample(size: 50, seed: new FsCheck.Rnd(2026), numberOfSamples: 200))
        {
            var lived = journey.Live((before, _, _, agreement) => Collect(before, agreement));
            Collect(lived.State, lived);
        }

        // Few journeys come to a second act of a lead on the same hold.
        var held = Brought.ToActive(Brought.Supervision()).When(new Domain.Keeping.KeepingCommand.HoldRecord(Domain.Keeping.HoldCause.Other));
        Collect(held.State, held);

        // Few journeys come to their end with an agreed exit plan.
        var rung = Brought.ToActive().Given(new Domain.ExitPlans.ExitPlanCommand.PlanContinuation("Choir", "St Giles"), new Domain.ExitPlans.ExitPlanCommand.AgreeExitPlan(new(2026, 3, 5), "Kim")).Until(Brought.AfterTheTerm);
        Collect(rung.State, rung);

        var given = CommandCatalogue.All.Where(entry => entry.Roles is not [Role.Clock] && entry.Name is not ("refer" or "receive-transfer")).Select(entry => entry.Name);
        Assert.Empty(given.Except(offered));

        void Collect(AgreementState? state, Case agreement)
        {
            if (state is not null)
            {
                offered.UnionWith(new[] { Role.Sergeant, Role.KeyWorker, Role.ProgrammeLead, Role.Provider, Role.Feed, Role.Participant }
                    .SelectMany(role => Agreement.Possible(state, People.In(role), agreement.Now, _ => agreement.RulesInForce))
                    .Where(action => action.Blocked is null)
                    .Select(action => action.Entry.Name));
            }
        }
    }

    private static IReadOnlyList<PossibleAction> Possible(Case agreement, Actor by) =>
        Agreement.Possible(agreement.State, by, agreement.Now, _ => agreement.RulesInForce);

    private static PossibleAction? Of(Case agreement, Actor by, string command) =>
        Possible(agreement, by).SingleOrDefault(action => action.Entry.Name == command);
}
