using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Sharing;

namespace Diversion.Domain.Referral;

internal static class ReferralCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        var referral = state.Referral;
        var person = referral.Person;
        yield return new ReferralCommand.AmendReferral(person with { Phone = OtherPhone(person) }, referral.Offence);
        var other = referral.Offence with { Description = "An example of another offence.", CrimeNumber = $"{CandidateCommands.NewId}-{referral.LastOffence}" };
        yield return new ReferralCommand.AddOffence(other);
        foreach (var one in referral.FurtherOffences)
        {
            yield return new ReferralCommand.CorrectOffence(one.Number, one.Offence with { Place = one.Offence.Place is null ? "An example." : null });
            yield return new ReferralCommand.RemoveOffence(one.Number);
        }

        yield return new ReferralCommand.ChangeContact(ContactDetails.Of(person) with { Phone = OtherPhone(person) });
        yield return new ReferralCommand.ChangeContact(ContactDetails.Of(person) with { ContactConsent = false, TextConsent = false });
        yield return new ReferralCommand.RecordCircumstances(referral.Circumstances with { Language = referral.Circumstances.Language is null ? "An example." : null });
        yield return referral.StaffRisk is null ? new ReferralCommand.RecordStaffRisk("An example.") : new ReferralCommand.RecordStaffRisk(NoRisk: true);
        yield return new ReferralCommand.RecordCheck(CheckKind.Safeguarding, referral.SafeguardingConcern == false);
        yield return new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, referral.DomesticAbuseConcern == false);
        yield return new ReferralCommand.RecordFacts(new EligibilityFacts(PreviousConvictions: referral.Facts.PreviousConvictions == 0 ? 1 : 0));
        yield return new ReferralCommand.RecordRisk(null, referral.Risk.Score == 0 ? 1 : 0, null, null);
        yield return new ReferralCommand.OverrideRisk(referral.Risk.OverrideBand == RiskBand.Low ? RiskBand.Medium : RiskBand.Low);
        var approval = new ReferralCommand.ApproveEligibility();
        yield return approval;
        if (Overriding(state, now, rulesOf(approval)) is { IsEmpty: false } overrides)
        {
            yield return approval with { Overrides = overrides };
        }

        yield return new ReferralCommand.FindNotEligible();
        yield return new ReferralCommand.AllocateArm().AsExample();
        yield return new ReferralCommand.LeaveOutOfTrial();
        if (referral.Allocation is { } allocated)
        {
            var otherArm = allocated.Arm == TrialArm.Control ? TrialArm.Programme : TrialArm.Control;
            yield return new ReferralCommand.RecordCrossover(otherArm, Time.WorkingCalendar.DateOf(now));
            yield return new ReferralCommand.RecordResearchConsent(allocated.ResearchConsent == false);
        }

        yield return new ReferralCommand.RecordUnmetNeed(Conditions.Pathway.PathwayKind.Health, UnmetBecause.NoService);
        yield return new ReferralCommand.RecordUnmetNeed(Conditions.Pathway.PathwayKind.Health, UnmetBecause.TooFar);
        foreach (var open in referral.UnmetNeeds.Where(one => one.MetOn is null))
        {
            yield return new ReferralCommand.MeetUnmetNeed(open.Number);
        }

        foreach (var (sharing, given) in Asked(state, rulesOf))
        {
            yield return new ReferralCommand.RecordSharingConsent(sharing, !given);
        }

        yield return new ReferralCommand.RecordNeeds(referral.Needs.IsEmpty ? [Conditions.Pathway.PathwayKind.Health] : []);
        yield return new ReferralCommand.RecordGoals(referral.Goals.IsEmpty ? ["An example."] : []);
    }

    /// <summary>What the person can say to: agreements with the organisations that work with them now, and each yes that they gave.</summary>
    private static IEnumerable<(int Sharing, bool Given)> Asked(AgreementState state, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        if (rulesOf(new ReferralCommand.RecordSharingConsent(0, false)).Staff.Sharing is { } agreed)
        {
            var partners = CasePartners.Of(state);
            foreach (var one in agreed.Where(one => one.NeedsConsent && partners.Contains(one.Organisation) && state.Referral.ConsentTo(one.Number)?.Given != true))
            {
                yield return (one.Number, false);
            }
        }

        foreach (var given in state.Referral.SharingConsents.Where(one => one.Given))
        {
            yield return (given.Sharing, true);
        }
    }

    /// <summary>For every rule that a sergeant could override in the present state.</summary>
    private static ImmutableArray<RuleOverride> Overriding(AgreementState state, Instant now, RulesInForce inForce) =>
    [
        .. EligibilityDecider.Assess(state, inForce, Time.WorkingCalendar.DateOf(now), bySergeant: true)
            .Zip(inForce.Scheme.Eligibility)
            .Where(pair => pair.First.Answer == Answer.NotMet && pair.Second.MayBeOverridden)
            .Select(pair => new RuleOverride(pair.Second.Id, $"An example of a reason for {pair.Second.Id}.")),
    ];

    /// <summary>One of the numbers that Ofcom reserves for drama.</summary>
    private static string OtherPhone(Person person) => person.Phone == "07700 900982" ? "07700 900983" : "07700 900982";
}
