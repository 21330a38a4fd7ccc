using System.Collections.Immutable;
using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Csv;

/// <summary>Reads the cells of one row and collects everything that is wrong in it.</summary>
public sealed class Cells(int line, IReadOnlyDictionary<string, string> values)
{
    private const int LongestLine = 200;

    private static readonly LocalDatePattern MonthFirst = LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");

    private readonly List<RowFault> faults = [];

    public IReadOnlyList<RowFault> Faults => faults;

    public void Fault(string column, string reason) => faults.Add(new RowFault(line, column, reason));

    /// <summary>One line of text.</summary>
    public string? Text(string column)
    {
        var text = Trimmed(column);
        if (text is null)
        {
            return null;
        }

        if (SpreadsheetDamage.Of(text) is { } damage)
        {
            Fault(column, damage);
        }
        else if (text.Length > LongestLine)
        {
            Fault(column, $"{text.Length} characters; at most {LongestLine} are kept");
        }
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            Fault(column, $"holds {Characters.Describe(text.First(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))}; remove it");
        }

        // An address or a description may have been typed on several lines; it is stored on one.
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public bool IsGiven(string column) => Trimmed(column) is not null;

    public string Required(string column)
    {
        var text = Text(column);
        if (text is null)
        {
            Fault(column, "missing");
        }

        return text ?? string.Empty;
    }

    public string? Id(string column)
    {
        var text = Required(column);
        if (text.Length > 64 || text.AsSpan().ContainsAny("/\\#?") || !StaffRef.IsOpaque(text))
        {
            Fault(column, "an id has at most 64 characters, none of / \\ # ? @ and no space");
        }

        return text;
    }

    public string? Phone(string column)
    {
        var text = Text(column);
        if (text is not null && SpreadsheetDamage.Of(text) is null)
        {
            Refuse(column, SpreadsheetDamage.OfPhone(text) ?? (Telephone.IsOne(text) ? null : $"{text} is not understood. {Telephone.WouldTake}"));
        }

        return text;
    }

    public string? Address(string column)
    {
        var text = Text(column);
        var read = EmailAddress.Read(text);
        if (text is not null && !read.IsRead && SpreadsheetDamage.Of(text) is null)
        {
            Fault(column, $"{text} is not an email address; expected {read.Refusal}");
        }

        return text is null ? null : read.Value ?? text;
    }

    /// <summary>2026-08-31 or 31/08/2026. The American order is detected where possible, and never guessed.</summary>
    public LocalDate? Date(string column)
    {
        if (Trimmed(column) is not { } text)
        {
            return null;
        }

        // A year that is too early is reported later.
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var iso })
        {
            return iso;
        }

        var read = DateText.Read(text);
        if (read.IsRead)
        {
            return read.Value;
        }

        Refuse(column, SpreadsheetDamage.Of(text) ?? SpreadsheetDamage.OfDate(text) ?? (MonthFirst.Parse(text) is { Success: true, Value: var american }
            ? $"{text} has the month first; write {LocalDatePattern.Iso.Format(american)} or {american:dd/MM/uuuu}"
            : $"{text} is not a date; write it as 2026-08-31 or 31/08/2026"));
        return null;
    }

    private void Refuse(string column, string? reason)
    {
        if (reason is not null)
        {
            Fault(column, reason);
        }
    }

    public LocalDate RequiredDate(string column)
    {
        if (Trimmed(column) is null)
        {
            Fault(column, "missing");
        }

        return Date(column) ?? default;
    }

    public bool? YesNo(string column)
    {
        if (Trimmed(column) is not { } text)
        {
            return null;
        }

        switch (text.ToUpperInvariant())
        {
            case "YES" or "Y" or "TRUE" or "1":
                return true;
            case "NO" or "N" or "FALSE" or "0":
                return false;
            default:
                Fault(column, $"{text} is not yes or no");
                return null;
        }
    }

    public int? Number(string column, int most)
    {
        if (Trimmed(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        Fault(column, $"{text} is not a whole number from 0 to {most}");
        return null;
    }

    public decimal? Decimal(string column)
    {
        if (Trimmed(column) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(column, $"{text} is not a number; write it as 42 or 0.35");
        return null;
    }

    /// <summary>One of the domain's own short lists, with all its synonyms.</summary>
    public T? OneOf<T>(string column, WordList words) where T : struct, Enum
    {
        if (Trimmed(column) is not { } text)
        {
            return null;
        }

        if (CodeWords.Read<T>(words, text) is { } value)
        {
            return value;
        }

        Fault(column, $"{text} is not known; it is one of: {string.Join(", ", words.Terms.Select(term => term.Name))}");
        return null;
    }

    public T RequiredOneOf<T>(string column, WordList words) where T : struct, Enum
    {
        if (!IsGiven(column))
        {
            Fault(column, "missing");
        }

        return OneOf<T>(column, words) ?? default;
    }

    /// <summary>A word of the vocabulary, as its code.</summary>
    public string Code(string column, WordList words)
    {
        var text = Required(column);
        return text.Length == 0 ? text : Code(column, text, words) ?? text;
    }

    /// <summary>Words of the vocabulary, separated by semicolons; <paramref name="none"/> alone means known to be empty.</summary>
    public string[]? Codes(string column, WordList words, string none)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var codes = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Code(column, word, words)).OfType<string>().Distinct().ToArray();
        if (codes.Length > 1 && codes.Contains(none))
        {
            Fault(column, $"says both \"{none}\" and an order; leave out one of the two");
        }

        return [.. codes.Where(code => code != none)];
    }

    /// <summary>Values of a short list, separated by semicolons: each once, none when the cell is empty.</summary>
    public ImmutableArray<T> Several<T>(string column, WordList words) where T : struct, Enum
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var word in Several(column))
        {
            if (CodeWords.Read<T>(words, word) is { } value)
            {
                found.Add(value);
            }
            else
            {
                Fault(column, $"{word} is not known; it is one of: {string.Join("; ", words.Terms.Select(term => term.Name))}");
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Texts, separated by semicolons.</summary>
    public string[] Several(string column) => (Text(column) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? Code(string column, string text, WordList words)
    {
        var code = words.CodeOf(text);
        if (code is null)
        {
            Fault(column, $"{text} is not known; nearest: {string.Join(", ", words.NearestTo(text))}");
        }

        return code;
    }

    private string? Trimmed(string column)
    {
        return values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value) ? SpreadsheetDamage.WithoutGuard(value.Trim()) : null;
    }
}
