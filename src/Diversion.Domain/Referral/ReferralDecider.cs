using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

internal static class ReferralDecider
{
    public static Refusal? Decide(Unfolding unfolding, ReferralCommand command) => command switch
    {
        ReferralCommand.Refer c => Refer(unfolding, c),
        ReferralCommand.AmendReferral c => Amend(unfolding, c),
        ReferralCommand.ChangeContact c => ContactDecider.Change(unfolding, c),
        ReferralCommand.RecordFacts c => RecordFacts(unfolding, c),
        ReferralCommand.RecordRisk c => RecordRisk(unfolding, c),
        ReferralCommand.OverrideRisk c => OverrideRisk(unfolding, c),
        ReferralCommand.RecordCheck c => RecordCheck(unfolding, c),
        ReferralCommand.ApproveEligibility c => Approve(unfolding, c),
        ReferralCommand.FindNotEligible => EligibilityDecider.FindNotEligible(unfolding),
        ReferralCommand.AllocateArm c => Allocate(unfolding, c),
        ReferralCommand.RecordNeeds c => RecordNeeds(unfolding, c),
        ReferralCommand.RecordGoals c => RecordGoals(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Refer(Unfolding unfolding, ReferralCommand.Refer command)
    {
        if (Facts(unfolding, command.Person, command.Offence, out var offence) is { } fault)
        {
            return fault;
        }

        if (PersonReading.Read(command.Person, null, unfolding.Today, out var person) is { } unread)
        {
            return unread;
        }

        if (DuplicateDecider.Check(unfolding, command.DuplicateReason, DuplicateStage.Referral) is { } duplicate)
        {
            return duplicate;
        }

        // The calendar check itself adds 45 days of aftercare; a referral needs working days for its first deadlines.
        if (unfolding.CalendarCovers(unfolding.Today) is { } uncovered)
        {
            return uncovered;
        }

        var days = unfolding.Scheme.Checks.DueWorkingDays;
        unfolding.Raise(new ReferralEvent.Referred(
            command.Id,
            unfolding.Scheme.Reference,
            person,
            offence,
            command.Officer,
            command.CustodyReference,
            unfolding.Now,
            ChargeByClock.For(offence),
            unfolding.InWorkingDays(RuleIds.CheckSafeguarding, days),
            unfolding.InWorkingDays(RuleIds.CheckDomesticAbuse, days),
            command.By.Id == command.Officer.Id ? null : command.By.Id));
        DuplicateDecider.Record(unfolding, command.DuplicateReason, DuplicateStage.Referral);
        return null;
    }

    private static Refusal? Approve(Unfolding unfolding, ReferralCommand.ApproveEligibility command)
    {
        if (unfolding.State.Status is AgreementStatus.Referred or AgreementStatus.Eligible
            && DuplicateDecider.Check(unfolding, command.DuplicateReason, DuplicateStage.Approval) is { } duplicate)
        {
            return duplicate;
        }

        if (EligibilityDecider.Approve(unfolding, command) is { } refused)
        {
            return refused;
        }

        DuplicateDecider.Record(unfolding, command.DuplicateReason, DuplicateStage.Approval);
        return null;
    }

    private static Refusal? Amend(Unfolding unfolding, ReferralCommand.AmendReferral command)
    {
        if (BeforeOffer(unfolding) is { } refused)
        {
            return refused;
        }

        if (Facts(unfolding, command.Person, command.Offence, out var offence) is { } fault)
        {
            return fault;
        }

        if (PersonReading.Read(command.Person, unfolding.State.Referral.Person, unfolding.Today, out var person) is { } unread)
        {
            return unread;
        }

        if (person != unfolding.State.Referral.Person || offence != unfolding.State.Referral.Offence)
        {
            unfolding.Raise(new ReferralEvent.Amended(person, offence, ChargeByClock.For(offence)));
        }

        return null;
    }

    private static Refusal? RecordFacts(Unfolding unfolding, ReferralCommand.RecordFacts command)
    {
        if (BeforeOffer(unfolding) is { } refused)
        {
            return refused;
        }

        if (command.Facts is null || command.Facts.PreviousConvictions is < 0 or > 1000)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Previous convictions are a number from 0 to 1000.");
        }

        if (unfolding.Scheme.Vocabulary.Read(command.Facts, out var facts) is { } unread)
        {
            return unread;
        }

        if (!unfolding.State.Referral.Facts.MergedWith(facts).SameAs(unfolding.State.Referral.Facts))
        {
            unfolding.Raise(new ReferralEvent.FactsRecorded(facts));
        }

        return null;
    }

    private static Refusal? RecordRisk(Unfolding unfolding, ReferralCommand.RecordRisk command)
    {
        if (BeforeOffer(unfolding) is { } refused)
        {
            return refused;
        }

        var known = unfolding.State.Referral.Risk;
        if (known != known with { Tool = command.Tool, Score = command.Score, ToolBand = command.ToolBand, JudgedBand = command.JudgedBand })
        {
            unfolding.Raise(new ReferralEvent.RiskRecorded(command.Tool, command.Score, command.ToolBand, command.JudgedBand));
        }

        return null;
    }

    private static Refusal? OverrideRisk(Unfolding unfolding, ReferralCommand.OverrideRisk command)
    {
        if (BeforeOffer(unfolding) is { } refused)
        {
            return refused;
        }

        if (OverrideRules.OfOwn(unfolding) is { } own)
        {
            return own;
        }

        var risk = unfolding.State.Referral.Risk;
        if (risk.RecordedBand is not { } recorded)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotKnown, "No risk band is recorded, so there is none to override. Record the risk first.");
        }

        if (OverrideReasons.Check(unfolding.Command.Reason) is { } unexplained)
        {
            return unexplained;
        }

        if (risk.OverrideBand != command.Band)
        {
            unfolding.Raise(new ReferralEvent.RiskOverridden(
                command.Band, recorded, unfolding.Command.Reason!.Trim(), unfolding.Command.By.AsStaff(), unfolding.Now));
        }

        return null;
    }

    private static Refusal? RecordCheck(Unfolding unfolding, ReferralCommand.RecordCheck command)
    {
        var referral = unfolding.State.Referral;
        var (known, note) = command.Check == CheckKind.Safeguarding
            ? (referral.SafeguardingConcern, referral.SafeguardingNote)
            : (referral.DomesticAbuseConcern, referral.DomesticAbuseNote);
        if (known != command.Concern || (command.Note is not null && command.Note != note))
        {
            unfolding.Raise(new ReferralEvent.CheckReturned(command.Check, command.Concern, command.Note));
            Conditions.RestorativeJustice.ChildProtection.BlockOpenConditions(unfolding);
        }

        return null;
    }

    private static Refusal? Allocate(Unfolding unfolding, ReferralCommand.AllocateArm command)
    {
        if (unfolding.State.Referral.Arm is { } drawn)
        {
            return drawn == command.Arm
                ? null
                : new Refusal.WrongState(RefusalCode.ArmAllocated, "The arm was allocated before; an allocation is never drawn again.");
        }

        if (unfolding.State.Status != AgreementStatus.Eligible)
        {
            return WrongStatus(unfolding.State, "An arm is allocated once eligibility is approved and before an offer");
        }

        if (EligibilityDecider.Stale(unfolding) is { } stale)
        {
            return stale;
        }

        unfolding.Raise(new ReferralEvent.ArmAllocated(command.Arm, command.Stratum, command.Number, unfolding.Now));
        if (command.Arm == TrialArm.Control)
        {
            VictimPromises.OnDecision(unfolding);
            CaseOutcomes.Owe(unfolding);
        }

        return null;
    }

    private static Refusal? RecordNeeds(Unfolding unfolding, ReferralCommand.RecordNeeds command)
    {
        ImmutableArray<Conditions.Pathway.PathwayKind> needs = command.Needs.IsDefault ? [] : [.. command.Needs.Distinct()];
        if (!needs.SequenceEqual(unfolding.State.Referral.Needs))
        {
            unfolding.Raise(new ReferralEvent.NeedsRecorded(needs));
        }

        return null;
    }

    private static Refusal? RecordGoals(Unfolding unfolding, ReferralCommand.RecordGoals command)
    {
        ImmutableArray<string> goals = command.Goals.IsDefault ? [] : command.Goals;
        if (goals.Length > ReferralCommand.RecordGoals.Most)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"At most {ReferralCommand.RecordGoals.Most} goals: a few that matter to the person.");
        }

        if (!goals.SequenceEqual(unfolding.State.Referral.Goals))
        {
            unfolding.Raise(new ReferralEvent.GoalsRecorded(goals));
        }

        return null;
    }

    private static Refusal? Facts(Unfolding unfolding, Person person, Offence offence, out Offence read)
    {
        if (unfolding.Scheme.Vocabulary.Read(offence, out read) is { } unread)
        {
            return unread;
        }

        if (offence.CommittedOn > unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The offence is dated in the future. Check the date.");
        }

        if (offence.FirstStatementOn is { } statement && (statement > unfolding.Today || statement < offence.CommittedOn))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The first statement lies between the offence and today. Check the date.");
        }

        if (person.BornOn >= offence.CommittedOn || person.BornOn < BirthDates.Earliest)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The date of birth lies between 1900 and the offence. Check the date.");
        }

        if (offence.CommittedOn < Anniversary.Of(person.BornOn, 10) || offence.CommittedOn < BirthDates.Earliest.PlusYears(50))
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, "The offence is dated too early for this person. Check both dates.");
        }

        return BirthDates.Check(person, unfolding.Today);
    }

    private static Refusal? BeforeOffer(Unfolding unfolding) =>
        unfolding.State.Status is AgreementStatus.Referred or AgreementStatus.Eligible
            ? null
            : WrongStatus(unfolding.State, "This is recorded before an offer is made; withdraw the offer first");

    internal static Refusal WrongStatus(AgreementState state, string rule) =>
        new Refusal.WrongState(RefusalCode.WrongStatus, $"{rule}. It is {Words.Of(state.Status)} now.");
}
