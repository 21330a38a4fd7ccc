using Diversion.Casework.Agreements;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Maintenance;

public sealed class VerificationTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_sound_store_is_found_sound()
    {
        await casework.Signed();
        await casework.Pass(Duration.FromDays(30));

        var report = await Verification.Run(casework.Store);

        Assert.Null(report.Fault);
        Assert.Equal(1, report.Streams.Of(AgreementKind.Instance));
        Assert.Equal((await casework.Service.Find(Id))!.Version, report.Events);
    }

    [Theory]
    [InlineData("e:00000002", "data", "{\"check\":\"safeguarding\",\"concern\":true}", "event 2")]
    [InlineData("e:00000003", "meta", "{\"at\":\"2026-03-03T10:00:00Z\",\"by\":{\"id\":\"x\",\"name\":\"x\",\"role\":\"sergeant\"},\"process\":\"checks\"}", "event 3")]
    [InlineData("e:00000004", "reason", "another reason", "event 4")]
    [InlineData("s", "state", "{}", "snapshot")]
    public async Task The_first_changed_row_is_named(string row, string property, string value, string named)
    {
        await casework.Signed();
        await Change(Tables.Agreements, Id.Value, row, property, value);

        var report = await Verification.Run(casework.Store);

        Assert.Contains(named, report.Fault, StringComparison.Ordinal);
        Assert.Contains(Id.Value, report.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_event_is_named()
    {
        await casework.Signed();
        await casework.Store.Commit(new TableTransaction(Tables.Agreements, Id.Value, [new RowChange.Delete("e:00000005")]), []);

        Assert.Contains("event 5: is missing", (await Verification.Run(casework.Store)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_model_row_that_differs_is_found_and_rebuilt()
    {
        await casework.Signed();
        await Change(Tables.Caseload, "worker:w1", Id.Value, "name", "Somebody Else");
        Assert.Contains("rebuild", (await Verification.Run(casework.Store)).Fault, StringComparison.Ordinal);

        var report = await Rebuilding.Run(casework.Store);

        Assert.Equal((1, 0), (report.Written, report.Removed));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Lost_and_stray_rows_and_snapshots_are_rebuilt()
    {
        await casework.Signed();
        foreach (var row in await casework.Rows(Tables.Register))
        {
            await casework.Store.Commit(new TableTransaction(Tables.Register, row.Partition, [new RowChange.Delete(row.Row)]), []);
        }

        await casework.Store.Commit(
            new TableTransaction(Tables.Inbox, "lead", [new RowChange.Upsert("stray", new Dictionary<string, object> { ["agreement"] = "gone" })]), []);
        await casework.Store.Commit(new TableTransaction(Tables.Agreements, Id.Value, [new RowChange.Delete("s")]), []);

        var report = await Rebuilding.Run(casework.Store);

        Assert.Equal(1, report.Removed);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
        Assert.Equal(0, (await Rebuilding.Run(casework.Store)).Written);
    }

    private async Task Change(string table, string partition, string key, string property, string value)
    {
        var row = await casework.Store.Get(table, partition, key);
        var properties = new Dictionary<string, object>(row!.Properties) { [property] = value };
        Assert.True(await casework.Store.Commit(new TableTransaction(table, partition, [new RowChange.Upsert(key, properties)]), []));
    }
}
