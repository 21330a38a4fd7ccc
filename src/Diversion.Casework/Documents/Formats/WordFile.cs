using System.IO.Compression;

namespace Diversion.Casework.Documents.Formats;

/// <summary>A document of Word is a zip with certain parts. Only its list of parts is read, and nothing is unpacked.</summary>
internal static class WordFile
{
    private const int MostParts = 5000;

    private static readonly string[] Programs = ["vbaProject.bin", "vbaData.xml", "activeX1.bin", ".exe", ".dll", ".js", ".vbs"];

    /// <returns>Null when it is one without macros.</returns>
    public static string? Fault(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var parts = zip.Entries.Count <= MostParts ? zip.Entries.Select(entry => entry.FullName).ToArray() : [];
            return !parts.Contains("[Content_Types].xml") || !parts.Contains("word/document.xml")
                ? "A zip or another file with files in it is not kept. Put each file in on its own: a PDF, a photo, or a Word document (DOCX)."
                : parts.Any(IsProgram)
                    ? "The document contains macros, which could be programs. Save it without them (as DOCX), or print it to a PDF."
                    : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or ArgumentException)
        {
            return "The Word document is damaged or cut short. Save it again.";
        }
    }

    private static bool IsProgram(string part) =>
        part.StartsWith("word/activeX/", StringComparison.OrdinalIgnoreCase) || Programs.Any(end => part.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
