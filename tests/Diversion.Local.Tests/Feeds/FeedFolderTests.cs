using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Domain.Agreements;
using Diversion.Local.Feeds;
using Diversion.Local.Tests.Import;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Local.Tests.Feeds;

/// <summary>Files from other systems: one that cannot be accepted holds up no other and is reported to a lead.</summary>
public sealed class FeedFolderTests : IDisposable
{
    private const string Empty = """{"items":[]}""";

    private static readonly Actor Lead = new("lead-1", "Lea Lead", Role.ProgrammeLead);

    private readonly ImportBench bench = new();
    private readonly TemporaryFolder folder = new();
    private readonly FeedLog feedLog;
    private readonly FeedFolder feeds;

    public FeedFolderTests()
    {
        feedLog = new FeedLog(bench.Store);
        var intake = new FeedIntake(bench.Casework, bench.CustodyMatches, feedLog, NullLogger<FeedIntake>.Instance);
        feeds = new FeedFolder(folder.Path, intake, feedLog, bench.Clock, TimeProvider.System, NullLogger<FeedFolder>.Instance);
        feeds.Make();
    }

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_holds_up_neither_its_own_feed_nor_the_other()
    {
        File.CreateSymbolicLink(In("tag-events", "00-loop.json"), In("tag-events", "00-loop.json"));
        Drop("tag-events", "10-good.json", Empty);
        Drop("custody-notices", "20-good.json", Empty);

        Assert.Equal(2, await feeds.Run());
        Assert.True(File.Exists(In("tag-events", "done/10-good.json")));
        Assert.True(File.Exists(In("custody-notices", "done/20-good.json")));
        var told = Assert.Single(await Faults());
        Assert.Equal(("tag-events", "00-loop.json", "file-refused"), (told.Feed, told.File, told.Code));

        // It is left alone for a minute, and reported once.
        await feeds.Run();
        Assert.Equal(1, Assert.Single(await Faults()).Times);
    }

    [Fact]
    public async Task A_file_that_cannot_be_moved_holds_up_no_other()
    {
        Drop("tag-events", "00.json", Empty);
        Drop("tag-events", "01.json", Empty);
        Directory.CreateDirectory(In("tag-events", "done/00.json"));
        Assert.Equal(1, await feeds.Run());
        Assert.True(File.Exists(In("tag-events", "done/01.json")));
        Assert.Equal("00.json", Assert.Single(await Faults()).File);
    }

    [Fact]
    public async Task A_byte_order_mark_is_accepted_and_another_encoding_is_reported()
    {
        Drop("tag-events", "mark.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Empty)]);
        Drop("tag-events", "wide.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Empty)]);
        Assert.Equal(2, await feeds.Run());
        Assert.True(File.Exists(In("tag-events", "done/mark.json")));
        Assert.Contains("UTF-16. Send it as UTF-8", File.ReadAllText(In("tag-events", "refused/wide.json.reason.txt")), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Assert.Single(await Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_was_refused_is_on_the_leads_list_until_it_is_dealt_with()
    {
        Drop("custody-notices", "a.json", """{"items":[{"agreement":"DV-00000-00000","id":"n-1","kind":"arrest","occurredOn":"2026-11-20"}]}""");
        await feeds.Run();
        Drop("custody-notices", "b.json", """{"items":[{"agreement":"DV-00000-00000","id":"n-1","kind":"arrest","occurredOn":"2026-11-20"}]}""");
        await feeds.Run();
        var fault = Assert.Single(await Faults());
        Assert.Equal(("n-1", "DV-00000-00000", "agreement-unknown", 2), (fault.Item, fault.Agreement, fault.Code, fault.Times));

        Assert.NotNull(await feedLog.DealtWith(new Actor("kw-1", "Kit Worker", Role.KeyWorker), fault.Feed, fault.Key));
        Assert.Single(await Faults());
        Assert.Null(await feedLog.DealtWith(Lead, fault.Feed, fault.Key));
        Assert.Empty(await Faults());
    }

    private string In(string feed, string file) => Path.Combine(folder.Path, "feeds", feed, file);

    private void Drop(string feed, string file, string text) => Drop(feed, file, Encoding.UTF8.GetBytes(text));

    private void Drop(string feed, string file, byte[] bytes)
    {
        File.WriteAllBytes(In(feed, file), bytes);
        File.SetLastWriteTimeUtc(In(feed, file), DateTime.UnixEpoch.AddYears(50));
    }

    private async Task<IReadOnlyList<FeedFault>> Faults() =>
        Assert.IsType<Reply<IReadOnlyList<FeedFault>>.Given>(await feedLog.Faults(Lead)).Value;
}
