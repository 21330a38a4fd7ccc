using Diversion.Casework.Storage;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>Lost requests and lost answers: what the caller is told is what is stored.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_sent_again_after_a_lost_answer_is_not_a_conflict(bool withFollowing)
    {
        var process = await AzuriteProcess.First();
        process.Wire.From((_, message) => IsFirstBatch(message) ? Wire.Fate.AnswerLost : Wire.Fate.Arrives);

        Assert.True(await Commit(process, "e:1", withFollowing));

        Assert.Equal("x", (await process.Store.Get(Tables.Agreements, "P", "e:1"))?.Text("V"));
        Assert.Equal(withFollowing, await process.Store.Get(Tables.Due, "0", "e:1") is not null);
    }

    [Fact]
    public async Task A_conflict_with_somebody_else_stays_one_though_the_answer_was_lost()
    {
        var process = await AzuriteProcess.First();
        Assert.True(await Commit(process.Another(), "e:1", withFollowing: false));
        process.Wire.From((_, message) => IsFirstBatch(message) ? Wire.Fate.AnswerLost : Wire.Fate.Arrives);

        Assert.False(await Commit(process, "e:1", withFollowing: true));
        Assert.Null(await process.Store.Get(Tables.Due, "0", "e:1"));
    }

    [Fact]
    public async Task A_replace_whose_answer_was_lost_is_no_conflict()
    {
        var process = await AzuriteProcess.First();
        await Commit(process, "s", withFollowing: false);
        var etag = (await process.Store.Get(Tables.Agreements, "P", "s"))!.ETag!;
        process.Wire.From((_, message) => IsFirstBatch(message) ? Wire.Fate.AnswerLost : Wire.Fate.Arrives);

        Assert.True(await process.Store.Commit(
            new TableTransaction(Tables.Agreements, "P", [new RowChange.Replace("s", new Dictionary<string, object> { ["V"] = "y" }, etag)]), []));
    }

    [Fact]
    public async Task A_commit_without_an_answer_is_looked_up()
    {
        var process = await AzuriteProcess.First();
        process.Wire.From((_, message) => message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? Wire.Fate.AnswerLost : Wire.Fate.Arrives);

        Assert.True(await Commit(process, "e:1", withFollowing: true));

        var other = process.Another();
        await other.Store.Finish(Tables.Agreements, "P");
        Assert.NotNull(await other.Store.Get(Tables.Due, "0", "e:1"));
    }

    [Fact]
    public async Task A_commit_that_never_arrived_is_reported_as_not_written()
    {
        var process = await AzuriteProcess.First();
        process.Wire.From((_, message) => message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? Wire.Fate.Lost : Wire.Fate.Arrives);

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(() => Commit(process, "e:1", withFollowing: true));

        Assert.Equal(
            "The table store at 127.0.0.1 does not answer. Try again in a minute; if it lasts, check the network and the state of Azure Storage. Nothing of this was written.",
            told.Message);
    }

    [Fact]
    public async Task If_nothing_answers_the_result_is_reported_as_unknown()
    {
        var process = await AzuriteProcess.First();
        process.Wire.From((_, message) => message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? Wire.Fate.AnswerLost : Wire.Fate.Lost);

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(() => Commit(process, "e:1", withFollowing: false));

        Assert.Contains("It is not known whether this was written", told.Message, StringComparison.Ordinal);
        Assert.NotNull(await process.Another().Store.Get(Tables.Agreements, "P", "e:1"));
    }

    [Fact]
    public async Task Lost_reads_are_retried_and_reported_when_they_keep_failing()
    {
        var process = await AzuriteProcess.First();
        await Commit(process, "e:1", withFollowing: false);
        process.Wire.From(n => n == 1 ? Wire.Fate.Lost : Wire.Fate.Arrives);
        Assert.NotNull(await process.Store.Get(Tables.Agreements, "P", "e:1"));

        process.Wire.From(_ => Wire.Fate.Lost);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await process.Store.Get(Tables.Agreements, "P", "e:1"));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await process.Store.Query(new TableQuery(Tables.Agreements, "P")));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await foreach (var _ in process.Store.Scan(Tables.Agreements))
            {
                // A call that returns is enough.
            }
        });
        await Assert.ThrowsAsync<StorageUnavailableException>(() => process.Store.CreateTables());
    }

    [Fact]
    public async Task Tables_are_made_once_and_for_all_and_a_missing_one_is_told()
    {
        var process = await AzuriteProcess.First();
        await process.Store.CreateTables();
        await AzuriteServer.Account(process.Account).GetTableClient(Tables.Agreements).DeleteAsync();

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(() => Commit(process, "e:1", withFollowing: false));

        Assert.StartsWith("The table store at 127.0.0.1 lacks a table. Restart the app", told.Message, StringComparison.Ordinal);
    }

    private static Task<bool> Commit(AzuriteProcess process, string row, bool withFollowing) => process.Store.Commit(
        new TableTransaction(Tables.Agreements, "P", [new RowChange.Insert(row, new Dictionary<string, object> { ["V"] = "x" })]),
        withFollowing ? [new TableTransaction(Tables.Due, "0", [new RowChange.Upsert(row, new Dictionary<string, object> { ["V"] = "x" })])] : []).AsTask();

    private static bool IsFirstBatch(global::Azure.Core.HttpMessage message)
    {
        if (!message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || message.TryGetProperty("seen", out _))
        {
            return false;
        }

        message.SetProperty("seen", true);
        return true;
    }
}
