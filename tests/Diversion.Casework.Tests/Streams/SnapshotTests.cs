using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Term;

namespace Diversion.Casework.Tests.Streams;

public sealed class SnapshotTests : IDisposable
{
    // Nothing is kept in memory: every command reads what the one before it stored.
    private readonly CaseworkUnderTest casework = new(cached: 0);

    [Fact]
    public async Task A_command_that_leaves_the_referral_alone_does_not_write_it_again()
    {
        await casework.Signed();
        var before = await Row(StreamRows.SnapshotOfReferral);
        await casework.Done(CaseworkUnderTest.Worker, new TermCommand.AddNote("Came by bus."));
        Assert.Equal(before.ETag, (await Row(StreamRows.SnapshotOfReferral)).ETag);
        await IsSound();
    }

    [Fact]
    public async Task What_is_read_from_the_two_rows_is_what_was_written()
    {
        var written = await casework.Signed();
        var read = (await new AgreementStreams(casework.Store).Load(CaseworkUnderTest.Id))!.State;
        Assert.Equal(StreamRows.StateText(written), StreamRows.StateText(read));
        Assert.Equal(StreamRows.ReferralText(written), StreamRows.ReferralText(read));
    }

    [Fact]
    public async Task A_snapshot_of_an_earlier_format_is_replaced_by_a_replay()
    {
        await casework.Signed();
        await Rewrite(StreamRows.Snapshot, "format", 1L);
        await casework.Store.Commit(
            new TableTransaction(Tables.Agreements, CaseworkUnderTest.Id.Value, [new RowChange.Delete(StreamRows.SnapshotOfReferral)]), []);
        await casework.Done(CaseworkUnderTest.Worker, new TermCommand.AddNote("Came by bus."));
        await IsSound();
    }

    [Fact]
    public async Task Rows_of_two_different_moments_are_replaced_by_a_replay()
    {
        var signed = await casework.Signed();
        await Rewrite(StreamRows.SnapshotOfReferral, "number", 1L);
        var loaded = await new AgreementStreams(casework.Store).Load(CaseworkUnderTest.Id);
        Assert.Equal(signed.Version, loaded!.State.Version);
        Assert.Equal(0, loaded.ReferralNumber);
    }

    public void Dispose() => casework.Dispose();

    private async Task IsSound()
    {
        var report = await Verification.Run(casework.Store);
        Assert.Null(report.Fault);
    }

    private async Task<TableRow> Row(string key) =>
        (await casework.Store.Get(Tables.Agreements, CaseworkUnderTest.Id.Value, key))!;

    private async Task Rewrite(string key, string property, object value)
    {
        var properties = new Dictionary<string, object>((await Row(key)).Properties) { [property] = value };
        await casework.Store.Commit(
            new TableTransaction(Tables.Agreements, CaseworkUnderTest.Id.Value, [new RowChange.Upsert(key, properties)]), []);
    }
}
