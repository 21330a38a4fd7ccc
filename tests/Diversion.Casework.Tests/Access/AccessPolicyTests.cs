using Diversion.Casework.Access;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Access;

public sealed class AccessPolicyTests : IDisposable
{
    private static readonly Actor Colleague = new("w2", "Cal Colleague", Role.KeyWorker, "east");
    private static readonly Actor Stranger = new("w3", "Stef Stranger", Role.KeyWorker, "west");
    private static readonly Actor OtherOfficer = new("o9", "Ona Officer", Role.PoliceOfficer, "south");
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private static readonly Actor OtherProvider = new("p2", "Pat Provider", Role.Provider, Organisation: "Elsewhere");
    private static readonly Actor Analyst = new("a1", "Ann Analyst", Role.Analyst);
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Own_and_own_teams_cases_are_seen_without_a_reason()
    {
        var state = await casework.Signed();

        Assert.Equal(Sight.Full, AccessPolicy.Of(Worker, state));
        Assert.Equal(Sight.Full, AccessPolicy.Of(Colleague, state));
        Assert.Equal(Sight.Police, AccessPolicy.Of(Officer, state));
        Assert.Equal(Sight.Full, AccessPolicy.Of(Lead, state));
    }

    [Theory]
    [InlineData(AgreementStatus.BreachReview, AgreementStatus.Active)]
    [InlineData(AgreementStatus.Active, AgreementStatus.Active)]
    [InlineData(AgreementStatus.Breached, AgreementStatus.Breached)]
    public void A_partner_does_not_learn_that_a_breach_is_proposed(AgreementStatus status, AgreementStatus seen)
    {
        Assert.Equal(seen, AccessPolicy.StatusFor(Provider, status));
        Assert.Equal(status, AccessPolicy.StatusFor(Worker, status));
    }

    [Fact]
    public async Task Police_do_not_see_supervision_notes() => Assert.False(AccessPolicy.Of(Sergeant, await casework.Signed()).Notes);

    [Fact]
    public async Task A_look_outside_ones_own_work_needs_a_reason()
    {
        var state = await casework.Signed();

        Assert.True(AccessPolicy.Of(Stranger, state).NeedsReason);
        Assert.True(AccessPolicy.Of(OtherOfficer, state).NeedsReason);
    }

    [Fact]
    public async Task A_provider_sees_their_condition_and_no_victim_offence_or_notes()
    {
        var state = await casework.Signed();
        var sight = AccessPolicy.Of(Provider, state);

        Assert.True(sight is { Record: true, Victim: false, Offence: false, Notes: false, Timeline: false });
        Assert.Equal(["pathway"], AccessPolicy.ConditionsOf(Provider, state).Select(condition => condition.Id));
        Assert.Equal(Sight.Nothing, AccessPolicy.Of(OtherProvider, state));
    }

    [Fact]
    public async Task An_analyst_sees_no_record() => Assert.Equal(Sight.Nothing, AccessPolicy.Of(Analyst, await casework.Signed()));

    [Fact]
    public async Task A_command_on_somebody_elses_case_is_refused()
    {
        await casework.Signed();

        foreach (var (actor, command) in new (Actor, AgreementCommand)[]
        {
            (Stranger, new TermCommand.AddNote("x")),
            (OtherOfficer, new TermCommand.AddNote("x")),
            (OtherProvider, new PathwayCommand.AcceptPathwayReferral("pathway")),
        })
        {
            var refused = Assert.IsType<Outcome.Refused>(await casework.Do(actor, command));
            Assert.Equal(CaseworkRefusal.NotYourCase, refused.Refusal.Code);
        }

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        await casework.Done(Provider, new PathwayCommand.AcceptPathwayReferral("pathway"));
    }

    [Fact]
    public async Task A_provider_has_no_say_in_a_condition_of_another()
    {
        await casework.Signed();

        var refused = Assert.IsType<Outcome.Refused>(await casework.Do(Provider, casework.Meeting("m-1")));

        Assert.Equal(CaseworkRefusal.NotYourCase, refused.Refusal.Code);
    }

    [Fact]
    public async Task Who_looked_is_kept_with_time_and_reason()
    {
        var log = new AccessLog(casework.Store);
        await log.Record(Id, Stranger, casework.Now, "Covering for Wyn, who is ill", "record");

        var entry = Assert.Single(await log.Of(Id));

        Assert.Equal(("w3", "Covering for Wyn, who is ill", casework.Now), (entry.ActorId, entry.Reason, entry.At));
    }
}
