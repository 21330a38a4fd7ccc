using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using Diversion.Domain.Streams;

namespace Diversion.Domain.OffenceCodes;

/// <summary>The force's table of offence codes that is used now.</summary>
public sealed record OffenceTable(int Version, ImmutableArray<OffenceCode> Codes, StaffRef By, Instant At) : IStreamState
{
    public static OffenceTable Evolve(OffenceTable? table, OffenceTableEvent happened) => happened switch
    {
        OffenceTableEvent.TableImported e => new OffenceTable((table?.Version ?? 0) + 1, e.Codes, e.By, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>Case and blanks do not count.</summary>
    public OffenceCode? Find(string code)
    {
        var key = ReferenceText.Key(code);
        return Codes.FirstOrDefault(one => ReferenceText.Key(one.Code) == key);
    }

    /// <summary>
    /// The code itself, or the codes of a classification, or those whose code, description or group has every word, each at
    /// the beginning of a word: "theft sho" finds theft from a shop.
    /// </summary>
    public ImmutableArray<OffenceCode> Search(string text, int most)
    {
        if (Find(text) is { } exact)
        {
            return [exact];
        }

        if (OffenceClassification.Read(text) is { IsRead: true, Value: var classification } && Codes.Where(one => one.Classification == classification).Take(most).ToArray() is { Length: > 0 } same)
        {
            return [.. same];
        }

        var asked = WordsOf(text);
        return asked.Length == 0
            ? []
            : [.. Codes
                .Where(one => WordsOf($"{one.Code} {one.Description} {one.Group}") is var known && asked.All(word => known.Any(other => other.StartsWith(word, StringComparison.Ordinal))))
                .OrderBy(one => one.Description.Length).ThenBy(one => one.Code, StringComparer.Ordinal)
                .Take(most)];
    }

    /// <summary>Short words that join others are not asked for: a table may say "theft from shop".</summary>
    private static string[] WordsOf(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            spaced.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordFold.Of).Where(word => word is not ("a" or "an" or "the" or "of" or "from" or "in" or "to" or "and" or "or"))];
    }
}
