using System.Text;

namespace Diversion.Domain.Schemes;

/// <summary>When two spellings are the same word: case, spaces, hyphens and a plural do not count.</summary>
public static class WordFold
{
    public static string Of(string word)
    {
        var folded = new StringBuilder(word.Length);
        var start = 0;

        // Half a surrogate pair cannot be normalised; as a rune it becomes the replacement character.
        var whole = string.Concat(word.EnumerateRunes());
        foreach (var c in whole.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) || char.IsPunctuation(c))
            {
                start = EndWord(folded, start);
            }
        }

        EndWord(folded, start);
        return folded.ToString();
    }

    /// <summary>Removes the plural of the word that begins at <paramref name="start"/>, and returns the start of the next.</summary>
    private static int EndWord(StringBuilder folded, int start)
    {
        bool Ends(string ending)
        {
            var at = folded.Length - ending.Length;
            return at > start && folded.ToString(at, ending.Length) == ending;
        }

        if (folded.Length - start > 3)
        {
            if (Ends("ies"))
            {
                folded.Length -= 3;
                folded.Append('y');
            }
            else if (Ends("s") && !Ends("ss"))
            {
                folded.Length--;
            }
        }

        return folded.Length;
    }
}
