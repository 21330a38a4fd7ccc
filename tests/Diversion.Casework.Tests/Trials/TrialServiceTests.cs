using System.Text;
using System.Text.Json;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Trial;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Trials;

/// <summary>A trial and the cases that follow it, over the real services.</summary>
public sealed class TrialServiceTests
{
    [Fact]
    public async Task One_press_allocates_by_the_sealed_sequence_and_writes_the_arm_on_the_case()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var id = await trial.Eligible("DV-A");

        var pressed = Assert.IsType<Outcome.Accepted>(await trial.Press(id));

        var state = await trial.State();
        var allocated = Assert.Single(state.Allocations);
        var place = pressed.State.Referral.Allocation!;
        Assert.Equal(("medium/theft/female", ReferralEvent.KeptByTheTrial, allocated.Arm), (place.Stratum, place.Position, place.Code));
        Assert.Equal(1, allocated.Position);
        Assert.Equal((TrialUnderTest.Id.Value, 1), (place.Trial, place.Number));
        Assert.Equal(allocated.Arm == "control" ? AgreementStatus.Control : AgreementStatus.Eligible, pressed.State.Status);
        Assert.IsType<Outcome.Unchanged>(await trial.Press(id));
        Assert.Single((await trial.State()).Allocations);
    }

    [Fact]
    public async Task The_opened_seed_recomputes_every_allocation_and_its_seal_was_published_first()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var seal = (await trial.State()).Seal!;
        for (var i = 0; i < 12; i++)
        {
            await trial.Press(await trial.Eligible($"DV-{i}"));
        }

        await trial.Done(new TrialCommand.CloseTrial());
        var state = await trial.Done(new TrialCommand.UnsealTrial());

        var check = AllocationCheck.Run(TrialPlans.Of(state), seal, AllocationSeed.Read(state.Seed)!, TrialPlans.Records(state));
        Assert.Equal((12, null), (check.Checked, check.Fault));
        Assert.Null((await Verification.Run(trial.Store)).Fault);
    }

    [Fact]
    public async Task The_seed_is_nowhere_in_the_clear_until_it_is_opened()
    {
        var source = new KnownSeeds();
        using var cache = new StreamCache(10);
        using var casework = new CaseworkUnderTest();
        var trials = new TrialService(
            casework.Store, cache, casework.Rulebook, casework, new TrialKeys(WrappingKey.From([7]), source), new OpenTrials(casework.Store, casework.Rulebook), () => casework.Service);
        await trials.Execute(TrialUnderTest.Id, new TrialCommand.DraftTrial(TrialUnderTest.Protocol) { By = Lead, At = casework.Now });
        await trials.Execute(TrialUnderTest.Id, new TrialCommand.OpenTrial { By = Lead, At = casework.Now });

        var stored = new StringBuilder();
        foreach (var table in Tables.All)
        {
            foreach (var row in await casework.Rows(table))
            {
                stored.Append(JsonSerializer.Serialize(row.Properties.ToDictionary(pair => pair.Key, pair => $"{Utf8Json.AsText(pair.Value)}")));
            }
        }

        foreach (var secret in source.Made)
        {
            Assert.DoesNotContain(Convert.ToHexStringLower(secret), stored.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(secret)[..40], stored.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(2, source.Made.Count);
        Assert.Contains((await trials.Find(TrialUnderTest.Id))!.Seal!, stored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_gets_the_first_allocation_again_after_withdrawing()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var person = new Person("Pat Again", new LocalDate(1990, 1, 2), Sex.Male, District: "County Durham", PncId: "20/9N");
        var first = await trial.Eligible("DV-FIRST", person);
        await trial.Press(first);
        var arm = (await trial.Cases.Find(first))!.Referral.Arm;
        for (var i = 0; i < 5; i++)
        {
            await trial.Press(await trial.Eligible($"DV-OTHER-{i}"));
        }

        if (arm == Domain.Referral.TrialArm.Programme)
        {
            await trial.Case(first, Sergeant, new ReferralCommand.FindNotEligible());
        }

        var again = await trial.Eligible("DV-AGAIN", person with { Name = "Patrick Agáin", Sex = Sex.Female });
        await trial.Press(again);

        var place = (await trial.Cases.Find(again))!.Referral.Allocation!;
        Assert.Equal((arm, (AgreementId?)first, 1), ((Domain.Referral.TrialArm?)place.Arm, place.FirstCase, place.Number));
        Assert.Equal(6, (await trial.State()).Allocations.Length);
        Assert.DoesNotContain((await trial.Rows(Tables.Streams)).Where(row => row.Partition.StartsWith("trial:", StringComparison.Ordinal)), row => $"{row.TextOrNull("data")}".Contains("Pat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_a_trial_is_open_an_offer_waits_and_afterwards_it_does_not()
    {
        using var trial = new TrialUnderTest();
        var id = await trial.Eligible("DV-A");
        Assert.Equal(RefusalCode.TrialNotOpen, Assert.IsType<Outcome.Refused>(await trial.Press(id)).Refusal.Code);
        await trial.Open();

        Assert.Equal(RefusalCode.ArmNotAllocated, Assert.IsType<Outcome.Refused>(await Offer()).Refusal.Code);
        await trial.Done(new TrialCommand.CloseTrial());

        Assert.IsType<Outcome.Accepted>(await Offer());

        Task<Outcome> Offer() => trial.Cases.Execute(id, new OfferCommand.MakeOffer([new Domain.Conditions.ConditionTerms.NoReoffending(), new Domain.Conditions.ConditionTerms.Supervision()]) { By = Officer, At = trial.Now }).AsTask();
    }

    [Fact]
    public async Task A_plan_that_does_not_fit_does_not_open()
    {
        using var trial = new TrialUnderTest();
        await trial.Done(new TrialCommand.DraftTrial(TrialUnderTest.Protocol with { BlockSizes = [5], Factors = [new ProtocolFactor(StratumFact.Sex, ["female", "martian"])] }));

        var refusal = Assert.IsType<Outcome<TrialState>.Refused>(await trial.Do(new TrialCommand.OpenTrial())).Refusal;

        Assert.Contains("A block of 5 does not fit the ratio 1:1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nobody’s sex can be \"martian\"", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await trial.State()).Keys);
    }

    [Fact]
    public async Task A_second_trial_waits_until_the_first_is_closed()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var second = new TrialId("second");
        await trial.Done(new TrialCommand.DraftTrial(TrialUnderTest.Protocol), second);

        Assert.Equal(RefusalCode.OtherTrialOpen, Assert.IsType<Outcome<TrialState>.Refused>(await trial.Do(new TrialCommand.OpenTrial(), null, second)).Refusal.Code);
        await trial.Done(new TrialCommand.CloseTrial());
        await trial.Done(new TrialCommand.OpenTrial(), second);

        Assert.Equal(second, trial.Known!.Id);
    }

    [Fact]
    public async Task An_officer_of_another_team_learns_and_draws_nothing()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var id = await trial.Eligible("DV-A");

        Assert.IsType<Outcome.Refused>(await trial.Press(id, by: new Actor("o9", "Other Officer", Role.PoliceOfficer, "south")));
        Assert.IsType<Outcome.Refused>(await trial.Press(id, by: Worker));
        Assert.IsType<Outcome<TrialState>.Refused>(await trial.Do(new TrialCommand.UnsealTrial(), Officer));

        Assert.Empty((await trial.State()).Allocations);
    }

    [Fact]
    public async Task Another_process_learns_of_an_open_trial()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var rulebook = new Programmes.Rulebook(new CaseworkUnderTest().Rulebook.Schemes, new CaseworkUnderTest().Rulebook.Calendar, new CaseworkUnderTest().Rulebook.Settings);
        var other = new OpenTrials(trial.Store, rulebook, TimeSpan.Zero);
        await other.Refresh();
        Assert.Equal(TrialUnderTest.Id, rulebook.Trial!.Id);

        await trial.Done(new TrialCommand.CloseTrial());
        await other.Refresh();

        Assert.Null(rulebook.Trial);
    }

    [Fact]
    public async Task With_another_key_of_the_installation_nobody_is_allocated_and_it_says_why()
    {
        var store = new InMemoryTableStore();
        using (var trial = new TrialUnderTest(store))
        {
            await trial.Open();
        }

        using var moved = new TrialUnderTest(store, keys: WrappingKey.From([8]));
        await new OpenTrials(store, new CaseworkUnderTest().Rulebook).Refresh();
        var id = await moved.Eligible("DV-A");

        var lost = await Assert.ThrowsAsync<StorageUnavailableException>(() => moved.Press(id));

        Assert.Contains("Restore it from a backup", lost.Message, StringComparison.Ordinal);
        Assert.Empty((await moved.State()).Allocations);
    }

    [Fact]
    public async Task A_thousand_people_at_the_same_instant_get_a_thousand_positions()
    {
        using var trial = new TrialUnderTest();
        await trial.Open();
        var people = new List<AgreementId>();
        for (var i = 0; i < 1_000; i++)
        {
            people.Add(await trial.Eligible($"DV-{i:D4}"));
        }

        // Twice each, as two clerks would.
        await Task.WhenAll(people.Concat(people).Select(id => Task.Run(() => trial.Press(id))));

        var state = await trial.State();
        Assert.Equal(1_000, state.Allocations.Length);
        Assert.Equal(Enumerable.Range(1, 1_000), state.Allocations.Select(one => one.Number));
        Assert.Equal(1_000, state.Allocations.Select(one => one.Case).Distinct().Count());
        await trial.Done(new TrialCommand.CloseTrial());
        var opened = await trial.Done(new TrialCommand.UnsealTrial());
        Assert.Null(AllocationCheck.Run(TrialPlans.Of(opened), opened.Seal!, AllocationSeed.Read(opened.Seed)!, TrialPlans.Records(opened)).Fault);
        foreach (var one in state.Allocations)
        {
            Assert.Equal((one.Number, one.Arm), ((await trial.Cases.Find(one.Case))!.Referral.Allocation!.Number, (await trial.Cases.Find(one.Case))!.Referral.Allocation!.Code));
        }
    }

    [Fact]
    public async Task The_largest_trial_fits_into_every_store()
    {
        var name = new string('x', 16);
        var most = Enumerable.Range(1, TrialDecider.MostPeople).Select(n => new PersonAllocation(
            n, new AgreementId("DV-7K3M9-2QX4P"), "medium/against-society/female", n, "programme", new PersonMarks(name, name, name), Instant.FromUtc(2026, 3, 3, 10, 0).PlusNanoseconds(n)));
        var state = new TrialState(3_002, TrialUnderTest.Id, TrialUnderTest.Protocol, TrialStatus.Open, 1) { Allocations = [.. most], ToPassOn = [new ArmToPassOn(new AgreementId("DV-7K3M9-2QX4P"), Instant.FromUtc(2026, 3, 3, 10, 0), true)] };

        var json = Diversion.Casework.Serialization.StateJson.Write(state);

        Assert.InRange(json.Length, 1, 480_000);
        await Task.CompletedTask;
    }

    private sealed class KnownSeeds : ISeedSource
    {
        public List<byte[]> Made { get; } = [];

        public byte[] Next()
        {
            Made.Add(RandomSeeds.Instance.Next());
            return Made[^1];
        }
    }
}
