using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Diversion.Local.Backups;
using Diversion.Local.Storage;

namespace Diversion.Local.Tests.Backups;

/// <summary>A data folder with a few files, and backups made by hand that no honest writer would make.</summary>
internal sealed class BackupBench : IDisposable
{
    private readonly TemporaryFolder home = new();

    public BackupBench()
    {
        SqliteTableStore.Open(Data).Dispose();
        Write("programme.json", "{}");
        Write("mail/2026-11-29/a.eml", "Subject: A\r\n\r\nA");
        Write("messages/2026-11.jsonl", "{}\n");
        Write("feeds/tag-events/waits.json", "{ \"items\": [] }");
        Write("feeds/tag-events/done/old.json", "{ \"items\": [] }");
        Write("feeds/tag-events/half.part", "half");
    }

    public string Data => home.File("data");

    public string Restored => home.File("restored");

    public BackupKey Key { get; } = new([.. Enumerable.Range(1, 32).Select(n => (byte)n)]);

    public string File(string name) => home.File(name);

    public void Write(string path, string text)
    {
        var file = Path.Combine(Data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }

    /// <summary>Backs the folder up.</summary>
    public async Task<string> Backup(BackupKey? key = null, Func<Task>? copied = null)
    {
        var file = home.File($"{Guid.NewGuid():N}.backup");
        await new BackupWriter(Data, TimeProvider.System) { Copied = copied ?? (() => Task.CompletedTask) }.Write(file, key);
        return file;
    }

    public Task<BackupManifest> Restore(string backup, BackupKey? key = null) => new BackupReader(backup, key).Unpack(Restored);

    /// <summary>A tar of these entries with a list of files that fits them.</summary>
    public async Task<string> Made(Func<BackupManifest, BackupManifest>? change, params TarEntry[] entries)
    {
        var file = home.File($"{Guid.NewGuid():N}.backup");
        var files = entries.Where(entry => entry.DataStream is not null).Select(entry => new BackedUpFile(entry.Name["data/".Length..], entry.DataStream!.Length, HashOf(entry.DataStream))).ToArray();
        await using var stream = System.IO.File.Create(file);
        await using var tar = new TarWriter(stream, TarEntryFormat.Pax);
        foreach (var entry in entries)
        {
            await tar.WriteEntryAsync(entry);
        }

        var manifest = new BackupManifest(BackupManifest.CurrentFormat, "0.1.0", SqliteSchema.Newest, TimeProvider.System.GetUtcNow(), files, [], []);
        await new BackupArchive(tar).End(change?.Invoke(manifest) ?? manifest, default);
        return file;
    }

    public static TarEntry Entry(string name, string text) => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    public static TarEntry Entry(string name, byte[] content) => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) };

    public void Dispose() => home.Dispose();

    private static string HashOf(Stream content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        return hash;
    }
}
