using System.Text.RegularExpressions;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// One text message, a line for each way to word it, the best first; <c>{{name}}</c> is replaced by a fact. The first line whose
/// facts are all there and that fits in one message is sent.
/// </summary>
internal sealed partial class TextTemplate
{
    private readonly string[] wordings;

    private TextTemplate(string name, string[] wordings)
    {
        Name = name;
        this.wordings = wordings;
    }

    /// <summary>"appointment-moved" in English, "cy.appointment-moved" in Welsh.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Wordings => wordings;

    /// <exception cref="FormatException">The file has no line.</exception>
    public static TextTemplate Parse(string name, string source) =>
        source.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines
            ? new TextTemplate(name, lines)
            : throw new FormatException($"Text template {name} is empty. Write a line for each wording.");

    /// <exception cref="ArgumentException">No wording has its facts and fits in one message.</exception>
    public string Fill(IReadOnlyDictionary<string, string> facts) =>
        wordings.Select(wording => Fill(wording, facts)).FirstOrDefault(filled => filled is not null && TextLength.IsOneMessage(filled))
        ?? throw new ArgumentException(
            $"Text template {Name} has no wording with these facts that fits in one message: {string.Join(", ", facts.Keys.Order(StringComparer.Ordinal))}.", nameof(facts));

    private static string? Fill(string wording, IReadOnlyDictionary<string, string> facts)
    {
        var missing = false;
        var filled = Placeholder().Replace(wording, match =>
        {
            missing |= !facts.TryGetValue(match.Groups[1].Value, out var fact);
            return fact is null ? "" : FactText.Line(fact);
        });
        return missing ? null : filled;
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z][a-zA-Z]*)\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
