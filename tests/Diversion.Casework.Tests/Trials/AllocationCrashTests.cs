using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using Diversion.Storage.Compliance;
using NodaTime;

namespace Diversion.Casework.Tests.Trials;

/// <summary>A process dies at each step of an allocation; another one starts on the same store.</summary>
public sealed class AllocationCrashTests
{
    private const int CommitsOfAPress = 2;

    [Fact]
    public async Task A_press_is_two_commits_the_trials_and_the_cases()
    {
        var store = new DyingStore(new InMemoryTableStore());
        using var trial = new TrialUnderTest(store);
        await trial.Open();
        var id = await trial.Eligible("DV-A");
        var before = store.Commits;

        await trial.Press(id);

        Assert.Equal(CommitsOfAPress, store.Commits - before);
    }

    public static TheoryData<int, bool> Steps
    {
        get
        {
            var steps = new TheoryData<int, bool>();
            for (var commit = 1; commit <= CommitsOfAPress; commit++)
            {
                steps.Add(commit, false);
                steps.Add(commit, true);
            }

            return steps;
        }
    }

    /// <param name="commit">Of the press, at which the process dies.</param>
    /// <param name="after">Just after it was written; otherwise just before.</param>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Nobody_is_drawn_twice_and_no_position_is_skipped(int commit, bool after)
    {
        var kept = new InMemoryTableStore();
        var id = await Die(kept, commit, after);
        using var restarted = new TrialUnderTest(kept);
        var drawn = commit > 1 || after;
        Assert.Equal(drawn ? 1 : 0, (await restarted.State()).Allocations.Length);

        // The clock alone brings the case its arm, if one was drawn.
        restarted.Now += Duration.FromMinutes(2);
        await restarted.Sweep.Run(restarted.Now);
        Assert.Equal(drawn, (await restarted.Cases.Find(id))!.Referral.Allocation is not null);
        Assert.Empty((await restarted.State()).ToPassOn);

        await restarted.Press(id);
        await restarted.Press(await restarted.Eligible("DV-NEXT"));

        var state = await restarted.State();
        Assert.Equal([("DV-A", 1), ("DV-NEXT", 2)], state.Allocations.Select(one => (one.Case.Value, one.Position)));
        var place = (await restarted.Cases.Find(id))!.Referral.Allocation!;
        Assert.Equal((state.Allocations[0].Arm, 1), (place.Code, place.Number));
        Assert.Null((await Verification.Run(kept)).Fault);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Pressing_again_at_once_gives_the_same_arm(int commit, bool after)
    {
        var kept = new InMemoryTableStore();
        var id = await Die(kept, commit, after);
        using var restarted = new TrialUnderTest(kept);
        var before = (await restarted.State()).ArmFor(id)?.Code;

        Assert.IsNotType<Outcome.Refused>(await restarted.Press(id));

        var place = (await restarted.Cases.Find(id))!.Referral.Allocation!;
        Assert.Equal(Assert.Single((await restarted.State()).Allocations).Arm, place.Code);
        Assert.Equal(before ?? place.Code, place.Code);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task The_sweep_itself_may_die_and_the_next_one_finishes(int commit, bool after)
    {
        var kept = new InMemoryTableStore();
        var id = await Die(kept, commit: 2, after: false);
        var dying = new DyingStore(kept);
        using (var swept = new TrialUnderTest(dying))
        {
            swept.Now += Duration.FromMinutes(2);
            (dying.DiesAt, dying.AfterIt) = (commit, after);
            await Xunit.Record.ExceptionAsync(() => swept.Sweep.Run(swept.Now));
        }

        using var restarted = new TrialUnderTest(kept);
        restarted.Now += Duration.FromHours(2);
        await restarted.Sweep.Run(restarted.Now);

        Assert.NotNull((await restarted.Cases.Find(id))!.Referral.Allocation);
        Assert.Empty((await restarted.State()).ToPassOn);
        Assert.Single((await restarted.State()).Allocations);
        Assert.Null((await Verification.Run(kept)).Fault);
    }

    [Fact]
    public async Task Of_the_same_person_again_the_second_case_gets_its_arm_too()
    {
        var kept = new InMemoryTableStore();
        var dying = new DyingStore(kept);
        var person = new Domain.Referral.Person("Pat Again", new LocalDate(1990, 1, 2), Domain.Referral.Sex.Male, District: "County Durham");
        AgreementId again;
        using (var trial = new TrialUnderTest(dying))
        {
            await trial.Open();
            await trial.Press(await trial.Eligible("DV-FIRST", person));
            again = await trial.Eligible("DV-AGAIN", person);
            (dying.DiesAt, dying.AfterIt) = (dying.Commits + 1, true);
            await Assert.ThrowsAsync<DyingStore.Death>(() => trial.Press(again));
        }

        using var restarted = new TrialUnderTest(kept);
        restarted.Now += Duration.FromMinutes(2);
        await restarted.Sweep.Run(restarted.Now);

        Assert.Equal(new AgreementId("DV-FIRST"), (await restarted.Cases.Find(again))!.Referral.Allocation!.FirstCase);
        Assert.Single((await restarted.State()).Allocations);
    }

    private static async Task<AgreementId> Die(InMemoryTableStore kept, int commit, bool after)
    {
        var dying = new DyingStore(kept);
        using var trial = new TrialUnderTest(dying);
        await trial.Open();
        var id = await trial.Eligible("DV-A");
        (dying.DiesAt, dying.AfterIt) = (dying.Commits + commit, after);
        await Assert.ThrowsAsync<DyingStore.Death>(() => trial.Press(id));
        return id;
    }
}
