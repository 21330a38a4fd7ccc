using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Diversion.Casework.Correspondence;

/// <summary>The same mail as plain text: no Markdown characters, short lines, links written out.</summary>
internal static class TextVersion
{
    private const int Width = 72;

    public static string Of(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document)
        {
            Write(text, block, indent: string.Empty);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The first kind of block or inline that can't be written; null when all can.</summary>
    public static string? UnsupportedBlock(MarkdownDocument document) =>
        document.Descendants().FirstOrDefault(part => part is not (
            ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock
            or LiteralInline or EmphasisInline or LineBreakInline or ContainerInline)
            || part is LinkInline { IsImage: true })?.GetType().Name;

    private static void Write(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                foreach (var item in list.Cast<ListItemBlock>())
                {
                    var mark = list.IsOrdered ? $"{item.Order}. " : "- ";
                    Wrap(text, string.Join('\n', item.OfType<LeafBlock>().Select(Plain)), indent + mark, indent + new string(' ', mark.Length));
                    foreach (var inner in item.OfType<ListBlock>())
                    {
                        Write(text, inner, indent + "  ");
                    }
                }

                if (indent.Length == 0)
                {
                    text.Append('\n');
                }

                break;
            case LeafBlock leaf:
                Wrap(text, Plain(leaf), indent, indent);
                text.Append('\n');
                break;
            default:
                throw new InvalidOperationException($"No plain text for {block.GetType().Name}.");
        }
    }

    private static string Plain(LeafBlock block)
    {
        var text = new StringBuilder();
        Plain(text, block.Inline);
        var plain = text.ToString();
        return block is HeadingBlock ? plain.ToUpperInvariant() : plain;
    }

    private static void Plain(StringBuilder text, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline line:
                    text.Append(line.IsHard ? '\n' : ' ');
                    break;
                case LinkInline link:
                    Plain(text, link);
                    text.Append(" <").Append(link.Url).Append('>');
                    break;
                case ContainerInline inner:
                    Plain(text, inner);
                    break;
                default:
                    throw new InvalidOperationException($"No plain text for {inline.GetType().Name}.");
            }
        }
    }

    private static void Wrap(StringBuilder text, string paragraph, string first, string hanging)
    {
        var lead = first;
        foreach (var line in paragraph.Split('\n'))
        {
            var column = lead.Length;
            text.Append(lead);
            lead = hanging;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // A single word longer than the line stays whole: a broken web address does not work.
                if (column > hanging.Length && column + 1 + word.Length > Width)
                {
                    text.Append('\n').Append(hanging);
                    column = hanging.Length;
                }
                else if (column > hanging.Length)
                {
                    text.Append(' ');
                    column++;
                }

                text.Append(word);
                column += word.Length;
            }

            text.Append('\n');
        }
    }
}
