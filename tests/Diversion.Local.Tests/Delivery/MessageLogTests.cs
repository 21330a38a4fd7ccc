using System.Text.Json;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Diversion.Local.Delivery;
using NodaTime;

namespace Diversion.Local.Tests.Delivery;

public sealed class MessageLogTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("diversion-messages-").FullName;

    private string July => Path.Combine(data, "messages", "2026-07.jsonl");

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_notice_is_one_cloud_event_in_one_line()
    {
        using (var log = Open())
        {
            await log.Publish(Notice(1) with { Data = new Dictionary<string, string> { ["status"] = "active\n\"🙂" } });
        }

        var line = Assert.Single(await File.ReadAllLinesAsync(July));
        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal(
            ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("1.0", json.GetProperty("specversion").GetString());
        Assert.Equal("DV-1.1.1", json.GetProperty("id").GetString());
        Assert.Equal("https://diversion.example", json.GetProperty("source").GetString());
        Assert.Equal("uk.diversion.agreement.signed.v1", json.GetProperty("type").GetString());
        Assert.Equal("DV-1", json.GetProperty("subject").GetString());
        Assert.Equal("2026-07-01T10:00:00Z", json.GetProperty("time").GetString());
        Assert.Equal("active\n\"🙂", json.GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_repeat_is_not_written_again_by_this_process_or_the_next()
    {
        using (var log = Open())
        {
            await log.Publish(Notice(1));
            await log.Publish(Notice(1));
        }

        using (var log = Open())
        {
            await log.Publish(Notice(1));
            await log.Publish(Notice(2));
        }

        Assert.Equal(2, (await File.ReadAllLinesAsync(July)).Length);
    }

    [Fact]
    public async Task A_repeat_from_long_ago_may_come_again()
    {
        using var log = Open();
        for (var number = 0; number <= MessageLog.Remembered; number++)
        {
            await log.Publish(Notice(number));
        }

        await log.Publish(Notice(0));
        await log.Publish(Notice(MessageLog.Remembered));

        Assert.Equal(MessageLog.Remembered + 2, File.ReadLines(July).Count());
    }

    [Theory]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"DV-1.2")]
    [InlineData("{")]
    public async Task A_line_cut_off_by_a_crash_is_removed_and_written_again(string torn)
    {
        using (var log = Open())
        {
            await log.Publish(Notice(1));
        }

        await File.AppendAllTextAsync(July, torn);
        using (var log = Open())
        {
            await log.Publish(Notice(2));
        }

        Assert.Equal(["DV-1.1.1", "DV-1.2.1"], (await File.ReadAllLinesAsync(July)).Select(Id));
    }

    [Fact]
    public async Task A_file_with_only_an_incomplete_line_starts_again()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(July)!);
        await File.WriteAllTextAsync(July, "{\"id\"");
        using var log = Open();

        await log.Publish(Notice(1));

        Assert.Equal("DV-1.1.1", Id(Assert.Single(File.ReadLines(July))));
    }

    [Fact]
    public async Task The_month_is_that_of_the_event_so_that_a_late_repeat_finds_its_file()
    {
        using var log = Open();
        await log.Publish(Notice(1));
        await log.Publish(Notice(2) with { Time = Instant.FromUtc(2026, 8, 1, 0, 0) });
        await log.Publish(Notice(1));

        Assert.Single(File.ReadLines(July));
        Assert.Single(File.ReadLines(Path.Combine(data, "messages", "2026-08.jsonl")));
    }

    [Fact]
    public async Task Many_at_once_are_whole_lines()
    {
        using var log = Open();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () => await log.Publish(Notice(number)))));

        Assert.Equal(50, File.ReadLines(July).Select(Id).Distinct().Count());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_failed_delivery_and_recovers()
    {
        var blocked = Path.Combine(data, "messages");
        await File.WriteAllTextAsync(blocked, "a file where the folder should be");
        using var log = Open();

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await log.Publish(Notice(1)));
        File.Delete(blocked);
        await log.Publish(Notice(1));

        Assert.Contains("Check that the disk has space", failed.Message, StringComparison.Ordinal);
        Assert.Single(File.ReadLines(July));
    }

    private static string? Id(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString();

    private static OutgoingMessage.Notice Notice(int number) => new(
        $"DV-1.{number}.1", "uk.diversion.agreement.signed.v1", "DV-1", Instant.FromUtc(2026, 7, 1, 10, 0), new Dictionary<string, string> { ["status"] = "active" });

    private MessageLog Open() => new(data, MailFolderTests.Programme);
}
