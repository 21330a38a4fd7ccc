using System.Globalization;

namespace Diversion.Domain.Reading;

/// <summary>Lookalike and invisible characters, as people paste them from Word, Windows and web pages.</summary>
public static class Characters
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x00] = "null", [0x07] = "bell", [0x08] = "backspace", [0x09] = "tab", [0x0A] = "line break", [0x0B] = "vertical tab",
        [0x0C] = "form feed", [0x0D] = "carriage return", [0x1B] = "escape", [0x7F] = "delete", [0x85] = "next line",
        [0xA0] = "no-break space", [0xAD] = "soft hyphen", [0x200B] = "zero width space", [0x200C] = "zero width non-joiner",
        [0x200D] = "zero width joiner", [0x200E] = "left-to-right mark", [0x200F] = "right-to-left mark", [0x2028] = "line separator",
        [0x2029] = "paragraph separator", [0x202A] = "left-to-right embedding", [0x202B] = "right-to-left embedding",
        [0x202C] = "pop directional formatting", [0x202D] = "left-to-right override", [0x202E] = "right-to-left override",
        [0x2060] = "word joiner", [0x2066] = "left-to-right isolate", [0x2067] = "right-to-left isolate", [0x2068] = "first strong isolate",
        [0x2069] = "pop directional isolate", [0xFEFF] = "byte order mark",
    };

    /// <summary>"U+202A (left-to-right embedding)": so that somebody who cannot see a character can look it up.</summary>
    public static string Describe(char c)
    {
        var name = Names.TryGetValue(c, out var known) ? known : char.IsSurrogate(c) ? "half of a character" : char.IsControl(c) ? "control character" : "";
        return $"U+{(int)c:X4}{(name.Length == 0 ? "" : $" ({name})")}";
    }

    /// <summary>Changes the direction of the text after it: a name can be made to read as another.</summary>
    public static bool IsBidi(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';

    /// <summary>
    /// Joins or separates letters and emoji and so changes what is seen: kept in names and free text, never in references.
    /// </summary>
    public static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    /// <summary>Takes up no space: a Unicode format character (Cf), or a letter designed to be blank.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u2800' or '\u3164' or '\uFFA0' or (>= '\u180B' and <= '\u180F') or (>= '\uFE00' and <= '\uFE0F')
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>Contains nothing visible: empty, only blanks, or only invisible characters.</summary>
    public static bool IsBlank(string? text) => text is null || text.All(c => char.IsWhiteSpace(c) || IsInvisible(c));

    /// <summary>Maps digits of any script, wide letters, and dashes and blanks of any kind to the corresponding ASCII character.</summary>
    public static char Fold(char c) => c switch
    {
        <= '\u007F' => char.IsWhiteSpace(c) ? ' ' : c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2212' => '-',
        '\u2044' or '\u2215' => '/',
        _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
        _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    /// <summary><see cref="Fold(char)"/> for the whole text, without invisible characters and surrounding blanks.</summary>
    public static string Fold(string text) => string.Concat(text.Where(c => !IsInvisible(c)).Select(Fold)).Trim();
}
