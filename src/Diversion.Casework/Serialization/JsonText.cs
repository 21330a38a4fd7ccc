using System.Text.Unicode;

namespace Diversion.Casework.Serialization;

/// <summary>The bytes of JSON from outside, before parsing.</summary>
public static class JsonText
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>PowerShell 5.1 and Notepad write a byte order mark before UTF-8; it is not part of the text.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;

    /// <inheritdoc cref="WithoutMark(ReadOnlySpan{byte})"/>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;

    /// <returns>If it is not UTF-8: which encoding it is and what to do, as a sentence; null for UTF-8.</returns>
    public static string? EncodingFault(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || (bytes.Length >= 2 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            return "The JSON is in UTF-16 or UTF-32. Send it in UTF-8.";
        }

        return Utf8.IsValid(bytes) ? null : "The JSON is not in UTF-8, but probably in Windows-1252 or Latin-1. Send it in UTF-8.";
    }
}
