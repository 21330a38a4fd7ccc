using System.Text;

namespace Diversion.Domain.Reading;

/// <summary>Numbers and ids from other systems: custody references, ids of staff, events and messages.</summary>
public static class ReferenceText
{
    /// <summary>The reference as it is stored: no invisible characters, plain dashes, slashes and digits, single blanks.</summary>
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

    /// <summary>Two references with the same key are the same: case and blanks do not count.</summary>
    public static string Key(string text) => string.Concat(Clean(text).Where(c => c != ' ')).ToUpperInvariant();

    /// <returns>Null if there is nothing.</returns>
    public static string? CleanOrNull(string? text) => text is null || Clean(text) is not { Length: > 0 } clean ? null : clean;
}
