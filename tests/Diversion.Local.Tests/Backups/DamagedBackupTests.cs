using System.Formats.Tar;
using Diversion.Local.Backups;
using Diversion.Local.Faults;

namespace Diversion.Local.Tests.Backups;

/// <summary>A restore refuses what it cannot trust, says why, and leaves nothing behind.</summary>
public sealed class DamagedBackupTests : IDisposable
{
    private readonly BackupBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task One_changed_byte_anywhere_of_an_encrypted_one_is_found()
    {
        var backup = await bench.Backup(bench.Key);
        var sound = await File.ReadAllBytesAsync(backup);
        int[] places = [22, 27, 60, 90, 300, sound.Length / 3, sound.Length / 2, sound.Length - 40, sound.Length - 1];
        foreach (var place in places)
        {
            var changed = sound.ToArray();
            changed[place] ^= 1;
            await Damaged(changed, bench.Key);
        }
    }

    [Fact]
    public async Task One_changed_byte_of_a_files_content_is_found_without_a_key_too()
    {
        var sound = await File.ReadAllBytesAsync(await bench.Backup());
        var text = "Subject: A"u8;
        var changed = sound.ToArray();
        changed[sound.AsSpan().IndexOf(text)] ^= 1;
        Assert.Contains("mail/2026-11-29/a.eml is not as it was backed up", await Damaged(changed), StringComparison.Ordinal);

        // In the middle of the database.
        changed = sound.ToArray();
        changed[sound.AsSpan().IndexOf("SQLite format 3"u8) + 5_000] ^= 1;
        Assert.Contains("diversion.db is not as it was backed up", await Damaged(changed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_cut_short_is_found(bool encrypted)
    {
        var key = encrypted ? bench.Key : null;
        var sound = await File.ReadAllBytesAsync(await bench.Backup(key));
        int[] lengths = [0, 10, 22, 100, 600, sound.Length / 2, sound.Length - (encrypted ? 1 : 1_500)];
        foreach (var length in lengths)
        {
            await Damaged(sound[..length], key);
        }
    }

    [Fact]
    public async Task A_missing_or_a_wrong_key_is_told_apart_from_damage()
    {
        var backup = await bench.Backup(bench.Key);

        var missing = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.Restore(backup));
        var wrong = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.Restore(backup, new BackupKey(new byte[32])));

        Assert.Equal((ExitCodes.WrongUsage, ExitCodes.WrongUsage), (missing.ExitCode, wrong.ExitCode));
        Assert.Contains("is encrypted. Name the file of its key with --key", missing.Message, StringComparison.Ordinal);
        Assert.Contains("was encrypted with another key", wrong.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(bench.Restored));
    }

    [Theory]
    [InlineData("data/../evil")]
    [InlineData("/etc/evil")]
    [InlineData("data//evil")]
    [InlineData("data/a/./evil")]
    [InlineData("data/a\\evil")]
    [InlineData("data/C:evil")]
    [InlineData("data/")]
    [InlineData("evil")]
    [InlineData("data/diversion.db-wal")]
    [InlineData("data/diversion.db.part")]
    [InlineData("data/diversion.lock")]
    [InlineData("data/programme.json")]
    public async Task A_name_that_leads_elsewhere_or_comes_twice_is_refused(string name)
    {
        var backup = await bench.Made(null, BackupBench.Entry("data/programme.json", "{}"), BackupBench.Entry("data/diversion.db", "x"), new PaxTarEntry(TarEntryType.RegularFile, name));

        Assert.Contains("a name that no backup has", await Refused(backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        var backup = await bench.Made(null, BackupBench.Entry("data/diversion.db", "x"), new PaxTarEntry(TarEntryType.SymbolicLink, "data/papers") { LinkName = "/etc" });

        Assert.Contains("something that is not a file", await Refused(backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_without_a_database_and_one_of_a_newer_program_are_refused()
    {
        Assert.Contains("files are missing", await Refused(await bench.Made(null, BackupBench.Entry("data/programme.json", "{}"))), StringComparison.Ordinal);
        Assert.Contains("made by a newer Diversion", await Refused(await bench.Made(manifest => manifest with { Schema = 9_999 }, BackupBench.Entry("data/diversion.db", "x"))), StringComparison.Ordinal);
        Assert.Contains("files are missing", await Refused(await bench.Made(manifest => manifest with { Files = [] }, BackupBench.Entry("data/diversion.db", "x"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_left_alone()
    {
        Directory.CreateDirectory(bench.Restored);
        await File.WriteAllTextAsync(Path.Combine(bench.Restored, "letter.txt"), "mine");

        var refused = await Assert.ThrowsAsync<CannotGoOnException>(async () => await bench.Restore(await bench.Backup()));

        Assert.Equal(ExitCodes.DataUnavailable, refused.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(bench.Restored, "letter.txt")));
    }

    private async Task<string> Damaged(byte[] content, BackupKey? key = null)
    {
        var file = bench.File("damaged.backup");
        await File.WriteAllBytesAsync(file, content);
        return await Refused(file, key);
    }

    private async Task<string> Refused(string backup, BackupKey? key = null)
    {
        var refused = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.Restore(backup, key));
        Assert.Equal(ExitCodes.Failed, refused.ExitCode);
        Assert.Contains("othing was restored", refused.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(bench.Restored), "Something was left in the folder.");
        return refused.Message;
    }
}
