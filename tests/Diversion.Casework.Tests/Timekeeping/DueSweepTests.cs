using Diversion.Casework.Maintenance;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Term;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Timekeeping;

public sealed class DueSweepTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_due_moment_fires_once_however_often_time_passes()
    {
        await casework.Signed();
        casework.Now += Duration.FromDays(3);

        var first = await casework.Sweep.Run(casework.Now);
        var version = (await casework.Service.Find(Id))!.Version;
        var second = await casework.Sweep.Run(casework.Now);

        Assert.Equal(1, first);
        Assert.Equal(0, second);
        Assert.Equal(version, (await casework.Service.Find(Id))!.Version);
        Assert.True(await casework.Sweep.Earliest() > casework.Now);
    }

    [Fact]
    public async Task What_a_command_without_an_answer_has_made_due_happens()
    {
        var store = new CommitHook(new InMemoryTableStore());
        using var unsure = new CaseworkUnderTest(store);
        await unsure.Signed();
        store.After = () => throw new StorageUnavailableException("The answer was lost.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => unsure.Do(Worker, unsure.Meeting("m-1", 3)));
        store.After = null;

        await unsure.Pass(Duration.FromDays(3));

        var reminded = await unsure.Service.Events(Id).Select(recorded => recorded.Event).OfType<AppointmentEvent.ParticipantReminded>().ToListAsync();
        Assert.Contains(reminded, reminder => reminder.AppointmentId == "m-1");
        Assert.Null((await Verification.Run(store)).Fault);
    }

    [Fact]
    public async Task After_a_long_outage_everything_due_has_happened_in_order()
    {
        await casework.Signed();
        casework.Now += Duration.FromDays(200);

        await casework.Sweep.Run(casework.Now);

        var dues = new List<Instant>();
        await foreach (var recorded in casework.Service.Events(Id))
        {
            if (recorded.Event is TermEvent.ObligationEscalated { Step: 1 } escalated)
            {
                dues.Add(escalated.Due);
            }
        }

        Assert.NotEmpty(dues);
        Assert.Equal(dues.Order(), dues);
        Assert.DoesNotContain(Agreement.Due((await casework.Service.Find(Id))!), moment => moment.At <= casework.Now);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Many_agreements_due_at_once_each_fire_once()
    {
        var ids = Enumerable.Range(0, 300).Select(n => AgreementIds.FromCustodyReference($"many/{n}")).ToArray();
        foreach (var id in ids)
        {
            await casework.Done(Officer, Referral(id), id);
        }

        casework.Now += Duration.FromDays(1);
        await casework.Sweep.Run(casework.Now);

        foreach (var id in ids)
        {
            var reminded = 0;
            await foreach (var recorded in casework.Service.Events(id))
            {
                reminded += recorded.Event is TermEvent.OwnerReminded ? 1 : 0;
            }

            Assert.Equal(2, reminded);
        }
    }

    [Fact]
    public async Task A_row_of_the_index_that_lags_behind_is_dropped()
    {
        await casework.Done(Officer, Referral());
        var row = DueRows.Key(casework.Now, Id.Value);
        await casework.Store.Commit(
            new TableTransaction(Tables.Due, Partitions.Shard(Id.Value), [new RowChange.Upsert(row, new Dictionary<string, object> { ["agreement"] = Id.Value })]), []);

        await casework.Sweep.Run(casework.Now);

        Assert.DoesNotContain(await casework.Rows(Tables.Due), left => left.Row == row);
        Assert.Single(await casework.Rows(Tables.Due));
    }

    [Fact]
    public async Task An_agreement_that_cannot_be_read_does_not_hold_up_the_others()
    {
        var broken = AgreementIds.FromCustodyReference("broken");
        await casework.Done(Officer, Referral(broken), broken);
        await casework.Done(Officer, Referral());
        var snapshot = await casework.Store.Get(Tables.Agreements, broken.Value, "s");
        await casework.Store.Commit(
            new TableTransaction(
                Tables.Agreements,
                broken.Value,
                [new RowChange.Upsert("s", new Dictionary<string, object>(snapshot!.Properties) { ["state"] = "{}" })]),
            []);
        using var cold = new CaseworkUnderTest(casework.Store, cached: 0) { Now = casework.Now + Duration.FromDays(1) };

        await cold.Sweep.Run(cold.Now);

        Assert.True(Agreement.NextDue((await cold.Service.Find(Id))!) > cold.Now);
        Assert.Contains(await cold.Rows(Tables.Due), row => row.Row == DueRows.Key(cold.Now + Duration.FromHours(1), broken.Value));
    }
}
