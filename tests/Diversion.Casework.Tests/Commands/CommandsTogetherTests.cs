using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Commands;

/// <summary>Several commands of one form: all of them, or none.</summary>
public sealed class CommandsTogetherTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Each_is_decided_on_what_the_one_before_it_left_and_all_are_stored_at_once()
    {
        await casework.Do(Officer, Referral());
        casework.Changes.Clear();

        var outcome = Assert.IsType<Outcome.Accepted>(await Do(
            new VictimCommand.RecordVictim(true, Name: "Vic Tim"), new VictimCommand.RecordVictimViews("It must stop."), new VictimCommand.ReferVictimToSupport(ToldHow.Telephone)));

        Assert.Equal((2, 4, 3), (outcome.FirstEvent, outcome.LastEvent, outcome.Events!.Count));
        Assert.Single(casework.Changes);
        Assert.True(outcome.State.Victims.Only is { ViewsSought: true, ReferredToSupport: true });
        using var cold = new CaseworkUnderTest(casework.Store, cached: 0);
        Assert.True((await cold.Service.Find(Id))!.Victims.Only is { ViewsSought: true, ReferredToSupport: true });
    }

    [Fact]
    public async Task When_one_is_refused_none_is_stored()
    {
        await casework.Do(Officer, Referral());
        var before = (await casework.Rows(Tables.Agreements)).Count;

        var outcome = Assert.IsType<Outcome.Refused>(await Do(
            new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), new ReferralCommand.RecordFacts(EligibilityFacts.None with { EvidentialTestBy = Officer.Name })));

        Assert.Equal(RefusalCode.DecisionMakerIsOfficer, outcome.Refusal.Code);
        Assert.Equal(before, (await casework.Rows(Tables.Agreements)).Count);
        Assert.Null((await casework.Service.Find(Id))!.Referral.SafeguardingConcern);
    }

    [Fact]
    public async Task One_that_the_role_may_not_give_refuses_all()
    {
        await casework.Do(Officer, Referral());

        var outcome = Assert.IsType<Outcome.Refused>(await Do(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), new ReferralCommand.ApproveEligibility()));

        Assert.Equal(RefusalCode.RoleNotPermitted, outcome.Refusal.Code);
        Assert.Null((await casework.Service.Find(Id))!.Referral.SafeguardingConcern);
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_only_for_the_same_commands()
    {
        await casework.Do(Officer, Referral());
        AgreementCommand[] both = [new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false)];
        var key = new ExecuteOptions(IdempotencyKey: "key-00000001");
        await casework.Service.Execute(Id, Complete(both), key);

        Assert.True(Assert.IsType<Outcome.Accepted>(await casework.Service.Execute(Id, Complete(both), key)).Repeated);
        Assert.Equal(CaseworkRefusal.IdempotencyKeyReused, Assert.IsType<Outcome.Refused>(await casework.Service.Execute(Id, Complete(both[0]), key)).Refusal.Code);
        Assert.IsType<Outcome.Unchanged>(await Do(both));
    }

    private ValueTask<Outcome> Do(params AgreementCommand[] commands) => casework.Service.Execute(Id, Complete(commands));

    private AgreementCommand[] Complete(params AgreementCommand[] commands) => [.. commands.Select(command => command with { By = Officer, At = casework.Now })];
}
