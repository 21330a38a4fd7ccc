using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>A letter is written by the person, checked, and handed over or kept as the victim wishes.</summary>
public sealed class ApologyTests
{
    private static readonly LocalDate Day = new(2026, 3, 10);

    [Fact]
    public void Written_checked_and_handed_over_it_is_kept()
    {
        var active = Signed();
        Assert.Equal((RuleIds.ApologyWritten, Addressee.KeyWorker), active.Owed("letter-of-apology/written") is var written ? (written.Deadline.Rule, written.Owner) : default);

        active.When(Write()).OwesNo("letter-of-apology/written");
        Assert.Equal((Case.Time("2026-03-17 17:00"), Addressee.Facilitator), active.Owed("letter-of-apology/checked") is var check ? (check.Deadline.Due, check.Owner) : default);
        active.When(Check(), People.Facilitator).OwesNo("letter-of-apology/checked").Owed("letter-of-apology/end");

        active.When(End(LetterEnd.HandedOver), People.Facilitator).OwesNo("letter-of-apology/end");
        active.Then<ConditionEvent.ConditionKept>();
        active.When(End(LetterEnd.HandedOver), People.Facilitator).ThenNothing();
    }

    [Fact]
    public void A_victim_who_does_not_want_it_is_no_failure_of_the_person() =>
        Signed().When(Write()).When(Check()).When(End(LetterEnd.Kept)).Then<ConditionEvent.ConditionKept>();

    [Fact]
    public void One_that_is_not_fit_is_written_anew()
    {
        var anew = Signed().When(Write()).When(Check() with { Fit = false });

        Assert.Equal(Case.Time("2026-03-24 17:00"), anew.Owed("letter-of-apology/written").Deadline.Due);
        anew.When(End(LetterEnd.HandedOver)).Refused(RefusalCode.ConditionNotReady);
        anew.When(Check()).Refused(RefusalCode.ConditionNotReady);
        anew.When(Write()).OwesNo("letter-of-apology/written").Owed("letter-of-apology/checked");
    }

    [Fact]
    public void The_times_of_a_letter_are_the_scheme_s()
    {
        var rules = Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { LetterOfApology = new LetterOfApologyRules(CheckWorkingDays: 1, RewriteWorkingDays: 2, EndWorkingDays: 3) } };
        var written = Signed(rules).When(Write());

        Assert.Equal(Case.Time("2026-03-11 17:00"), written.Owed("letter-of-apology/checked").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-12 17:00"), Signed(rules).When(Write()).When(Check() with { Fit = false }).Owed("letter-of-apology/written").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-13 17:00"), written.When(Check()).Owed("letter-of-apology/end").Deadline.Due);
    }

    [Fact]
    public void Nobody_gives_it_to_the_victim_unread()
    {
        Signed().When(Write()).When(End(LetterEnd.HandedOver)).Refused(RefusalCode.ConditionNotReady);
        Signed().When(Check()).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void In_a_child_protection_case_it_is_neither_agreed_nor_handed_over()
    {
        Brought.ToEligible(concern: true).On(Brought.Signing).When(Brought.Offer(new ConditionTerms.LetterOfApology())).Refused(RefusalCode.ChildProtection);

        var known = Signed().Given(Write(), Check(), new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true));
        known.When(End(LetterEnd.HandedOver)).Refused(RefusalCode.ChildProtection);
        known.When(End(LetterEnd.Kept)).Then<ConditionEvent.ConditionKept>();
    }

    [Fact]
    public void Without_a_facilitator_the_key_worker_checks_it()
    {
        var active = Brought.ToActive(new ConditionTerms.LetterOfApology()).On("2026-03-10").When(Write());

        Assert.Equal(Addressee.KeyWorker, active.Owed("letter-of-apology/checked").Owner);
    }

    [Fact]
    public void Days_that_cannot_be_are_refused()
    {
        var active = Signed();

        active.When(Write() with { On = new LocalDate(2026, 3, 11) }).Refused(RefusalCode.DateInFuture);
        active.When(Write()).When(Check() with { On = new LocalDate(2026, 3, 9) }).Refused(RefusalCode.DateTooOld);
        active.When(Write()).ThenNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Not_written_by_the_end_it_is_the_persons_and_not_checked_it_is_ours(bool written)
    {
        var active = Signed();
        if (written)
        {
            active.Given(Write());
        }

        var over = active.Until("2026-07-20 00:00");

        Assert.Equal(written ? AgreementStatus.Concluding : AgreementStatus.BreachReview, over.State.Status);
    }

    [Fact]
    public void It_is_to_a_victim_of_the_case_who_is_named_where_there_are_several()
    {
        Brought.ToEligible(victim: false).On(Brought.Signing).When(Brought.Offer(new ConditionTerms.LetterOfApology())).Refused(RefusalCode.VictimNone);
        Assert.Equal(1, Signed().State.Condition<ApologyCondition>("letter-of-apology").Victim);

        var two = Brought.ToEligible()
            .Given(new VictimCommand.RecordVictim(true, Name: "Wes Example"), new VictimCommand.RecordVictimViews("Me too") { Victim = 2 }).On(Brought.Signing);
        two.When(Brought.Offer(new ConditionTerms.LetterOfApology())).Refused(RefusalCode.VictimUnknown);
        var signed = two.Given(Brought.Offer(new ConditionTerms.LetterOfApology(Victim: 2)), Brought.Sign());
        Assert.Equal(2, signed.State.Condition<ApologyCondition>("letter-of-apology").Victim);
        signed.When(new VictimCommand.RemoveVictim { Victim = 2, Reason = "A mistake." }).Refused(RefusalCode.VictimTakesPart);
    }

    private static Case Signed(RulesInForce? inForce = null) => Brought.ToActive(inForce ?? Shipped.Checkpoint, new ConditionTerms.LetterOfApology(People.RestorativeFacilitator)).On("2026-03-10");

    private static ApologyCommand.RecordLetterWritten Write() => new("letter-of-apology", Day);

    private static ApologyCommand.CheckLetter Check() => new("letter-of-apology", Day, true);

    private static ApologyCommand.RecordLetterEnd End(LetterEnd end) => new("letter-of-apology", Day, end);
}
