using System.Globalization;
using System.Text;

namespace Diversion.Casework.Services;

/// <summary>Text as it is searched: small letters without accents, words with one blank between them. Not stored.</summary>
internal static class FoldedText
{
    public static string Of(IEnumerable<string?> texts) => Of(string.Join(' ', texts.Where(text => text is not null)));

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
