using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace Diversion.Casework.Transfers;

/// <summary>
/// What no event of ours holds, whatever its kind: texts longer than any that is kept or with characters that are refused
/// when somebody types them, numbers beyond all measures, days of another age.
/// </summary>
internal static partial class UntrustedJson
{
    /// <summary>The longest text that a command takes.</summary>
    private const int LongestText = 10_000;

    private const double LargestNumber = 1_000_000_000;
    private const int Earliest = 1880;
    private const int Latest = 2150;

    /// <returns>What is wrong, for our tests; null when nothing is.</returns>
    public static string? Fault(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(property => Of(property.Name) ?? Fault(property.Value)).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(Fault).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Number => value.TryGetDouble(out var number) && Math.Abs(number) <= LargestNumber ? null : "number",
        JsonValueKind.String => Of(value.GetString()!),
        _ => null,
    };

    public static string? Of(string text) =>
        text.Length > LongestText ? "length"
        : text.Any(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') ? "character"
        : Dated().Match(text) is { Success: true } date && !IsPlausible(date.Value) ? "date"
        : null;

    private static bool IsPlausible(string date) => LocalDatePattern.Iso.Parse(date) is { Success: true, Value.Year: >= Earliest and <= Latest };

    [GeneratedRegex(@"^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}(?=T|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dated();
}
