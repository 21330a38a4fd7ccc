using System.IO.Compression;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Papers;

public sealed class CaseFileCheckTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public void A_manifest_is_read_back_as_it_was_written_and_sha256sum_understands_it()
    {
        var manifest = new CaseFileManifest(
            Id.Value, casework.Now + NodaTime.Duration.FromTicks(1234567), 57, new string('a', 64), [new("breach-file.html", new string('b', 64)), new("papers/01-letter.pdf", new string('c', 64))]);
        var text = manifest.Write(CaseFileKind.Breach, Lead);
        var read = CaseFileManifest.Read(text)!;
        Assert.Equal((manifest.Agreement, manifest.Made, manifest.Events, manifest.Chain), (read.Agreement, read.Made, read.Events, read.Chain));
        Assert.Equal(manifest.Files, read.Files);
        Assert.Contains($"\n{new string('c', 64)}  papers/01-letter.pdf\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# case: DV-7K3M9-2QX4P")]
    [InlineData("# case: DV-7K3M9-2QX4P\n# made: yesterday\n# record: 1 events, the last has the hash aa")]
    public void What_is_no_manifest_is_not_read(string text) => Assert.Null(CaseFileManifest.Read(text));

    [Fact]
    public async Task Whatever_is_broken_in_a_zip_is_a_finding_or_a_refusal_and_never_a_fault()
    {
        await casework.Signed();
        var access = new RecordAccess(casework.Records, new AccessLog(casework.Store));
        var check = new CaseFileCheck(new CaseFileQuery(access, casework.Records, new MailRenderer()), casework.Records, new AccessLog(casework.Store));
        var zip = Zip(new CaseFileManifest(Id.Value, casework.Now, 1, new string('a', 64), [new("breach-file.html", CaseFileManifest.HashOf("Hello"u8))]).Write(CaseFileKind.Breach, Lead));
        var whole = Assert.IsType<Reply<CaseFileFinding>.Given>(await Check(zip)).Value;
        Assert.Equal((null, false), (whole.GivenOut, whole.RecordStands));
        Assert.Equal([("breach-file.html", CheckedFile.Unchanged)], whole.Files);

        for (var place = 0; place < zip.Length; place++)
        {
            var broken = (byte[])zip.Clone();
            broken[place] ^= 0xFF;
            await Check(broken);
            await Check(zip[..place]);
        }

        async ValueTask<Reply<CaseFileFinding>> Check(byte[] bytes)
        {
            var reply = await check.Of(Id.Value, new MemoryStream(bytes), new AccessRequest(Lead, casework.Now));
            Assert.True(reply is Reply<CaseFileFinding>.Given { Value.IsGenuine: false } or Reply<CaseFileFinding>.Refused { Refusal.Code: CaseworkRefusal.CaseFileUnreadable });
            return reply;
        }
    }

    [Fact]
    public async Task Sizes_whose_sum_is_too_large_for_a_number_are_refused()
    {
        await casework.Signed();
        var check = new CaseFileCheck(new CaseFileQuery(new RecordAccess(casework.Records, new AccessLog(casework.Store)), casework.Records, new MailRenderer()), casework.Records, new AccessLog(casework.Store));
        var reply = await check.Of(Id.Value, new MemoryStream(Boasting()), new AccessRequest(Lead, casework.Now));
        var refused = Assert.IsType<Reply<CaseFileFinding>.Refused>(reply).Refusal;
        Assert.Equal(CaseworkRefusal.CaseFileUnreadable, refused.Code);
        Assert.Contains("more in it than Diversion puts into one", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Three files in its list, each of which says (in Zip64) that it has 2 to the 62nd bytes.</summary>
    private static byte[] Boasting()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        for (var number = 0; number < 3; number++)
        {
            writer.Write(0x02014b50u);
            writer.Write((ushort)45);
            writer.Write((ushort)45);
            writer.Write(new byte[12]);
            writer.Write(0u);
            writer.Write(uint.MaxValue);
            writer.Write((ushort)1);
            writer.Write((ushort)12);
            writer.Write(new byte[14]);
            writer.Write((byte)('a' + number));
            writer.Write((ushort)1);
            writer.Write((ushort)8);
            writer.Write(1L << 62);
        }

        var length = (uint)bytes.Length;
        writer.Write(0x06054b50u);
        writer.Write(0u);
        writer.Write((ushort)3);
        writer.Write((ushort)3);
        writer.Write(length);
        writer.Write(0u);
        writer.Write((ushort)0);
        writer.Flush();
        return bytes.ToArray();
    }

    private static byte[] Zip(string manifest)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ((string, string)[])[(CaseFileManifest.Name, manifest), ("breach-file.html", "Hello")])
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
