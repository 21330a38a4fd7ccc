using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

public sealed class VariationTests
{
    [Fact]
    public void A_variation_makes_a_new_numbered_version_and_overwrites_nothing()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-04-01")
            .When(new TermCommand.VaryAgreement([Brought.Pathway()], ["supervision"], true));

        active.Then(
            active.Events[0],
            active.Events[1],
            new TermEvent.AgreementVaried(2, ["pathway"], ["supervision"], new PersonAgreed(new LocalDate(2026, 4, 1))),
            new TellingEvent.PersonToBeTold(
                "version-2", NewsKind.Variation, 2, active.Now, Schemes.Addressee.KeyWorker, active.Owed("person/version-2").Deadline));
        Assert.Equal(ConditionStatus.Waived, active.Condition<SupervisionCondition>().Status);
        Assert.Equal(3, active.State.Conditions.Length);
        Assert.DoesNotContain(active.State.Obligations, open => open.Track == "supervision");
        Assert.Equal(Case.Time("2026-04-10 17:00"), active.Owed("pathway/referral").Deadline.Due);
    }

    [Fact]
    public void Every_change_of_what_was_agreed_is_a_version_of_its_own_with_the_persons_agreement_where_it_is_needed()
    {
        var active = Brought.ToActive(Brought.Five()).On("2026-04-01");
        var agreed = new PersonAgreed(new LocalDate(2026, 3, 31), AgreedHow.Telephone);

        var varied = active.When(new TermCommand.VaryAgreement(Remove: ["supervision"], ParticipantAgreed: true, AgreedOn: agreed.On, AgreedHow: agreed.How)).Then<TermEvent.AgreementVaried>();
        Assert.Equal((2, agreed), (varied.Version, varied.Agreed));
        var substituted = active.When(new TermCommand.SubstituteCondition("reparation", Brought.Supervision(), true, agreed.On, agreed.How)).Then<TermEvent.AgreementVaried>();
        Assert.Equal((3, agreed), (substituted.Version, substituted.Agreed));
        var waived = active.When(new TermCommand.WaiveCondition("pathway")).Then<TermEvent.AgreementVaried>();
        Assert.Equal((4, null), (waived.Version, waived.Agreed));
        var extended = active.When(new TermCommand.ExtendTerm(active.State.Term!.LastDay.PlusDays(7), true, agreed.On, AgreedHow.Signed)).Then<TermEvent.TermExtended>();
        Assert.Equal((5, AgreedHow.Signed), (extended.Version, extended.Agreed!.How));
        var decided = active.Given(
                new BreachCommand.ProposeBreach())
            .When(new BreachCommand.DecideBreach(BreachDecision.Extend, active.State.Term.LastDay.PlusDays(7), ParticipantAgreed: true))
            .Then<TermEvent.TermExtended>();
        Assert.Equal((6, new PersonAgreed(new LocalDate(2026, 4, 1))), (decided.Version, decided.Agreed));
        Assert.Equal(6, active.State.Term.Version);
    }

    [Fact]
    public void The_person_agreed_on_a_day_that_has_come_since_the_signing()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-04-01");

        active.When(new TermCommand.VaryAgreement(Remove: ["supervision"], ParticipantAgreed: true, AgreedOn: new LocalDate(2026, 4, 2))).Refused(RefusalCode.DateInFuture);
        active.When(new TermCommand.ExtendTerm(active.State.Term!.LastDay.PlusDays(7), true, new LocalDate(2026, 1, 2))).Refused(RefusalCode.DateTooOld);
        active.When(new TermCommand.ExtendTerm(active.State.Term!.LastDay.PlusDays(7), true, null, (AgreedHow)99)).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void A_variation_needs_the_persons_agreement_and_a_reason()
    {
        var active = Brought.ToActive(Brought.Supervision());

        active.When(new TermCommand.VaryAgreement([Brought.Pathway()])).Refused(RefusalCode.ParticipantMustAgree);
        Assert.Equal(
            RefusalCode.ReasonMissing,
            Agreement.Decide(active.State, new TermCommand.VaryAgreement([Brought.Pathway()], ParticipantAgreed: true) { By = People.Lead, At = active.Now }, active.RulesInForce).Refusal!.Code);
    }

    [Fact]
    public void A_variation_keeps_the_few_conditions_few()
    {
        var active = Brought.ToActive(Brought.Five());

        active.When(new TermCommand.VaryAgreement([Brought.Pathway(PathwayKind.Health)], ParticipantAgreed: true)).Refused(RefusalCode.TooManyConditions);
        active.When(new TermCommand.VaryAgreement([Brought.Pathway(PathwayKind.Health)], ["supervision"], true));
        Assert.Equal("pathway-2", active.State.Conditions[^1].Id);
    }

    [Fact]
    public void At_most_two_pathways_after_a_variation_each_for_its_own_need()
    {
        var active = Brought.ToActive(Brought.Pathway());

        active.When(new TermCommand.VaryAgreement([Brought.Pathway()], ParticipantAgreed: true)).Refused(RefusalCode.ConditionRepeated);
        active.Given(new TermCommand.VaryAgreement([Brought.Pathway(PathwayKind.Health)], ParticipantAgreed: true));
        active.When(new TermCommand.VaryAgreement([Brought.Pathway(PathwayKind.Relationships)], ParticipantAgreed: true)).Refused(RefusalCode.ConditionRepeated);
    }

    [Fact]
    public void A_condition_is_waived_by_a_lead_with_a_reason()
    {
        var active = Brought.ToActive(Brought.Supervision());

        active.When(new TermCommand.WaiveCondition("supervision"), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        active.Given(new TermCommand.WaiveCondition("supervision"));
        active.When(new TermCommand.WaiveCondition("supervision")).ThenNothing();
        active.When(new TermCommand.WaiveCondition("unicycle")).Refused(RefusalCode.ConditionUnknown);
        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void When_the_term_is_over_nothing_is_added_to_it()
    {
        var concluding = Brought.ToConcluding();

        concluding.When(new TermCommand.VaryAgreement([Brought.Supervision()], ParticipantAgreed: true)).Refused(RefusalCode.TermOver);
        concluding.When(new TermCommand.SubstituteCondition("pathway", Brought.Supervision(), true)).Refused(RefusalCode.TermOver);
        concluding.Given(new TermCommand.VaryAgreement(Remove: ["pathway"], ParticipantAgreed: true)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Nothing_to_vary_is_refused() =>
        Brought.ToActive().When(new TermCommand.VaryAgreement(ParticipantAgreed: true)).Refused(RefusalCode.NothingToVary);

    [Fact]
    public void An_agreement_keeps_the_scheme_version_it_was_offered_under()
    {
        var active = Brought.ToActive();

        Assert.Equal("checkpoint/1", active.State.Scheme.ToString());
    }

    [Fact]
    public void A_change_of_key_worker_counts_for_continuity_a_new_address_does_not()
    {
        var active = Brought.ToActive().When(new TermCommand.ChangeKeyWorker(People.KeyWorker with { Email = "new@example.test" }) { By = People.Lead });
        Assert.Equal(0, active.State.KeyWorkerChanges);

        active.When(new TermCommand.ChangeKeyWorker(new("worker-2", "Kim Worker")) { By = People.Lead });
        Assert.Equal(("worker-2", 1), (active.State.KeyWorker!.Id, active.State.KeyWorkerChanges));
        active.When(new TermCommand.ChangeKeyWorker(new("worker-2", "Kim Worker")), People.Lead).ThenNothing();
        active.When(new TermCommand.ChangeKeyWorker(new("worker-3", "Kay Worker")), People.Worker).Refused(RefusalCode.RoleNotPermitted);
    }
}
