using System.Text;

namespace Diversion.Domain.Reading;

/// <summary>Names and free text, as people paste them into a page or a spreadsheet.</summary>
public static class PlainText
{
    /// <summary>
    /// The text as it is stored. A control character becomes a blank, or a new line if the field has lines; direction marks
    /// and invisible characters are dropped; every kind of blank becomes a plain blank. What remains is what was visible.
    /// </summary>
    /// <param name="lines">The field has several lines.</param>
    public static string Clean(string typed, bool lines)
    {
        var text = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            switch (c)
            {
                // A browser sends two characters for each new line, but counts one.
                case '\r' when i + 1 < typed.Length && typed[i + 1] == '\n':
                    break;
                case '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                    text.Append(lines ? '\n' : ' ');
                    break;
                case '\t':
                    text.Append(lines ? '\t' : ' ');
                    break;
                case var _ when i + 1 < typed.Length && char.IsSurrogatePair(c, typed[i + 1]):
                    text.Append(c).Append(typed[++i]);
                    break;
                case var _ when char.IsSurrogate(c):
                    break;
                case var _ when char.IsControl(c) || char.IsWhiteSpace(c):
                    text.Append(' ');
                    break;
                case var _ when IsDropped(c):
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        var clean = text.ToString().Trim();
        return Characters.IsBlank(clean) ? "" : clean;
    }

    /// <summary>
    /// The text without invisible characters that change nothing, so that two names that look the same are the same.
    /// Direction overrides stay, to be refused: the sender may mean to deceive.
    /// </summary>
    public static string WithoutInvisible(string text) =>
        text.Any(IsHarmless) ? string.Concat(text.Where(c => !IsHarmless(c))) : text;

    private static bool IsHarmless(char c) => IsDropped(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    /// <summary>
    /// Emoji and some scripts need joiners and variation selectors; other invisible characters have no meaning in a text.
    /// </summary>
    private static bool IsDropped(char c) => Characters.IsBidi(c) || c is '\u00AD' or '\u180E' or '\u200B' or '\uFEFF' or (>= '\u2060' and <= '\u2064');
}
