using Diversion.Casework.Delivery;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Timekeeping;

public sealed class OverdueStreamsTests : IDisposable, IUnfinishedCommits
{
    private readonly CaseworkUnderTest casework = new();
    private readonly List<string> finished = [];
    private string[] unfinished = [];

    private OverdueStreams Overdue => new(casework.Store, casework.Services, this);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Nothing_is_found_while_everything_is_in_time()
    {
        await casework.Signed();
        await casework.Delivery.Run(casework.Now);
        Assert.Empty(await Overdue.Find(casework.Now));
    }

    [Fact]
    public async Task A_missed_due_moment_is_found_until_it_has_been_processed()
    {
        await casework.Signed();
        await casework.Delivery.Run(casework.Now);
        casework.Now += Duration.FromDays(3);

        Assert.Equal([OwnStream], await Overdue.Find(casework.Now));
        await casework.Sweep.Run(casework.Now);
        await casework.Delivery.Run(casework.Now);
        Assert.Empty(await Overdue.Find(casework.Now));
    }

    [Fact]
    public async Task What_a_crash_left_is_completed_and_its_streams_are_named()
    {
        await casework.Signed();
        Assert.Empty(await Overdue.Complete());

        unfinished = [Id.Value];
        Assert.Equal([OwnStream], await Overdue.Complete());
        Assert.Equal(unfinished, finished);
    }

    [Fact]
    public async Task Waiting_mail_is_found_too_and_each_agreement_once()
    {
        var other = AgreementIds.FromCustodyReference("CUS/2");
        await casework.Signed();
        await casework.Signed(other);
        Assert.Equal([Id.Value, other.Value], (await Overdue.Find(casework.Now)).Select(stream => stream.Id).OrderBy(id => id == other.Value));

        casework.DeliveryFault = new DeliveryFailedException("down");
        await casework.Delivery.Run(casework.Now);
        Assert.Empty(await Overdue.Find(casework.Now));
        Assert.Equal(2, (await Overdue.Find(casework.Now + Duration.FromMinutes(1))).Count);
    }

    [Fact]
    public async Task A_row_that_the_agreement_contradicts_is_taken_away_after_unfinished_commits()
    {
        await casework.Signed();
        await casework.Delivery.Run(casework.Now);
        var shard = Partitions.Shard(Id.Value);
        await Put(Tables.Due, shard, DueRows.Key(casework.Now - Duration.FromHours(1), Id.Value), new() { ["agreement"] = Id.Value });
        await Put(Tables.Outbox, shard, $"{Sortable.Ascending(casework.Now)}|{Id.Value}.1.1", new() { ["agreement"] = Id.Value, ["message"] = $"{Id.Value}.1.1" });
        var due = (await casework.Rows(Tables.Due)).Count;

        Assert.Empty(await Overdue.Find(casework.Now));

        Assert.Equal(due - 1, (await casework.Rows(Tables.Due)).Count);
        Assert.Empty(await casework.Rows(Tables.Outbox));
        Assert.Equal([Id.Value, Id.Value], finished);
        Assert.Empty(await Overdue.Find(casework.Now));
        Assert.Equal(2, finished.Count);
    }

    [Fact]
    public async Task An_agreement_that_cannot_be_read_holds_up_no_other()
    {
        var other = AgreementIds.FromCustodyReference("CUS/2");
        await casework.Signed();
        await casework.Signed(other);
        var reader = new CaseworkUnderTest(casework.Store, cached: 0);
        await Put(Tables.Agreements, other.Value, "s", new() { ["format"] = 1L, ["state"] = "{", ["hash"] = "x" });
        var found = await new OverdueStreams(casework.Store, reader.Services, this).Find(casework.Now + Duration.FromDays(3));
        Assert.Equal([Id.Value, other.Value], found.Select(stream => stream.Id).OrderBy(id => id == other.Value));
        reader.Dispose();
    }

    public IAsyncEnumerable<string> Find(string table, CancellationToken cancellation = default) =>
        (table == Tables.Agreements ? unfinished : []).ToAsyncEnumerable();

    public ValueTask Finish(string table, string partition, CancellationToken cancellation = default)
    {
        lock (finished)
        {
            finished.Add(partition);
        }

        return ValueTask.CompletedTask;
    }

    private async Task Put(string table, string partition, string row, Dictionary<string, object> properties) =>
        Assert.True(await casework.Store.Commit(new TableTransaction(table, partition, [new RowChange.Upsert(row, properties)]), []));
}
