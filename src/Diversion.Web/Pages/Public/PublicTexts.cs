using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Diversion.Domain.Time;
using Diversion.Web.Pages.MyAgreement;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>
/// The wording of the public pages in one language: a file for each in <c>Texts</c>. The Welsh was written by us and awaits a
/// translator (ADR 105); another language is another file and a line in <see cref="All"/>.
/// </summary>
public sealed class PublicTexts
{
    public static readonly PublicTexts English = new("en");
    public static readonly PublicTexts Welsh = new("cy");

    private readonly FrozenDictionary<string, string> words;

    private PublicTexts(string code)
    {
        Code = code;
        using var file = typeof(PublicTexts).Assembly.GetManifestResourceStream($"public.{code}.json")!;
        words = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static IReadOnlyList<PublicTexts> All { get; } = [English, Welsh];

    /// <summary>As in HTML.</summary>
    public string Code { get; }

    public IReadOnlyCollection<string> Keys => words.Keys;

    public PublicTexts Other => this == Welsh ? English : Welsh;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => words[key];

    /// <returns>English for any other code.</returns>
    public static PublicTexts In(string? code) => All.FirstOrDefault(one => one.Code == code) ?? English;

    public string With(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, words[key], values);

    /// <summary>The last day on which votes count.</summary>
    public string LastDay(Instant closesAt) => PersonTexts.In(Code).Day(WorkingCalendar.DateOf(closesAt - Duration.FromSeconds(1)));

    /// <summary>The address in this language.</summary>
    public string At(string address) => this == English ? address : $"{address}?lang={Code}";
}
