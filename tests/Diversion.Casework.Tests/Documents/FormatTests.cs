using Diversion.Casework.Answers;
using Diversion.Casework.Documents.Formats;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Tests.Documents;

/// <summary>What a file is, by its content alone.</summary>
public sealed class FormatTests
{
    [Fact]
    public void Each_kind_is_known_by_its_content()
    {
        Assert.Equal(DocumentFormat.Pdf, Kept(Files.Pdf));
        Assert.Equal(DocumentFormat.Jpeg, Kept(Files.Jpeg));
        Assert.Equal(DocumentFormat.Png, Kept(Files.Png));
        Assert.Equal(DocumentFormat.Heic, Kept(Files.Heic));
        Assert.Equal(DocumentFormat.Docx, Kept(Files.Docx()));
        Assert.Equal(DocumentFormat.Text, Kept(Files.Text));
        Assert.Equal(DocumentFormat.Email, Kept(Files.Email));
        Assert.Equal(DocumentFormat.OutlookMessage, Kept(Files.Compound("__nameid_version1.0", "__recip_version1.0_#00000000", "a", "b", "c", "__properties_version1.0")));
    }

    [Fact]
    public void A_page_of_the_web_named_as_text_is_kept_as_text_and_never_shown() => Assert.Equal(DocumentFormat.Text, Kept(Files.Html));

    [Fact]
    public void Text_of_other_encodings_is_text()
    {
        Assert.Equal(DocumentFormat.Text, Kept([0xFF, 0xFE, (byte)'H', 0, (byte)'i', 0]));
        Assert.Equal(DocumentFormat.Text, Kept([(byte)'Z', (byte)'o', 0xEB]));
    }

    [Fact]
    public void Programs_are_refused_whatever_they_are_called()
    {
        Assert.Equal(CaseworkRefusal.DocumentIsProgram, Refused(Files.Exe));
        Assert.Equal(CaseworkRefusal.DocumentIsProgram, Refused("#!/bin/sh\nrm -rf /\n"u8.ToArray()));
        Assert.Equal(CaseworkRefusal.DocumentIsProgram, Refused([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]));
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/activeX/activeX1.xml")]
    [InlineData("word/embeddings/setup.exe")]
    public void A_word_document_with_a_program_in_it_is_refused(string part) =>
        Assert.Contains("macros", Message(Files.Docx(part)), StringComparison.Ordinal);

    [Fact]
    public void What_only_begins_like_a_kind_is_refused()
    {
        Assert.Contains("cut short", Message("%PDF-1.7\n1 0 obj"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("damaged", Message(Files.Docx()[..^30]), StringComparison.Ordinal);
        Assert.Contains("files in it", Message(Files.Zip("a.txt", "b.exe")), StringComparison.Ordinal);
        Assert.Contains("files in it", Message(Files.Zip("[Content_Types].xml", "xl/workbook.xml")), StringComparison.Ordinal);
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused(Files.Compound("WordDocument", "1Table")));
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused(Files.Compound("__properties_version1.0")[..700]));
        Assert.Contains("password", Message(Files.Compound("EncryptionInfo", "EncryptedPackage")), StringComparison.Ordinal);
        Assert.Contains("macros", Message(Files.Compound("__properties_version1.0", "Macros")), StringComparison.Ordinal);
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused([0, 1, 2, 3, 4, 5]));
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused([.. "Text, and then"u8, 0, 0]));
    }

    /// <summary>A chain of sectors that leads round and round ends.</summary>
    [Fact]
    public void A_hostile_compound_file_is_read_in_bounded_time()
    {
        var file = Files.Compound("x");
        BitConverter.TryWriteBytes(file.AsSpan(512 + 4), 1u);
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused(file));
        BitConverter.TryWriteBytes(file.AsSpan(48), 0x7FFFFFFFu);
        Assert.Equal(CaseworkRefusal.DocumentFormatUnknown, Refused(file));
    }

    private static DocumentFormat Kept(byte[] content)
    {
        using var file = new MemoryStream(content);
        var (format, refusal) = FormatReading.Of(file);
        Assert.Null(refusal);
        Assert.Equal(0, file.Position);
        return format;
    }

    private static string Refused(byte[] content) => FormatReading.Of(new MemoryStream(content)).Refusal!.Code;

    private static string Message(byte[] content) => FormatReading.Of(new MemoryStream(content)).Refusal!.Message;
}
