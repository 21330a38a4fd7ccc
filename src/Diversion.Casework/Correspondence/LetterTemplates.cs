using System.Collections.Frozen;

namespace Diversion.Casework.Correspondence;

/// <summary>A language of letters.</summary>
/// <param name="Code">As in HTML: "en", "cy".</param>
public sealed record LetterLanguage(string Code, string Name)
{
    public static readonly LetterLanguage English = new("en", "English");

    public static readonly LetterLanguage Welsh = new("cy", "Welsh");

    public static readonly IReadOnlyList<LetterLanguage> All = [English, Welsh];

    /// <param name="spoken">The language that a person wants to speak, as somebody wrote it down.</param>
    public static LetterLanguage Of(string? spoken) =>
        spoken is not null && (spoken.Contains("welsh", StringComparison.OrdinalIgnoreCase) || spoken.Contains("cymraeg", StringComparison.OrdinalIgnoreCase)) ? Welsh : English;
}

/// <summary>
/// The templates of letters: English beside each other, every other language in a folder named by its code. A letter that
/// has no file there awaits a translator, and is sent in English.
/// </summary>
internal sealed class LetterTemplates
{
    private const string Folder = "Diversion.Casework.Correspondence.Letters.";

    private readonly FrozenDictionary<string, MailTemplate> templates;

    /// <exception cref="FormatException">A template is faulty.</exception>
    public LetterTemplates()
        : this(MailRenderer.Sources(Folder))
    {
    }

    /// <param name="sources">By name: "completion" in English, "cy.completion" in Welsh.</param>
    internal LetterTemplates(IEnumerable<(string Name, string Text)> sources)
    {
        templates = sources.Select(one => MailTemplate.Parse(one.Name, one.Text)).ToFrozenDictionary(one => one.Name);
    }

    internal IEnumerable<MailTemplate> All => templates.Values;

    /// <summary>In this language, or in English where that awaits a translator.</summary>
    public (MailTemplate Template, LetterLanguage Language) Of(string letter, LetterLanguage language) =>
        templates.TryGetValue(NameIn(letter, language), out var found) ? (found, language) : (templates[letter], LetterLanguage.English);

    public bool IsIn(string letter, LetterLanguage language) => templates.ContainsKey(NameIn(letter, language));

    private static string NameIn(string letter, LetterLanguage language) => language == LetterLanguage.English ? letter : $"{language.Code}.{letter}";
}
