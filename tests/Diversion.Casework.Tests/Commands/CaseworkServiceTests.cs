using Diversion.Casework.Answers;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Term;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Commands;

public sealed class CaseworkServiceTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_referral_is_stored_as_events_snapshot_and_read_models()
    {
        var outcome = Assert.IsType<Outcome.Accepted>(await casework.Do(Officer, Referral()));

        Assert.Equal((1, 1), (outcome.FirstEvent, outcome.LastEvent));
        var rows = await casework.Rows(Tables.Agreements);
        Assert.Contains(rows, row => row.Row == "e:00000001" && row.Text("name") == "referral.referred");
        Assert.Contains(rows, row => row.Row == "s" && row.Number("number") == 1);
        Assert.Single(await casework.Rows(Tables.Due));
        Assert.Equal(["all", "officer:o1", "status:Referred", "team:north"], (await casework.Rows(Tables.Register)).Select(row => row.Partition).Order());
        Assert.Single(await casework.Rows(Tables.Caseload), row => row.Partition == "officer:o1");
    }

    [Fact]
    public async Task The_state_is_the_same_with_and_without_the_cache()
    {
        var kept = await casework.Signed();
        using var cold = new CaseworkUnderTest(casework.Store, cached: 0);

        var loaded = await cold.Service.Find(Id);

        Assert.Equal(kept.Version, loaded!.Version);
        Assert.Equal(kept.Conditions.Select(c => c.Id), loaded.Conditions.Select(c => c.Id));
        Assert.Equal(Agreement.Due(kept), Agreement.Due(loaded));
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_behind()
    {
        await casework.Signed();
        var before = (await casework.Rows(Tables.Agreements)).Count;

        var outcome = Assert.IsType<Outcome.Refused>(await casework.Do(Worker, new BreachCommand.DecideBreach(BreachDecision.Confirm)));

        Assert.Equal(RefusalCode.RoleNotPermitted, outcome.Refusal.Code);
        Assert.Equal(before, (await casework.Rows(Tables.Agreements)).Count);
    }

    [Fact]
    public async Task An_older_version_than_the_present_one_is_stale()
    {
        var state = await casework.Signed();

        var outcome = await casework.Do(Worker, casework.Meeting("m-1"), new ExecuteOptions(ExpectedVersion: state.Version - 1));

        Assert.Equal(state.Version, Assert.IsType<Outcome.Stale>(outcome).State.Version);
    }

    [Fact]
    public async Task The_same_idempotency_key_gets_the_same_answer()
    {
        await casework.Signed();
        var options = new ExecuteOptions(IdempotencyKey: "key-00000001");
        var first = Assert.IsType<Outcome.Accepted>(await casework.Do(Worker, new TermCommand.AddNote("Rang; no answer."), options));

        var second = Assert.IsType<Outcome.Accepted>(await casework.Do(Worker, new TermCommand.AddNote("Rang; no answer."), options));

        Assert.True(second.Repeated);
        Assert.Equal((first.FirstEvent, first.LastEvent), (second.FirstEvent, second.LastEvent));
        Assert.Equal(first.State.Version, (await casework.Service.Find(Id))!.Version);
    }

    [Theory]
    [InlineData("another text", CaseworkRefusal.IdempotencyKeyReused, "key-00000001")]
    [InlineData("a text", CaseworkRefusal.IdempotencyKeyInvalid, "short")]
    [InlineData("a text", CaseworkRefusal.IdempotencyKeyInvalid, "spaces are no good")]
    public async Task A_key_for_something_else_or_ill_formed_is_refused(string text, string code, string key)
    {
        await casework.Signed();
        await casework.Do(Worker, new TermCommand.AddNote("a text"), new ExecuteOptions(IdempotencyKey: "key-00000001"));

        var outcome = await casework.Do(Worker, new TermCommand.AddNote(text), new ExecuteOptions(IdempotencyKey: key));

        Assert.Equal(code, Assert.IsType<Outcome.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task Two_processes_on_one_store_lose_no_command()
    {
        await casework.Signed();
        using var other = new CaseworkUnderTest(casework.Store);
        await other.Service.Find(Id);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() =>
            (n % 2 == 0 ? casework : other).Done(Worker, new TermCommand.AddNote($"note {n}")))));

        using var cold = new CaseworkUnderTest(casework.Store, cached: 0);
        var notes = new List<string>();
        await foreach (var recorded in cold.Service.Events(Id))
        {
            if (recorded.Event is TermEvent.NoteAdded note)
            {
                notes.Add(note.Text);
            }
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(n => $"note {n}").Order(), notes.Order());
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Every_event_names_process_actor_role_and_reason()
    {
        await casework.Signed();

        await foreach (var recorded in casework.Service.Events(Id))
        {
            Assert.NotEmpty(recorded.Process);
            Assert.NotEmpty(recorded.By.Name);
            Assert.Equal(recorded.ByRule ? null : "because", recorded.Reason);
        }
    }

    [Fact]
    public async Task A_listener_is_told_of_the_next_due_moment_and_of_the_inbox()
    {
        await casework.Signed();
        casework.Changes.Clear();

        await casework.Done(Worker, new BreachCommand.ProposeBreach());

        var change = Assert.Single(casework.Changes);
        Assert.True(change.InboxChanged);
        Assert.Equal(Agreement.NextDue((await casework.Service.Find(Id))!), change.NextDue);
    }
}
