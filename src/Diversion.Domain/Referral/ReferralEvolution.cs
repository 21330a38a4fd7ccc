using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using Diversion.Domain.Sharing;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Referral;

internal static class ReferralEvolution
{
    private const string SafeguardingCheck = "checks/safeguarding";
    private const string DomesticAbuseCheck = "checks/domestic-abuse";

    public static AgreementState Evolve(AgreementState? state, ReferralEvent happened)
    {
        if (happened is ReferralEvent.Referred referred)
        {
            return Begin(referred);
        }

        var referral = state!.Referral;
        return happened switch
        {
            ReferralEvent.Amended e => Corrected(state with { Referral = referral with { Person = e.Person, Offence = e.Offence, ChargeBy = e.ChargeBy } }, referral.Person),
            ReferralEvent.OffenceAdded e => state with
            {
                Referral = referral with
                {
                    FurtherOffences = [.. referral.FurtherOffences, new NumberedOffence(e.Number, e.Offence)], LastOffence = e.Number, ChargeBy = e.ChargeBy,
                },
            },
            ReferralEvent.OffenceCorrected e => state with
            {
                Referral = referral with
                {
                    FurtherOffences = [.. referral.FurtherOffences.Select(one => one.Number == e.Number ? one with { Offence = e.Offence } : one)],
                    ChargeBy = e.ChargeBy,
                },
            },
            ReferralEvent.OffenceRemoved e => state with
            {
                Referral = referral with { FurtherOffences = [.. referral.FurtherOffences.Where(one => one.Number != e.Number)], ChargeBy = e.ChargeBy },
            },
            ReferralEvent.ContactChanged e => e.Changed.Aggregate(state with { Referral = referral with { Person = e.Contact.On(referral.Person) } }, FailingContact.Ended),
            ReferralEvent.CircumstancesRecorded e => state with { Referral = referral with { Circumstances = e.Circumstances } },
            ReferralEvent.StaffRiskRecorded e => state with { Referral = referral with { StaffRisk = e.Risk } },
            ReferralEvent.FactsRecorded e => state with { Referral = referral with { Facts = referral.Facts.MergedWith(e.Facts) } },
            ReferralEvent.RiskRecorded e => state with { Referral = WithRisk(referral, e) },
            ReferralEvent.RiskOverridden e => state with
            {
                Referral = referral with
                {
                    Risk = referral.Risk with { OverrideBand = e.Band },
                    RiskOverride = new OverriddenRisk(e.Band, e.From, e.Reason, e.By, e.At),
                },
            },
            ReferralEvent.RuleOverridden e => state with
            {
                Referral = referral with
                {
                    Overrides =
                    [
                        .. referral.Overrides.Where(other => other.Rule != e.Rule),
                        new OverriddenRule(e.Rule, e.Message, e.FactsUsed, e.Reason, e.By, e.At),
                    ],
                },
            },
            ReferralEvent.CheckReturned { Check: CheckKind.Safeguarding } e =>
                (state with { Referral = referral with { SafeguardingConcern = e.Concern, SafeguardingNote = e.Note } }).Settled(SafeguardingCheck),
            ReferralEvent.CheckReturned e =>
                (state with { Referral = referral with { DomesticAbuseConcern = e.Concern, DomesticAbuseNote = e.Note } }).Settled(DomesticAbuseCheck),
            ReferralEvent.EligibilityApproved e => state with
            {
                Status = AgreementStatus.Eligible,
                Referral = referral with { Answers = e.Answers, Overrides = Standing(referral, e), ApprovedOn = e.On },
            },
            ReferralEvent.PossibleDuplicatesSeen e => state with
            {
                Referral = referral with
                {
                    SeenDuplicates =
                    [
                        .. referral.SeenDuplicates.Where(seen => e.Cases.All(other => other.Agreement != seen.Case.Agreement)),
                        .. e.Cases.Select(other => new SeenDuplicate(other, e.Reason, e.Stage, e.BySergeant)),
                    ],
                },
            },
            ReferralEvent.FoundNotEligible e =>
                (state with { Referral = referral with { Answers = e.Answers } }).Ended(AgreementStatus.NotEligible, e.At),
            ReferralEvent.ArmAllocated e => WithArm(state, e),
            ReferralEvent.LeftOutOfTrial e => state with { Referral = referral with { LeftOut = new LeftOut(e.Trial, e.Reason, e.By, e.At) } },
            ReferralEvent.CrossoverRecorded e => state with
            {
                Referral = referral with { Allocation = referral.Allocation! with { Crossover = new Crossover(e.Received, e.On, e.Reason, e.By, e.At) } },
            },
            ReferralEvent.ResearchConsentRecorded e => state with { Referral = referral with { Allocation = referral.Allocation! with { ResearchConsent = e.Given } } },
            ReferralEvent.UnmetNeedRecorded e => state with { Referral = referral with { UnmetNeeds = referral.UnmetNeeds.Add(new UnmetNeed(e.Number, e.Need, e.Because, e.What, e.On, e.RecordedBy)) } },
            ReferralEvent.UnmetNeedMet e => state with
            {
                Referral = referral with { UnmetNeeds = [.. referral.UnmetNeeds.Select(one => one.Number == e.Number ? one with { MetOn = e.On } : one)] },
            },
            ReferralEvent.SharingConsentRecorded e => state with
            {
                Referral = referral with { SharingConsents = [.. referral.SharingConsents.Where(one => one.Sharing != e.Sharing), new SharingConsent(e.Sharing, e.Organisation, e.Purpose, e.Given, e.On, e.RecordedBy)] },
            },
            ReferralEvent.NeedsRecorded e => state with { Referral = referral with { Needs = e.Needs } },
            ReferralEvent.GoalsRecorded e => state with { Referral = referral with { Goals = e.Goals } },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }

    /// <summary>The control ends the case in the programme, if it has not ended by itself in the meantime.</summary>
    private static AgreementState WithArm(AgreementState state, ReferralEvent.ArmAllocated e)
    {
        var allocated = state with
        {
            Referral = state.Referral with
            {
                Arm = e.Arm,
                Allocation = new TrialAllocation(e.Trial, e.Arm, e.Code ?? (e.Arm == TrialArm.Control ? "control" : "programme"), e.Stratum, e.Number, e.At)
                {
                    Number = e.InTrial ?? 0, FirstCase = e.FirstCase, ResearchConsent = e.ResearchConsent,
                },
            },
        };
        return e.Arm == TrialArm.Control && state.Status == AgreementStatus.Eligible ? allocated.Ended(AgreementStatus.Control, e.At) : allocated;
    }

    /// <summary>An override of the band depends on the band that it overrode.</summary>
    private static ReferralState WithRisk(ReferralState referral, ReferralEvent.RiskRecorded e)
    {
        var risk = referral.Risk with { Tool = e.Tool, Score = e.Score, ToolBand = e.ToolBand, JudgedBand = e.JudgedBand };
        return risk.RecordedBand == referral.Risk.RecordedBand
            ? referral with { Risk = risk }
            : referral with { Risk = risk with { OverrideBand = null }, RiskOverride = null };
    }

    /// <summary>Overrides of rules that are met by now are removed; an event of the first version brings its own.</summary>
    private static ImmutableArray<OverriddenRule> Standing(ReferralState referral, ReferralEvent.EligibilityApproved e) => e.Overrides.IsDefaultOrEmpty
        ? [.. referral.Overrides.Where(waived => e.Answers.Any(answer => answer.Rule == waived.Rule && answer.Answer != Answer.Met))]
        :
        [
            .. e.Overrides.Select(waived => e.Answers.FirstOrDefault(answer => answer.Rule == waived.Rule) is { } answer
                ? new OverriddenRule(waived.Rule, answer.Message, answer.FactsUsed, waived.Reason)
                : new OverriddenRule(waived.Rule, waived.Rule, "", waived.Reason)),
        ];

    private static AgreementState Begin(ReferralEvent.Referred e) =>
        new AgreementState(
            e.Id,
            0,
            e.Scheme,
            AgreementStatus.Referred,
            new ReferralState(e.Person, e.Offence, e.Officer, e.At, e.ChargeBy, e.CustodyReference) { ReferredBy = e.ReferredBy })
        .WithObligation(SafeguardingCheck, Tracks.Checks, e.SafeguardingCheck, Addressee.PoliceOfficer)
        .WithObligation(DomesticAbuseCheck, Tracks.Checks, e.DomesticAbuseCheck, Addressee.PoliceOfficer);

    private static AgreementState Corrected(AgreementState state, Person before)
    {
        var person = state.Referral.Person;
        state = person.Phone == before.Phone ? state : FailingContact.Ended(state, ContactField.Telephone);
        return person.Email == before.Email ? state : FailingContact.Ended(state, ContactField.Email);
    }
}
