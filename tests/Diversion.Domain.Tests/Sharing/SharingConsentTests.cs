using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Sharing;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Sharing;

/// <summary>What the person says to a sharing agreement, and with whom anything may be shared at all.</summary>
public sealed class SharingConsentTests
{
    private static readonly SharingAgreement ByConsent = Agreement(1, SharingBasis.Consent);

    [Fact]
    public void A_yes_is_withdrawn_at_any_time_also_after_the_sharing_agreement_and_the_agreement_have_ended()
    {
        var asked = With(Referred().On("2026-03-16 12:00"), ByConsent);
        asked.When(new ReferralCommand.RecordSharingConsent(1, true), People.Worker)
            .Then(new ReferralEvent.SharingConsentRecorded(1, "Harbour", SharingPurpose.Progress, true, new(2026, 3, 16), People.Worker.Name));
        asked.When(new ReferralCommand.RecordSharingConsent(1, true), People.Worker).ThenNothing();
        asked.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved));

        var over = With(asked.On("2026-04-01 10:00"));
        over.When(new ReferralCommand.RecordSharingConsent(1, false), People.Worker).Then<ReferralEvent.SharingConsentRecorded>();
        Assert.False(over.State.Referral.ConsentTo(1)!.Given);
        over.When(new ReferralCommand.RecordSharingConsent(1, true), People.Worker).Refused(RefusalCode.SharingUnknown);
    }

    [Fact]
    public void Nobody_agrees_to_what_does_not_ask_for_it()
    {
        var active = With(Referred(), ByConsent, Agreement(2, SharingBasis.PublicTask));
        active.When(new ReferralCommand.RecordSharingConsent(2, true), People.Worker).Refused(RefusalCode.SharingUnknown);
        active.When(new ReferralCommand.RecordSharingConsent(-1, true), People.Worker).Refused(RefusalCode.SharingUnknown);
        active.When(new ReferralCommand.RecordSharingConsent(3, false), People.Worker).Refused(RefusalCode.SharingUnknown);
        active.When(new ReferralCommand.RecordSharingConsent(1, true), People.Provider).Refused(RefusalCode.RoleNotPermitted);
        Assert.Empty(active.StateOrNull!.Referral.SharingConsents);
        With(Brought.ToActive(Brought.Pathway()), ByConsent).When(new ReferralCommand.RecordSharingConsent(1, true), People.Worker).Refused(RefusalCode.NotPartnerNow);
    }

    [Fact]
    public void An_organisation_works_with_the_person_from_the_referral_to_the_end_and_a_mentor_beyond()
    {
        var active = Brought.ToActive(Brought.Pathway());
        var pathway = active.State.Conditions.OfType<PathwayCondition>().First();
        Assert.DoesNotContain(pathway.Provider, CasePartners.Of(active.State));
        active.Given(new PathwayCommand.SendPathwayReferral(pathway.Id));
        Assert.Contains(pathway.Provider, CasePartners.Of(active.State));

        active.Given(new SupportCommand.MatchMentor(new StaffRef("provider-1", "Pat Provider"), "Second Start"), new TermCommand.Discontinue(DiscontinuationCause.Moved));
        Assert.Equal(["Second Start"], CasePartners.Of(active.State));
        active.Given(new SupportCommand.EndMentoring(1, MentoringEndCause.PersonSaysSo));
        Assert.Empty(CasePartners.Of(active.State));
    }

    /// <summary>Harbour has the referral.</summary>
    private static Case Referred() => Brought.ToActive(Brought.Pathway()).Given(new PathwayCommand.SendPathwayReferral("pathway"));

    private static Case With(Case one, params SharingAgreement[] agreed)
    {
        one.RulesInForce = one.RulesInForce with { Staff = one.RulesInForce.Staff with { Sharing = agreed } };
        return one;
    }

    private static SharingAgreement Agreement(int number, SharingBasis basis) => new(number, "Harbour", SharingPurpose.Progress, basis, new(2026, 1, 1), new(2027, 1, 1), Shipped.Deadlines.AtCloseOf(RuleIds.SharingReview, new(2027, 1, 1)));
}
