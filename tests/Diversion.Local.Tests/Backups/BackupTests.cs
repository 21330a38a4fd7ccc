using System.Formats.Tar;
using System.IO.Compression;
using Diversion.Local.Backups;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;

namespace Diversion.Local.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly BackupBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_backed_up_is_restored_and_only_its_owner_may_read_it(bool encrypted)
    {
        var key = encrypted ? bench.Key : null;
        var backup = await bench.Backup(key);
        var manifest = await bench.Restore(backup, key);

        Assert.Equal(
            ["diversion.db", "feeds/tag-events/done/old.json", "feeds/tag-events/waits.json", "mail/2026-11-29/a.eml", "messages/2026-11.jsonl", "programme.json"],
            manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal(manifest.Files.Count, Directory.EnumerateFiles(bench.Restored, "*", SearchOption.AllDirectories).Count());
        Assert.Equal("Subject: A\r\n\r\nA", await File.ReadAllTextAsync(Path.Combine(bench.Restored, "mail/2026-11-29/a.eml")));
        Assert.Equal(
            File.GetLastWriteTimeUtc(Path.Combine(bench.Data, "programme.json")), File.GetLastWriteTimeUtc(Path.Combine(bench.Restored, "programme.json")), TimeSpan.FromSeconds(1));
        SqliteTableStore.Open(bench.Restored).Dispose();
        Assert.False(Path.Exists(Path.Combine(bench.Data, BackupWriter.Staging)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(backup));
            Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(Path.Combine(bench.Restored, "diversion.db")));
            Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(Path.Combine(bench.Restored, "mail/2026-11-29/a.eml")));
            Assert.Equal(OwnerOnly.FolderMode, File.GetUnixFileMode(Path.Combine(bench.Restored, "mail/2026-11-29")));
        }
    }

    [Fact]
    public async Task A_batch_that_is_finished_meanwhile_waits_in_the_backup()
    {
        var feed = Path.Combine(bench.Data, "feeds/tag-events");
        var backup = await bench.Backup(copied: () =>
        {
            bench.Write("feeds/tag-events/done/late.json", "{}");
            File.Move(Path.Combine(feed, "waits.json"), Path.Combine(feed, "done/waits.json"));
            return Task.CompletedTask;
        });

        var paths = (await bench.Restore(backup)).Files.Select(file => file.Path).ToArray();
        Assert.Contains("feeds/tag-events/waits.json", paths);
        Assert.Contains("feeds/tag-events/late.json", paths);
        Assert.Contains("feeds/tag-events/done/late.json", paths);
        Assert.DoesNotContain("feeds/tag-events/old.json", paths);
    }

    [Fact]
    public async Task Mail_that_comes_and_messages_that_grow_meanwhile_do_no_harm()
    {
        var backup = await bench.Backup(copied: async () =>
        {
            bench.Write("mail/2026-11-29/b.eml", "B");
            await File.AppendAllTextAsync(Path.Combine(bench.Data, "messages/2026-11.jsonl"), "{}\n");
        });

        Assert.Contains("mail/2026-11-29/b.eml", (await bench.Restore(backup)).Files.Select(file => file.Path));
        Assert.Equal("{}\n{}\n", await File.ReadAllTextAsync(Path.Combine(bench.Restored, "messages/2026-11.jsonl")));
    }

    [Fact]
    public async Task Two_backups_at_once_and_an_existing_file_are_refused()
    {
        using (await BackupLock.Take(bench.Data, default))
        {
            Assert.True(BackupLock.IsHeld(bench.Data));
            var second = await Assert.ThrowsAsync<Casework.Storage.StorageUnavailableException>(() => bench.Backup());
            Assert.Contains("Another backup", second.Message, StringComparison.Ordinal);
        }

        Assert.False(BackupLock.IsHeld(bench.Data));
        var backup = await bench.Backup();
        var exists = await Assert.ThrowsAsync<CannotGoOnException>(() => new BackupWriter(bench.Data, TimeProvider.System).Write(backup, null));
        Assert.Contains("exists", exists.Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<CannotGoOnException>(() => new BackupWriter(bench.File("nowhere"), TimeProvider.System).Write(bench.File("x"), null));
        Assert.Equal(ExitCodes.DataUnavailable, none.ExitCode);
    }

    [Fact]
    public async Task A_name_that_not_every_system_can_have_is_left_out_and_named()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        bench.Write("feeds/tag-events/done/2026-11-29 10:15.json", "{}");
        Assert.Equal(["feeds/tag-events/done/2026-11-29 10:15.json"], (await bench.Restore(await bench.Backup())).LeftOut);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_brought_up_to_date()
    {
        await using var packed = new GZipStream(
            File.OpenRead(Path.Combine(Repository.Root, "tests/Diversion.Local.Tests/Verbs/KeptFolder/diversion.db.gz")), CompressionMode.Decompress);
        using var database = new MemoryStream();
        await packed.CopyToAsync(database);
        var backup = await bench.Made(manifest => manifest with { Schema = 4 }, BackupBench.Entry("data/diversion.db", database.ToArray()));

        await bench.Restore(backup);
        await RestoredFolder.BringUpToDate(bench.Restored, default);

        await using var store = SqliteTableStore.OpenToRead(bench.Restored);
        Assert.Null((await Casework.Maintenance.Verification.Run(store)).Fault);
    }
}
