using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using System.Globalization;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Texts;

/// <summary>Words for the papers of a case.</summary>
public static class DocumentWords
{
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.SignedAgreement => "signed agreement",
        DocumentKind.ExcuseEvidence => "evidence of an excuse",
        DocumentKind.Assessment => "assessment",
        DocumentKind.Letter => "letter",
        DocumentKind.PhotoOfWork => "photo of work done",
        _ => "other paper",
    };

    public static string Of(DocumentFormat format) => format switch
    {
        DocumentFormat.Pdf => "PDF",
        DocumentFormat.Jpeg => "JPG photo",
        DocumentFormat.Png => "PNG picture",
        DocumentFormat.Heic => "HEIC photo",
        DocumentFormat.Docx => "Word document",
        DocumentFormat.Text => "text",
        DocumentFormat.OutlookMessage => "Outlook email",
        _ => "email",
    };

    /// <summary>The ending of a downloaded file's name.</summary>
    public static string Ending(DocumentFormat format) => format switch
    {
        DocumentFormat.Pdf => "pdf",
        DocumentFormat.Jpeg => "jpg",
        DocumentFormat.Png => "png",
        DocumentFormat.Heic => "heic",
        DocumentFormat.Docx => "docx",
        DocumentFormat.Text => "txt",
        DocumentFormat.OutlookMessage => "msg",
        _ => "eml",
    };

    /// <summary>"240 KB", "1.3 MB".</summary>
    public static string Size(int bytes) => bytes < 1024 ? $"{bytes} bytes"
        : bytes < 1024 * 1024 ? $"{bytes / 1024} KB"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m / 1024m:0.#} MB");

    internal static string Of(DocumentEvent happened) => happened switch
    {
        DocumentEvent.DocumentKept e => $"A paper was added: {Of(e.Kind)} ({Of(e.Format)}, {Size(e.Size)})"
            + (e.ConditionId is { } id ? $", about the condition {ConditionWords.Of(id)}" : "") + "."
            + (e.TellLead ? " The agreement had ended: a lead looks at it, and the status does not change." : ""),
        DocumentEvent.DocumentRemoved e => $"A paper was removed: {Of(e.Kind)}. Its file was deleted.",
        _ => throw Wording.Missing(happened),
    };
}
