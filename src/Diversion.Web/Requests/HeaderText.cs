using System.Text;

namespace Diversion.Web.Requests;

/// <summary>
/// Texts in headers. HTTP has no encoding for them: clients send UTF-8, Latin-1 or percent-encoded UTF-8. A host passes
/// them on byte by byte (as Latin-1) or decoded as UTF-8; this class handles both.
/// </summary>
public static class HeaderText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>For hosts: a header is accepted byte by byte, so that none is refused before it can be answered.</summary>
    public static Encoding? EncodingOf(string header) => Encoding.Latin1;

    /// <summary>The text that the sender meant.</summary>
    public static string? Read(string? header) => header is null ? null : WithoutPercents(AsUtf8(header));

    /// <summary>RFC 8941 puts a text in quotes; many clients send it without.</summary>
    public static string? Unquoted(string? header) => header?.Trim() is ['"', .. var text, '"'] ? text : header;

    /// <summary>Bytes that are valid UTF-8 are hardly ever meant as anything else; everything else is Latin-1.</summary>
    private static string AsUtf8(string text)
    {
        if (text.All(char.IsAscii) || text.Any(c => c > '\u00FF'))
        {
            return text;
        }

        try
        {
            return Utf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>"100% sure" is not an encoding; "Si%C3%A2n" is one.</summary>
    private static string WithoutPercents(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        // RFC 8187 puts the name of the encoding before it.
        var encoded = text.StartsWith("UTF-8''", StringComparison.OrdinalIgnoreCase) ? text["UTF-8''".Length..] : text;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && !(i + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[i + 1]) && char.IsAsciiHexDigit(encoded[i + 2])))
            {
                return text;
            }
        }

        var decoded = Uri.UnescapeDataString(encoded);
        return decoded.Contains('%', StringComparison.Ordinal) && decoded == encoded ? text : decoded;
    }
}
