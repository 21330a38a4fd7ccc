using Diversion.Casework.Documents;
using Diversion.Casework.Texts;
using Diversion.Domain.Documents;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Documents;

/// <summary>Papers in words.</summary>
public static class DocumentLabels
{
    /// <summary>What a device offers to choose from. Telephones offer their camera because of the pictures.</summary>
    public const string Accepted = "image/jpeg,image/png,image/heic,.pdf,.jpg,.jpeg,.png,.heic,.docx,.txt,.msg,.eml";

    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<DocumentKind>().Select(kind => new Choice(kind.ToString(), kind == DocumentKind.Other ? "Something else" : Labels.Sentence(DocumentWords.Of(kind))))];

    public static string Name(DocumentView paper) => paper.Title ?? Labels.Sentence(DocumentWords.Of(paper.Kind));

    /// <summary>"Evidence of an excuse, PDF, 240 KB".</summary>
    public static string What(DocumentView paper) =>
        $"{Labels.Sentence(DocumentWords.Of(paper.Kind))}, {DocumentWords.Of(paper.Format)}, {DocumentWords.Size(paper.Size)}";
}
