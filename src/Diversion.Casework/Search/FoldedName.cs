using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Search;

/// <summary>
/// Names as they are searched: without case, accents and apostrophes, split into words. Stored in keys, so a change needs a
/// rebuild. For that reason the letters are listed here and do not depend on the machine's language data.
/// </summary>
public static class FoldedName
{
    private const int LongestWord = 64;
    private const int MostWords = 12;

    private static readonly FrozenDictionary<char, string> Plain = new (string Plain, string Letters)[]
    {
        ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"),
        ("ae", "æ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıİỉị"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņňŋ"),
        ("o", "òóôõöøōŏőọỏốồổỗộơớờởỡợ"),
        ("oe", "œ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųụủưứừửữự"),
        ("w", "ŵẁẃẅ"),
        ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżž"),
    }.SelectMany(row => row.Letters.Select(letter => (letter, row.Plain))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <returns>Distinct words in their order; none when the text has no letter or digit.</returns>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>(3);
        var word = new StringBuilder(16);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsLetterOrDigit(c))
            {
                var small = char.ToLowerInvariant(c);
                _ = Plain.TryGetValue(small, out var plain) ? word.Append(plain) : word.Append(small);
            }
            else if (c is not ('\'' or '’' or '‘' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !Characters.IsInvisible(c))
            {
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        var text = word.Length > LongestWord ? word.ToString(0, LongestWord) : word.ToString();
        word.Clear();
        if (text.Length > 0 && words.Count < MostWords && !words.Contains(text))
        {
            words.Add(text);
        }
    }
}
