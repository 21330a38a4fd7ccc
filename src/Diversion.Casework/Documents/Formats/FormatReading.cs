using Diversion.Casework.Answers;
using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Documents.Formats;

/// <summary>
/// What a file is, by its content: its first bytes, and where they do not tell enough, its structure. Its name says nothing
/// and is never looked at.
/// </summary>
internal static class FormatReading
{
    private const int HeadBytes = 4096;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <param name="file">Can be read again; its position does not matter, and is at its beginning afterwards.</param>
    public static (DocumentFormat Format, Refusal? Refusal) Of(Stream file)
    {
        file.Position = 0;
        var head = new byte[HeadBytes];
        var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        try
        {
            return Read(file, head.AsSpan(0, length));
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static (DocumentFormat, Refusal?) Read(Stream file, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return HasEnd(file, "%%EOF"u8) ? Is(DocumentFormat.Pdf) : Not("The PDF is cut short: its end is missing. Save or scan it again.");
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Is(DocumentFormat.Jpeg);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) && head.Length > 16 && head[12..16].SequenceEqual("IHDR"u8))
        {
            return Is(DocumentFormat.Png);
        }

        if (head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(Encoding.Latin1.GetString(head[8..12])))
        {
            return Is(DocumentFormat.Heic);
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return WordFile.Fault(file) is { } fault ? Not(fault) : Is(DocumentFormat.Docx);
        }

        if (head.StartsWith(CompoundFile.Mark))
        {
            return OfCompound(file);
        }

        return IsProgram(head)
            ? (default, new Refusal.Invalid(CaseworkRefusal.DocumentIsProgram, "This is a program, whatever its name says. Programs are not kept.") { Field = "file" })
            : PlainFile.Read(file) switch
            {
                PlainFile.Kind.Email => Is(DocumentFormat.Email),
                PlainFile.Kind.Text => Is(DocumentFormat.Text),
                _ => Not(null),
            };
    }

    private static (DocumentFormat, Refusal?) OfCompound(Stream file)
    {
        var names = CompoundFile.EntryNames(file);
        return names.Contains("EncryptedPackage") ? Not("The file is protected with a password, so nobody else could open it. Save it without the password, or print it to a PDF.")
            : names.Any(CompoundFile.IsMacro) ? Not("The file contains macros, which could be programs. Print it to a PDF.")
            : names.Contains("__properties_version1.0") ? Is(DocumentFormat.OutlookMessage)
            : Not(null);
    }

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("#!"u8) || head.StartsWith("\u007fELF"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]) || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]);

    private static bool HasEnd(Stream file, ReadOnlySpan<byte> end)
    {
        var tail = new byte[HeadBytes];
        file.Position = Math.Max(0, file.Length - HeadBytes);
        var length = file.ReadAtLeast(tail, HeadBytes, throwOnEndOfStream: false);
        return tail.AsSpan(0, length).IndexOf(end) >= 0;
    }

    private static (DocumentFormat, Refusal?) Is(DocumentFormat format) => (format, null);

    private static (DocumentFormat, Refusal?) Not(string? why) => (default, new Refusal.Invalid(
        CaseworkRefusal.DocumentFormatUnknown,
        why ?? "This file is of no kind that is kept, whatever its name says. Kept are PDF, photos (JPG, PNG, HEIC), Word (DOCX), plain text, and emails (MSG, EML).") { Field = "file" });
}
