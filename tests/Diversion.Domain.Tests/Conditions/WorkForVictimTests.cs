using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>Reparation that is work for a victim, if both wish: the person by signing, the victim by saying so.</summary>
public sealed class WorkForVictimTests
{
    private static readonly ConditionTerms.Reparation Terms = new(18, null, 1, true);

    [Fact]
    public void It_needs_the_victims_yes_and_a_victim_of_the_case()
    {
        var eligible = Brought.ToEligible().On(Brought.Signing);

        eligible.When(Brought.Offer(Terms with { VictimAgreed = false })).Refused(RefusalCode.VictimDeclines);
        eligible.When(Brought.Offer(Terms with { Victim = 2 })).Refused(RefusalCode.VictimUnknown);
        Brought.ToEligible(victim: false).On(Brought.Signing).When(Brought.Offer(Terms)).Refused(RefusalCode.VictimNone);
        eligible.When(Brought.Offer(Terms)).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void The_victim_stays_on_the_case()
    {
        var signed = Brought.ToEligible().Given(new VictimCommand.RecordVictim(true, Name: "Wes Example"), new VictimCommand.RecordVictimViews("Me too") { Victim = 2 })
            .On(Brought.Signing).Given(Brought.Offer(Terms with { Victim = 2 }), Brought.Sign());

        Assert.Equal(2, signed.State.Condition<ReparationCondition>("reparation").ForVictim);
        signed.When(new VictimCommand.RemoveVictim { Victim = 2, Reason = "A mistake." }).Refused(RefusalCode.VictimTakesPart);
    }

    [Fact]
    public void A_no_stops_the_work_and_is_never_the_persons_failure()
    {
        var stopped = Brought.ToActive(Terms).On("2026-03-10").When(Wish(false));

        stopped.Then<ConditionEvent.ConditionBlocked>();
        stopped.OwesNo("reparation/placement").OwesNo("reparation/all").Owed("settle/reparation");
        stopped.When(Wish(false)).ThenNothing();
        stopped.When(new ReparationCommand.ArrangePlacement("reparation", "p-1", "Garden", false, new LocalDate(2026, 3, 12))).Refused(RefusalCode.ConditionNotReady);
        stopped.When(new TermCommand.FailCondition("reparation", FailureCause.Participant) { Reason = "Not done." }).Refused(RefusalCode.NotParticipantsFailure);
        Assert.Equal(AgreementStatus.Concluding, stopped.Until("2026-07-20 00:00").State.Status);
    }

    [Fact]
    public void A_yes_after_all_makes_what_is_missing_due_again()
    {
        var again = Brought.ToActive(Terms).On("2026-03-10").Given(Wish(false)).When(Wish(true));

        again.OwesNo("settle/reparation").Owed("reparation/placement");
        again.Owed("reparation/half");
        again.Owed("reparation/all");
    }

    [Fact]
    public void In_a_child_protection_case_it_is_neither_agreed_nor_carried_on()
    {
        Brought.ToEligible(concern: true).On(Brought.Signing).When(Brought.Offer(Terms)).Refused(RefusalCode.ChildProtection);

        var known = Brought.ToActive(Terms).On("2026-03-10").When(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true));
        known.OwesNo("reparation/placement").Owed("settle/reparation");
    }

    [Fact]
    public void Work_for_the_community_has_no_victim_to_ask() =>
        Brought.ToActive(Brought.Reparation()).On("2026-03-10").When(Wish(false)).Refused(RefusalCode.ConditionNotReady);

    private static ReparationCommand.RecordVictimOnWork Wish(bool wants) => new("reparation", wants);
}
