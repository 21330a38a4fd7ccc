using System.Collections.Frozen;
using System.Net;
using Diversion.Casework.Answers;
using Diversion.Casework.Streams;
using Markdig;

namespace Diversion.Casework.Correspondence;

/// <summary>Renders a mail. Create it at start: it reads and checks every template, and throws if one is faulty.</summary>
public sealed class MailRenderer
{
    private const string Folder = "Diversion.Casework.Correspondence.Templates.";
    private const string Ending = ".md";

    private readonly FrozenDictionary<string, MailTemplate> templates;

    /// <exception cref="FormatException">A template is faulty.</exception>
    public MailRenderer()
        : this(Embedded(Folder))
    {
    }

    internal MailRenderer(IEnumerable<MailTemplate> templates) =>
        this.templates = templates.ToFrozenDictionary(template => template.Name);

    internal static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    internal IEnumerable<MailTemplate> Templates => templates.Values;

    /// <summary>The subject line of a mail; it contains no names.</summary>
    public string Subject(OutgoingMessage.Mail mail) =>
        templates.TryGetValue(mail.Template, out var template) ? template.Subject(mail.Facts) : "A mail of an earlier version";

    /// <exception cref="ArgumentException">There is no such template, or it needs a fact that the mail doesn't have.</exception>
    public RenderedMail Render(OutgoingMessage.Mail mail)
    {
        if (!templates.TryGetValue(mail.Template, out var template))
        {
            throw new ArgumentException($"There is no mail template {mail.Template}. There are: {string.Join(", ", templates.Keys.Order(StringComparer.Ordinal))}.", nameof(mail));
        }

        var facts = new Dictionary<string, string>(mail.Facts) { ["to"] = mail.ToName };
        var subject = template.Subject(facts);
        var body = Markdown.Parse(template.Body(facts), Pipeline);
        return new RenderedMail(
            mail.Id,
            mail.ToAddress,
            FactText.Line(mail.ToName),
            subject,
            TextVersion.Of(body),
            Page(subject, body.ToHtml(Pipeline)),
            mail.Template);
    }

    private static string Page(string subject, string body) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(subject)}}</title>
        <style>
        body { font: 16px/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; max-width: 38em; margin: 1.5em auto; padding: 0 1em; }
        h2 { font-size: 1.15em; margin: 1.5em 0 .5em; }
        li { margin: .3em 0; }
        a { color: #1d70b8; }
        </style>
        </head>
        <body>
        {{body}}</body>
        </html>

        """;

    internal static IEnumerable<MailTemplate> Embedded(string folder) => Sources(folder).Select(source => MailTemplate.Parse(source.Name, source.Text));

    internal static IEnumerable<(string Name, string Text)> Sources(string folder, string ending = Ending)
    {
        var assembly = typeof(MailRenderer).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(folder, StringComparison.Ordinal) && resource.EndsWith(ending, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return (resource[folder.Length..^ending.Length], reader.ReadToEnd());
            }
        }
    }
}
