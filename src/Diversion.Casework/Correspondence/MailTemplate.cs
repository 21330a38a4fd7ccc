using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// One mail in Markdown. First line <c>Subject: …</c>, an empty line, the body; <c>{{name}}</c> is replaced by a fact. A
/// list item that is only a placeholder is repeated for each line of its fact.
/// </summary>
internal sealed partial class MailTemplate
{
    private const string SubjectStart = "Subject: ";

    private readonly string subject;
    private readonly string[] lines;

    private MailTemplate(string name, string subject, string[] lines)
    {
        Name = name;
        this.subject = subject;
        this.lines = lines;
        Placeholders = Placeholder().Matches(string.Join('\n', [subject, .. lines])).Select(match => match.Groups[1].Value).ToFrozenSet();
    }

    public string Name { get; }

    public FrozenSet<string> Placeholders { get; }

    /// <exception cref="FormatException">The message says what is wrong with the file.</exception>
    public static MailTemplate Parse(string name, string source)
    {
        var text = source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (!text[0].StartsWith(SubjectStart, StringComparison.Ordinal) || text[0].Length == SubjectStart.Length)
        {
            throw new FormatException($"Mail template {name} must begin with a line \"Subject: …\".");
        }

        if (text.Length < 3 || text[1].Length > 0)
        {
            throw new FormatException($"Mail template {name} needs an empty line after the subject, and a body.");
        }

        var loose = Placeholder().Replace(source, string.Empty);
        if (loose.Contains("{{", StringComparison.Ordinal) || loose.Contains("}}", StringComparison.Ordinal))
        {
            throw new FormatException($"Mail template {name} has braces that are no placeholder. Write {{{{name}}}}: letters only, the first one small.");
        }

        var template = new MailTemplate(name, text[0][SubjectStart.Length..], text[2..]);
        if (TextVersion.UnsupportedBlock(Markdown.Parse(string.Join('\n', template.lines), MailRenderer.Pipeline)) is { } block)
        {
            throw new FormatException($"Mail template {name} uses {block}, which has no plain-text form. Use paragraphs, headings, lists, bold and links.");
        }

        return template;
    }

    /// <exception cref="ArgumentException">A placeholder has no fact.</exception>
    public string Subject(IReadOnlyDictionary<string, string> facts) =>
        Placeholder().Replace(subject, match => FactText.Line(Fact(facts, match.Groups[1].Value)));

    /// <summary>Markdown in which each fact is escaped plain text.</summary>
    public string Body(IReadOnlyDictionary<string, string> facts)
    {
        var filled = lines.SelectMany(line => Repeated().Match(line) is { Success: true } item
            ? FactText.Lines(Fact(facts, item.Groups[1].Value)).Select(text => $"- {FactText.Markdown(text)}")
            : [FillIn(line, facts)]);
        return string.Join('\n', filled);
    }

    private string FillIn(string line, IReadOnlyDictionary<string, string> facts) => Placeholder().Replace(line, match =>
    {
        var fact = Fact(facts, match.Groups[1].Value);
        return match.Index >= 2 && line.AsSpan(match.Index - 2, 2).SequenceEqual("](") ? FactText.Address(Name, fact) : FactText.Markdown(FactText.Line(fact));
    });

    private string Fact(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.TryGetValue(name, out var fact)
            ? fact
            : throw new ArgumentException($"Mail template {Name} needs the fact \"{name}\". Given: {string.Join(", ", facts.Keys.Order(StringComparer.Ordinal))}.", nameof(facts));

    [GeneratedRegex(@"\{\{(?<name>[a-z][a-zA-Z]*)\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^- \{\{(?<name>[a-z][a-zA-Z]*)\}\}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Repeated();
}
