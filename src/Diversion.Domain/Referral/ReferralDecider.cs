using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Sharing;
using Diversion.Domain.Term;
using Diversion.Domain.Trials;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

internal static class ReferralDecider
{
    public static Refusal? Decide(DecisionContext context, ReferralCommand command) => command switch
    {
        ReferralCommand.Refer c => Refer(context, c),
        ReferralCommand.AmendReferral c => Amend(context, c),
        ReferralCommand.AddOffence c => BeforeOffer(context) ?? FrozenFacts.Of(context.State) ?? OffenceDecider.Add(context, c.Offence),
        ReferralCommand.CorrectOffence c => BeforeOffer(context) ?? FrozenFacts.Of(context.State) ?? OffenceDecider.Correct(context, c.Number, c.Offence),
        ReferralCommand.RemoveOffence c => BeforeOffer(context) ?? FrozenFacts.Of(context.State) ?? OffenceDecider.Remove(context, c.Number),
        ReferralCommand.ChangeContact c => ContactDecider.Change(context, c),
        ReferralCommand.RecordCircumstances c => CircumstancesDecider.Record(context, c),
        ReferralCommand.RecordStaffRisk c => CircumstancesDecider.RecordStaffRisk(context, c),
        ReferralCommand.RecordFacts c => RecordFacts(context, c),
        ReferralCommand.RecordRisk c => RecordRisk(context, c),
        ReferralCommand.OverrideRisk c => OverrideRisk(context, c),
        ReferralCommand.RecordCheck c => RecordCheck(context, c),
        ReferralCommand.ApproveEligibility c => Approve(context, c),
        ReferralCommand.FindNotEligible => EligibilityDecider.FindNotEligible(context),
        ReferralCommand.AllocateArm c => TrialPlaceDecider.Allocate(context, c),
        ReferralCommand.LeaveOutOfTrial => TrialPlaceDecider.LeaveOut(context),
        ReferralCommand.RecordCrossover c => TrialPlaceDecider.RecordCrossover(context, c),
        ReferralCommand.RecordResearchConsent c => TrialPlaceDecider.RecordConsent(context, c),
        ReferralCommand.RecordNeeds c => RecordNeeds(context, c),
        ReferralCommand.RecordUnmetNeed c => UnmetNeedDecider.Record(context, c),
        ReferralCommand.MeetUnmetNeed c => UnmetNeedDecider.Meet(context, c),
        ReferralCommand.RecordSharingConsent c => SharingConsentDecider.Record(context, c),
        ReferralCommand.RecordGoals c => RecordGoals(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Refer(DecisionContext context, ReferralCommand.Refer command)
    {
        if (Facts(context, command.Person, command.Offence, out var offence) is { } fault)
        {
            return fault;
        }

        if (PersonReading.Read(command.Person, null, context.Today, out var person) is { } unread)
        {
            return unread;
        }

        if (EligibilityAssessment.TooYoung(context.Scheme, person, offence) is { } child)
        {
            return child;
        }

        if (DuplicateDecider.Check(context, command.DuplicateReason, DuplicateStage.Referral) is { } duplicate)
        {
            return duplicate;
        }

        // The calendar check itself adds 45 days of aftercare; a referral needs working days for its first deadlines.
        if (context.CalendarCovers(context.Today) is { } uncovered)
        {
            return uncovered;
        }

        var days = context.Scheme.Checks.DueWorkingDays;
        context.Raise(new ReferralEvent.Referred(
            command.Id,
            context.Scheme.Reference,
            person,
            offence,
            command.Officer,
            command.CustodyReference,
            context.Now,
            ChargeByClock.For([offence]),
            context.InWorkingDays(RuleIds.CheckSafeguarding, days),
            context.InWorkingDays(RuleIds.CheckDomesticAbuse, days),
            command.By.Id == command.Officer.Id ? null : command.By.Id));
        DuplicateDecider.Record(context, command.DuplicateReason, DuplicateStage.Referral);
        return null;
    }

    private static Refusal? Approve(DecisionContext context, ReferralCommand.ApproveEligibility command)
    {
        if (context.State.Status is AgreementStatus.Referred or AgreementStatus.Eligible
            && DuplicateDecider.Check(context, command.DuplicateReason, DuplicateStage.Approval) is { } duplicate)
        {
            return duplicate;
        }

        if (EligibilityDecider.Approve(context, command) is { } refused)
        {
            return refused;
        }

        DuplicateDecider.Record(context, command.DuplicateReason, DuplicateStage.Approval);
        return null;
    }

    private static Refusal? Amend(DecisionContext context, ReferralCommand.AmendReferral command)
    {
        if (BeforeOffer(context) is { } refused)
        {
            return refused;
        }

        if (Facts(context, command.Person, command.Offence, out var offence) is { } fault)
        {
            return fault;
        }

        foreach (var other in context.State.Referral.FurtherOffences)
        {
            if (OffenceReading.Birth(command.Person, other.Offence) is { } impossible)
            {
                return impossible;
            }
        }

        if (PersonReading.Read(command.Person, context.State.Referral.Person, context.Today, out var person) is { } unread)
        {
            return unread;
        }

        if (person != context.State.Referral.Person || offence != context.State.Referral.Offence)
        {
            if (FrozenFacts.Of(context.State, person, offence) is { } frozen)
            {
                return frozen;
            }

            context.Raise(new ReferralEvent.Amended(
                person, offence, ChargeByClock.For([offence, .. context.State.Referral.FurtherOffences.Select(other => other.Offence)])));
        }

        return null;
    }

    private static Refusal? RecordFacts(DecisionContext context, ReferralCommand.RecordFacts command)
    {
        if (BeforeOffer(context) is { } refused)
        {
            return refused;
        }

        if (command.Facts is null || command.Facts.PreviousConvictions is < 0 or > 1000)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Previous convictions are a number from 0 to 1000.");
        }

        if (context.Scheme.Vocabulary.Read(command.Facts, out var facts) is { } unread)
        {
            return unread;
        }

        if (BasisReading.Read(facts, context.Scheme, context.Today, context.State.Referral.Officer, out facts) is { } unfit)
        {
            return unfit;
        }

        if (!context.State.Referral.Facts.MergedWith(facts).SameAs(context.State.Referral.Facts))
        {
            if (FrozenFacts.Of(context.State) is { } frozen)
            {
                return frozen;
            }

            context.Raise(new ReferralEvent.FactsRecorded(facts));
        }

        return null;
    }

    private static Refusal? RecordRisk(DecisionContext context, ReferralCommand.RecordRisk command)
    {
        if (BeforeOffer(context) is { } refused)
        {
            return refused;
        }

        var known = context.State.Referral.Risk;
        if (known != known with { Tool = command.Tool, Score = command.Score, ToolBand = command.ToolBand, JudgedBand = command.JudgedBand })
        {
            if (FrozenFacts.Of(context.State) is { } frozen)
            {
                return frozen;
            }

            context.Raise(new ReferralEvent.RiskRecorded(command.Tool, command.Score, command.ToolBand, command.JudgedBand));
        }

        return null;
    }

    private static Refusal? OverrideRisk(DecisionContext context, ReferralCommand.OverrideRisk command)
    {
        if (BeforeOffer(context) is { } refused)
        {
            return refused;
        }

        if (OverrideRules.OfOwn(context) is { } own)
        {
            return own;
        }

        var risk = context.State.Referral.Risk;
        if (risk.RecordedBand is not { } recorded)
        {
            return new Refusal.RuleForbids(
                RefusalCode.EligibilityNotKnown, "No risk band is recorded, so there is none to override. Record the risk first.");
        }

        if (OverrideReasons.Check(context.Command.Reason) is { } unexplained)
        {
            return unexplained;
        }

        if (risk.OverrideBand != command.Band)
        {
            if (FrozenFacts.Of(context.State) is { } frozen)
            {
                return frozen;
            }

            context.Raise(new ReferralEvent.RiskOverridden(
                command.Band, recorded, context.Command.Reason!.Trim(), context.Command.By.AsStaff(), context.Now));
        }

        return null;
    }

    private static Refusal? RecordCheck(DecisionContext context, ReferralCommand.RecordCheck command)
    {
        var referral = context.State.Referral;
        var (known, note) = command.Check == CheckKind.Safeguarding
            ? (referral.SafeguardingConcern, referral.SafeguardingNote)
            : (referral.DomesticAbuseConcern, referral.DomesticAbuseNote);
        if (known != command.Concern || (command.Note is not null && command.Note != note))
        {
            context.Raise(new ReferralEvent.CheckReturned(command.Check, command.Concern, command.Note));
            Conditions.RestorativeJustice.ChildProtection.BlockOpenConditions(context);
        }

        return null;
    }

    private static Refusal? RecordNeeds(DecisionContext context, ReferralCommand.RecordNeeds command)
    {
        ImmutableArray<Conditions.Pathway.PathwayKind> needs = command.Needs.IsDefault ? [] : [.. command.Needs.Distinct()];
        if (!needs.SequenceEqual(context.State.Referral.Needs))
        {
            context.Raise(new ReferralEvent.NeedsRecorded(needs));
        }

        return null;
    }

    private static Refusal? RecordGoals(DecisionContext context, ReferralCommand.RecordGoals command)
    {
        ImmutableArray<string> goals = command.Goals.IsDefault ? [] : command.Goals;
        if (goals.Length > ReferralCommand.RecordGoals.Most)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"At most {ReferralCommand.RecordGoals.Most} goals: a few that matter to the person.");
        }

        if (!goals.SequenceEqual(context.State.Referral.Goals))
        {
            context.Raise(new ReferralEvent.GoalsRecorded(goals));
        }

        return null;
    }

    private static Refusal? Facts(DecisionContext context, Person person, Offence offence, out Offence read) =>
        OffenceReading.Read(context, person, offence, out read) ?? BirthDates.Check(person, context.Today);

    private static Refusal? BeforeOffer(DecisionContext context) =>
        context.State.Status is AgreementStatus.Referred or AgreementStatus.Eligible
            ? null
            : WrongStatus(context.State, "This is recorded before an offer is made; withdraw the offer first");

    internal static Refusal WrongStatus(AgreementState state, string rule) =>
        new Refusal.WrongState(RefusalCode.WrongStatus, $"{rule}. It is {Words.Of(state.Status)} now.");
}
