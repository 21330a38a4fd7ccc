using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

internal static class ReferralDecider
{
    private static readonly LocalDate EarliestBirth = new(1900, 1, 1);

    public static Refusal? Decide(Unfolding unfolding, ReferralCommand command) => command switch
    {
        ReferralCommand.Refer c => Refer(unfolding, c),
        ReferralCommand.AmendReferral c => Amend(unfolding, c),
        ReferralCommand.RecordFacts c => RecordFacts(unfolding, c),
        ReferralCommand.RecordRisk c => RecordRisk(unfolding, c),
        ReferralCommand.OverrideRisk c => OverrideRisk(unfolding, c),
        ReferralCommand.RecordCheck c => RecordCheck(unfolding, c),
        ReferralCommand.ApproveEligibility c => Approve(unfolding, c),
        ReferralCommand.FindNotEligible => FindNotEligible(unfolding),
        ReferralCommand.AllocateArm c => Allocate(unfolding, c),
        ReferralCommand.RecordNeeds c => RecordNeeds(unfolding, c),
        ReferralCommand.RecordGoals c => RecordGoals(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>The rules applied to what is known now; the same for an approval and for a dry run.</summary>
    public static ImmutableArray<RuleAnswer> Assess(AgreementState state, Ground ground, LocalDate today, bool bySergeant) =>
        EligibilityAssessment.Assess(
            new EligibilityCase(
                state.Referral.Person,
                state.Referral.Offence,
                state.Referral.Facts,
                state.Referral.Risk.BandInForce,
                state.Victim.ViewsSettled,
                state.Referral.DomesticAbuseConcern,
                bySergeant),
            ground.Scheme,
            today);

    /// <summary>Rules that were met or overridden at the approval and are not on the facts of today.</summary>
    public static ImmutableArray<string> NoLongerApproved(Unfolding unfolding)
    {
        var state = unfolding.State;
        var ground = new Ground(unfolding.Scheme, unfolding.Calendar);

        // The offence was recent enough on the day of referral: an approval does not run out by itself.
        var referredOn = Time.WorkingCalendar.DateOf(state.Referral.ReferredAt);
        var unseen = Assess(state, ground, referredOn, bySergeant: false);
        var seen = Assess(state, ground, referredOn, bySergeant: true);
        var changed = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < seen.Length; i++)
        {
            // What only a sergeant may let pass counts as seen when the approval names the same facts.
            var stands = state.Referral.Overrides.Any(waived => waived.Rule == seen[i].Rule)
                || unseen[i].Answer == Answer.Met
                || (seen[i].Answer == Answer.Met && state.Referral.Answers.Contains(seen[i]));
            if (!stands)
            {
                changed.Add(seen[i].Rule);
            }
        }

        return changed.ToImmutable();
    }

    private static Refusal? Refer(Unfolding unfolding, ReferralCommand.Refer command)
    {
        if (Facts(unfolding, command.Person, command.Offence) is { } fault)
        {
            return fault;
        }

        // 45 days of aftercare are added by the check itself; a referral needs working days for its first deadlines.
        if (unfolding.CalendarCovers(unfolding.Today) is { } uncovered)
        {
            return uncovered;
        }

        var days = unfolding.Scheme.Checks.DueWorkingDays;
        unfolding.Raise(new ReferralEvent.Referred(
            command.Id,
            unfolding.Scheme.Reference,
            command.Person,
            command.Offence,
            command.Officer,
            command.CustodyReference,
            unfolding.Now,
            ChargeByClock.For(command.Offence),
            unfolding.InWorkingDays(RuleIds.CheckSafeguarding, days),
            unfolding.InWorkingDays(RuleIds.CheckDomesticAbuse, days)));
        return null;
    }

    private static Refusal? Amend(Unfolding unfolding, ReferralCommand.AmendReferral command)
    {
        if (BeforeOffer(unfolding) is { } refused)
        {
            return refused;
        }

        if (Facts(unfolding, command.Person, command.Offence) is { } fault)
        {
            return fault;
        }

        if (command.Person != unfolding.State.Referral.Person || command.Offence != unfolding.State.Referral.Offence)
        {
            unfolding.Raise(new ReferralEvent.Amended(command.Person, command.Offence, ChargeByClock.For(command.Offence)));
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

        if (!unfolding.State.Referral.Facts.MergedWith(command.Facts).SameAs(unfolding.State.Referral.Facts))
        {
            unfolding.Raise(new ReferralEvent.FactsRecorded(command.Facts));
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

        if (unfolding.State.Referral.Risk.OverrideBand != command.Band)
        {
            unfolding.Raise(new ReferralEvent.RiskOverridden(command.Band));
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

    private static Refusal? Approve(Unfolding unfolding, ReferralCommand.ApproveEligibility command)
    {
        var state = unfolding.State;
        if (state.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return WrongStatus(state, "Eligibility is approved before an offer is made");
        }

        // Approved already, and nothing that it stands on has changed.
        if (state.Status == AgreementStatus.Eligible && NoLongerApproved(unfolding).IsEmpty)
        {
            return null;
        }

        var overrides = command.Overrides.IsDefault ? [] : command.Overrides;
        foreach (var waived in overrides)
        {
            if (unfolding.Scheme.Eligibility.All(rule => rule.Id != waived.Rule))
            {
                return new Refusal.Unknown(
                    RefusalCode.RuleUnknown,
                    $"There is no rule of that name. The scheme's rules: {string.Join(", ", unfolding.Scheme.Eligibility.Select(rule => rule.Id))}.");
            }
        }

        var answers = Assess(state, new Ground(unfolding.Scheme, unfolding.Calendar), unfolding.Today, unfolding.Command.By.Role == Role.Sergeant);
        var standing = answers.Where(answer => overrides.All(waived => waived.Rule != answer.Rule)).ToArray();
        if (standing.Where(answer => answer.Answer == Answer.NotMet).Select(answer => answer.Rule).ToArray() is { Length: > 0 } notMet)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"Not met: {string.Join(", ", notMet)}. Find the person not eligible, or override each with a reason.");
        }

        if (standing.Where(answer => answer.Answer == Answer.NotKnown).Select(answer => answer.Rule).ToArray() is { Length: > 0 } notKnown)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotKnown,
                $"Not known yet: {string.Join(", ", notKnown)}. Record the facts, or override each with a reason.");
        }

        unfolding.Raise(new ReferralEvent.EligibilityApproved(answers, overrides));
        return null;
    }

    private static Refusal? FindNotEligible(Unfolding unfolding)
    {
        if (unfolding.State.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible))
        {
            return WrongStatus(unfolding.State, "A person is found not eligible before an offer; after signing, discontinue");
        }

        var answers = Assess(unfolding.State, new Ground(unfolding.Scheme, unfolding.Calendar), unfolding.Today, bySergeant: false);
        unfolding.Raise(new ReferralEvent.FoundNotEligible(answers, unfolding.Now));
        VictimPromises.OnDecision(unfolding);
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

        unfolding.Raise(new ReferralEvent.ArmAllocated(command.Arm, command.Stratum, command.Number, unfolding.Now));
        if (command.Arm == TrialArm.Control)
        {
            VictimPromises.OnDecision(unfolding);
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
        if (goals.Length > 10)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "At most 10 goals: a few that matter to the person.");
        }

        if (!goals.SequenceEqual(unfolding.State.Referral.Goals))
        {
            unfolding.Raise(new ReferralEvent.GoalsRecorded(goals));
        }

        return null;
    }

    private static Refusal? Facts(Unfolding unfolding, Person person, Offence offence)
    {
        if (offence.CommittedOn > unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The offence is dated in the future. Check the date.");
        }

        if (offence.FirstStatementOn is { } statement && (statement > unfolding.Today || statement < offence.CommittedOn))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The first statement lies between the offence and today. Check the date.");
        }

        if (person.BornOn >= offence.CommittedOn || person.BornOn < EarliestBirth)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The date of birth lies between 1900 and the offence. Check the date.");
        }

        return offence.CommittedOn < person.BornOn.PlusYears(10) || offence.CommittedOn < EarliestBirth.PlusYears(50)
            ? new Refusal.Invalid(RefusalCode.DateTooOld, "The offence is dated too early for this person. Check both dates.")
            : null;
    }

    private static Refusal? BeforeOffer(Unfolding unfolding) =>
        unfolding.State.Status is AgreementStatus.Referred or AgreementStatus.Eligible
            ? null
            : WrongStatus(unfolding.State, "This is recorded before an offer is made; withdraw the offer first");

    private static Refusal WrongStatus(AgreementState state, string rule) =>
        new Refusal.WrongState(RefusalCode.WrongStatus, $"{rule}. It is {Words.Of(state.Status)} now.");
}
