using System.Text;
using Diversion.Local.Faults;

namespace Diversion.Local.Import;

/// <summary>
/// Reads a file, or a pipe, as text. UTF-8 unless another encoding is given: guessing one would silently spoil names. If
/// the bytes look like another encoding, the refusal says which, and how to import them.
/// </summary>
internal static class FileText
{
    /// <summary>A row has less than 2,000 bytes: room for more than 50,000.</summary>
    private const int LargestFile = 128 * 1024 * 1024;

    private const string InExcel = "In Excel save it as `CSV UTF-8 (Comma delimited)`";
    private const string NothingDone = "Nothing was imported.";

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static IReadOnlyList<string> Encodings { get; } = ["utf-8", "windows-1252", "utf-16"];

    /// <param name="encoding">One of <see cref="Encodings"/>.</param>
    /// <exception cref="CannotGoOnException">It cannot be read, or is not in this encoding; the message says what to do.</exception>
    public static string Read(string path, string encoding)
    {
        var bytes = Bytes(path);
        return encoding switch
        {
            "windows-1252" => Windows(bytes, path),
            "utf-16" => Wide(bytes, path),
            _ => Plain(bytes, path),
        };
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            using var from = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var held = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                if (held.Length + read > LargestFile)
                {
                    throw new CannotGoOnException(ExitCodes.Failed, $"{path} is larger than {LargestFile / 1024 / 1024} MB. Import it in parts. {NothingDone}");
                }

                held.Write(buffer, 0, read);
            }

            return held.ToArray();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no file {path}.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} is a folder, or this user may not read it. Name a file that you can read.");
        }
        catch (IOException unreadable)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{path} cannot be read: {unreadable.Message} {NothingDone}");
        }
    }

    private static string Plain(ReadOnlySpan<byte> bytes, string path)
    {
        if (IsWide(bytes))
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{path} is UTF-16, not UTF-8. Import it with --encoding utf-16. {NothingDone}");
        }

        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException fault)
        {
            var line = text[..Math.Min(fault.Index, text.Length)].Count((byte)'\n') + 1;
            throw new CannotGoOnException(
                ExitCodes.Failed,
                $"{path} is not UTF-8 (line {line}); it is probably Windows-1252. Import it with --encoding windows-1252 and check the names, or: {InExcel}. {NothingDone}");
        }
    }

    private static string Windows(ReadOnlySpan<byte> bytes, string path)
    {
        if (IsWide(bytes))
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{path} is UTF-16, not Windows-1252. Import it with --encoding utf-16. {NothingDone}");
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes) && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{path} is UTF-8, not Windows-1252. Import it without --encoding. {NothingDone}");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    private static string Wide(ReadOnlySpan<byte> bytes, string path)
    {
        if (!IsWide(bytes) || bytes.Length % 2 != 0)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"{path} is not UTF-16. Import it without --encoding. {NothingDone}");
        }

        var isBigEndian = bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) || bytes[0] == 0;
        var text = bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? bytes[2..] : bytes;
        return (isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(text);
    }

    /// <summary>With a byte order mark, or with a zero byte in one of the first two positions: no heading has one.</summary>
    private static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2
        && (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) || (bytes[0] == 0) != (bytes[1] == 0));
}
