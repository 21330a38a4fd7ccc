using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Tests.Moving;

/// <summary>An import refuses what it cannot trust, says why, and writes nothing.</summary>
public sealed class HostileExportTests : IAsyncLifetime
{
    private readonly Host target = new(2);
    private readonly List<(string Name, byte[] Content)> parts = [];
    private byte[] sound = [];

    public async Task InitializeAsync()
    {
        sound = (await (await MoveTests.Filled()).Export()).File;
        await using var tar = new TarReader(new MemoryStream(sound));
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            using var content = new MemoryStream();
            await (entry.DataStream ?? Stream.Null).CopyToAsync(content);
            parts.Add((entry.Name, content.ToArray()));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_parts_put_together_again_are_an_export() => Assert.NotEmpty((await Import(Pack(parts))).Digest);

    [Fact]
    public async Task A_changed_byte_of_any_part_and_a_file_cut_short_are_found()
    {
        foreach (var (name, content) in parts.Where(part => part.Content.Length > 0 && part.Name != MoveManifest.FileName))
        {
            var changed = (byte[])content.Clone();
            changed[changed.Length / 2] ^= 1;
            await Refused(Pack(parts.Select(part => part.Name == name ? (name, changed) : part)));
        }

        foreach (var length in new[] { 0, 10, 600, sound.Length / 3, sound.Length / 2, sound.Length - 1_500 })
        {
            await Refused(sound[..length]);
        }
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/evil")]
    [InlineData("rows/due/000001.jsonl")]
    [InlineData("rows/agreements/1.jsonl")]
    [InlineData("rows/agreements/../000001.jsonl")]
    [InlineData("papers/DV-1/../../evil")]
    [InlineData("papers/DV-1")]
    [InlineData("token.key")]
    public async Task A_name_that_no_export_has_is_refused(string name) =>
        Assert.Contains("a name that no export has", await Refused(Pack([(name, "x"u8.ToArray()), .. parts])), StringComparison.Ordinal);

    [Fact]
    public async Task A_part_that_comes_twice_or_after_the_end_a_link_and_a_missing_part_are_refused()
    {
        await Refused(Pack([parts[0], .. parts]));
        await Refused(Pack([.. parts, ("rows/drafts/000009.jsonl", [])]));
        await Refused(Pack(parts.Where(part => part.Name != "secrets.json"), listed: true));
        using var file = new MemoryStream();
        await using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "programme.json") { LinkName = "/etc/passwd" });
        }

        await Refused(file.ToArray());
    }

    [Theory]
    [InlineData("settings", """{"partition":"standstill","row":"now","properties":{}}""", "a row that no export has")]
    [InlineData("settings", """{"partition":"adopted-secrets","row":"x","properties":{}}""", "a row that no export has")]
    [InlineData("agreements", """{"partition":"DV-2","row":"s","properties":{}}""", "a row that no export has")]
    [InlineData("streams", """{"partition":"gadget:1","row":"e:00000001","properties":{}}""", "of a kind that this program does not know")]
    [InlineData("audit", """{"partition":"a/b","row":"x","properties":{}}""", "cannot be unpacked")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":{"a__b":"c"}}""", "cannot be unpacked")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":{"n":1.5}}""", "a value that no row can have")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":{"n":null}}""", "a value that no row can have")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":[]}""", "a line is not one of a row")]
    [InlineData("audit", """{"partition":"a","row":"x"}""", "a line is not one of a row")]
    [InlineData("audit", """["a"]""", "a line is not one of a row")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":{}""", "cannot be read")]
    [InlineData("audit", """{"partition":"a","row":"x","properties":{"t":"\ud800"}}""", "cannot be unpacked")]
    public async Task A_row_that_no_export_has_is_refused_although_the_sums_are_right(string table, string line, string why) =>
        Assert.Contains(why, await Refused(Pack([($"rows/{table}/000009.jsonl", Encoding.UTF8.GetBytes(line + "\n")), .. parts], listed: true)), StringComparison.Ordinal);

    [Fact]
    public async Task Of_a_newer_program_or_format_it_is_refused_in_words()
    {
        Assert.Contains("was made by Diversion 99.1.0", await Refused(Pack(parts, manifest => manifest["program"] = "99.1.0")), StringComparison.Ordinal);
        Assert.Contains("Import it with that version or a later one", await Refused(Pack(parts, manifest => manifest["format"] = 2)), StringComparison.Ordinal);
        await Refused(Pack(parts, manifest => manifest["program"] = "new"));
        await Refused(Pack(parts, manifest => manifest["parts"] = null));
    }

    [Fact]
    public async Task Events_that_were_changed_together_with_their_sums_are_found_and_no_host_works_on_them()
    {
        var forged = Pack(parts.Select(part => part.Name.StartsWith("rows/agreements", StringComparison.Ordinal)
            ? (part.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace("Pat Participant", "Max Participant", StringComparison.Ordinal)))
            : part), listed: true);

        var refused = await Assert.ThrowsAsync<MoveException>(() => Import(forged));

        Assert.Contains("its content was changed after it was written", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StandstillCause.Importing, (await Standstill.Of(target.Store))!.Cause);
    }

    [Fact]
    public async Task Another_digest_than_the_exports_is_found() =>
        Assert.Contains("its digest is another", (await Assert.ThrowsAsync<MoveException>(() => Import(Pack(parts, manifest => manifest["digest"] = new string('0', 64))))).Message, StringComparison.Ordinal);

    private async Task<Casework.Maintenance.VerificationReport> Import(byte[] file)
    {
        var import = new ProgrammeImport(_ => Task.FromResult<Stream>(new MemoryStream(file)));
        return await import.Into(target.Place, await import.Check(), Instant.FromUtc(2026, 3, 4, 10, 0));
    }

    private async Task<string> Refused(byte[] file)
    {
        var refused = await Assert.ThrowsAsync<MoveException>(() => Import(file));
        foreach (var table in Tables.All)
        {
            Assert.Empty(await target.Rows(table));
        }

        Assert.Empty(target.Documents.Bytes);
        return refused.Message;
    }

    /// <param name="listed">The manifest lists the parts as they are here.</param>
    private static byte[] Pack(IEnumerable<(string Name, byte[] Content)> all, bool listed = false) => Pack(all, manifest =>
    {
        if (listed)
        {
            manifest["parts"] = new JsonArray([.. all.Where(part => part.Name != MoveManifest.FileName).Select(part => new JsonObject
            {
                ["name"] = part.Name, ["size"] = part.Content.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(part.Content)),
            })]);
        }
    });

    private static byte[] Pack(IEnumerable<(string Name, byte[] Content)> all, Action<JsonNode> change)
    {
        using var file = new MemoryStream();
        using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in all)
            {
                var written = content;
                if (name == MoveManifest.FileName)
                {
                    var manifest = JsonNode.Parse(content)!;
                    change(manifest);
                    written = Encoding.UTF8.GetBytes(manifest.ToJsonString());
                }

                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(written) });
            }
        }

        return file.ToArray();
    }
}
