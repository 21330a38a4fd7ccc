using System.Text;
using System.Text.RegularExpressions;

namespace Diversion.Casework.Documents.Formats;

/// <summary>Text in UTF-8, UTF-16 with a mark, or Windows-1252; and an email, which is text that begins with its header.</summary>
internal static partial class PlainFile
{
    private const int HeaderBytes = 64 * 1024;

    internal enum Kind
    {
        Neither,
        Text,
        Email,
    }

    public static Kind Read(Stream file)
    {
        file.Position = 0;
        var head = new byte[HeaderBytes];
        var length = file.ReadAtLeast(head, HeaderBytes, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Kind.Text;
        }

        return HasControls(file) ? Kind.Neither : IsEmail(start) ? Kind.Email : Kind.Text;
    }

    /// <summary>Text has none but tabs and ends of lines and pages.</summary>
    private static bool HasControls(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[HeaderBytes];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c < 0x20 && c is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsEmail(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).ReplaceLineEndings("\n").TrimStart('\uFEFF', 'ï', '»', '¿');
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var header = end < 0 ? text : text[..end];
        return FieldLine().IsMatch(header) && From().IsMatch(header) && Other().IsMatch(header);
    }

    /// <summary>The first line is a field of a header (RFC 5322).</summary>
    [GeneratedRegex(@"\A[!-9;-~]{1,70}:[ \t]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^From:", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"^(Date|Subject|Received|Message-ID|To):", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();
}
