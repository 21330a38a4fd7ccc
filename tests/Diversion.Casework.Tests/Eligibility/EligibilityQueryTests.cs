using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Eligibility;

public sealed class EligibilityQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private EligibilityQuery Eligibility => new(new RecordAccess(casework.Records, new AccessLog(casework.Store)), casework.Rulebook);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Each_rule_is_answered_on_what_is_known_now()
    {
        await casework.Done(Officer, Referral());
        var before = await Ask(Officer);
        Assert.False(before.Decided);
        Assert.Equal((Answer.Met, "30 years old on the day of the offence"), Of(before, "adult"));
        Assert.Equal((Answer.NotKnown, "not recorded: risk band"), Of(before, "risk-band"));

        await casework.Done(Officer, new ReferralCommand.RecordRisk(null, null, null, RiskBand.High));
        Assert.Equal((Answer.NotMet, "risk band high"), Of(await Ask(Officer), "risk-band"));
    }

    [Fact]
    public async Task A_domestic_abuse_concern_waits_for_a_sergeant()
    {
        await casework.Done(Officer, Referral());
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, true));
        Assert.Equal(Answer.NotKnown, Of(await Ask(Officer), "domestic-abuse").Answer);
        Assert.Equal(Answer.Met, Of(await Ask(Sergeant), "domestic-abuse").Answer);
    }

    [Fact]
    public async Task The_answers_of_an_approval_stay_until_its_facts_change()
    {
        await Approved();
        casework.Now += Duration.FromDays(80);
        var decided = await Ask(Officer);
        Assert.True(decided.Decided);
        Assert.Equal("An old matter, settled long ago.", Assert.Single(decided.Rules, rule => rule.Overridden is not null).Overridden);
        Assert.Equal((Answer.Met, "11 days since the offence"), Of(decided, "recent-offence"));

        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts(Admission: AdmissionAnswer.None)));
        var again = await Ask(Officer);
        Assert.False(again.Decided);
        Assert.Equal((Answer.NotMet, "admission: no"), Of(again, "admission"));
    }

    [Fact]
    public async Task A_partner_is_not_told()
    {
        await casework.Signed();
        var partner = new Actor("p1", "Pat", Role.Provider, null, "Nobody");
        Assert.IsType<Reply<EligibilityView>.Refused>(await Eligibility.Of(Id.Value, new AccessRequest(partner, casework.Now)));
    }

    private async Task Approved()
    {
        await casework.Done(Officer, Referral());
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full)));
        await casework.Done(Officer, new ReferralCommand.RecordRisk(null, null, null, RiskBand.High));
        await casework.Done(Officer, new VictimCommand.RecordVictim(false));
        await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility([new RuleOverride("risk-band", "An old matter, settled long ago.")]));
    }

    private async Task<EligibilityView> Ask(Actor by) =>
        Assert.IsType<Reply<EligibilityView>.Given>(await Eligibility.Of(Id.Value, new AccessRequest(by, casework.Now))).Value;

    private static (Answer Answer, string Facts) Of(EligibilityView view, string rule)
    {
        var found = Assert.Single(view.Rules, one => one.Rule == rule);
        return (found.Answer, found.FactsUsed);
    }
}
