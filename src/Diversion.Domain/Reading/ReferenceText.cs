using System.Text;

namespace Diversion.Domain.Reading;

/// <summary>Numbers and ids that other systems give to things: custody references, ids of staff, of events, of messages.</summary>
public static class ReferenceText
{
    /// <summary>The reference as it is kept: nothing invisible in it, plain dashes, slashes and digits, single blanks.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in Characters.Fold(text))
        {
            var kept = char.IsControl(c) ? ' ' : c;
            if (kept != ' ' || (clean.Length > 0 && clean[^1] != ' '))
            {
                clean.Append(kept);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Two references with the same key are the same: case and blanks do not tell them apart.</summary>
    public static string Key(string text) => string.Concat(Clean(text).Where(c => c != ' ')).ToUpperInvariant();

    /// <returns>Null for nothing.</returns>
    public static string? CleanOrNull(string? text) => text is null || Clean(text) is not { Length: > 0 } clean ? null : clean;
}
