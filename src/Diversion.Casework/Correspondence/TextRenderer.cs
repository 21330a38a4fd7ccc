using System.Collections.Frozen;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Correspondence;

/// <summary>Renders a text message. English templates lie beside each other, those of another language in a folder named by its code.</summary>
public sealed class TextRenderer
{
    private const string Folder = "Diversion.Casework.Correspondence.TextMessages.";

    private readonly FrozenDictionary<string, TextTemplate> templates;

    /// <exception cref="FormatException">A template is faulty.</exception>
    public TextRenderer() => templates = MailRenderer.Sources(Folder, ".txt").Select(source => TextTemplate.Parse(source.Name, source.Text)).ToFrozenDictionary(template => template.Name);

    internal static TextRenderer Shipped { get; } = new();

    internal IEnumerable<TextTemplate> Templates => templates.Values;

    /// <summary>The wish, or English where the text awaits a translator.</summary>
    internal LetterLanguage LanguageOf(string template, LetterLanguage wish) => templates.ContainsKey(NameIn(template, wish.Code)) ? wish : LetterLanguage.English;

    /// <exception cref="ArgumentException">There is no such template, or its facts don't make one message.</exception>
    public RenderedText Render(OutgoingMessage.Text text) =>
        templates.TryGetValue(NameIn(text.Template, text.Language), out var template) || templates.TryGetValue(text.Template, out template)
            ? new RenderedText(text.Id, text.ToNumber, template.Fill(text.Facts), text.Template)
            : throw new ArgumentException($"There is no text template {text.Template}. There are: {string.Join(", ", templates.Keys.Order(StringComparer.Ordinal))}.", nameof(text));

    private static string NameIn(string template, string language) => language == LetterLanguage.English.Code ? template : $"{language}.{template}";
}
