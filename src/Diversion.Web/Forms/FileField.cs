using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>
/// <c>&lt;file-field for="File" label="File" /&gt;</c>: one file, or a photo taken now where the device has a camera. Its form
/// needs <c>enctype="multipart/form-data"</c>. A browser never fills it in again.
/// </summary>
[HtmlTargetElement("file-field")]
public sealed class FileField : Field
{
    /// <summary>What the device offers first; the server looks at the content itself.</summary>
    public string Accept { get; set; } = "";

    protected override IHtmlContent Controls() => Markup.Input("file", "govuk-file-upload" + (Fault is null ? "" : " govuk-file-upload--error"))
        .With("id", Id).With("name", Name).With("accept", Accept.Length == 0 ? null : Accept).With("aria-describedby", DescribedBy);
}
