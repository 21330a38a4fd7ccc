using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;area-field for="Note" label="Note" most="2000" /&gt;</c>: several lines.</summary>
[HtmlTargetElement("area-field")]
public sealed class AreaField : Field
{
    public int Rows { get; set; } = 5;

    /// <summary>Maximum number of characters; script shows how many are left. Null shows nothing.</summary>
    public int? Most { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (Most is { } most)
        {
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"].Value} govuk-character-count");
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", most);
        }
    }

    protected override IHtmlContent Controls()
    {
        var css = "govuk-textarea" + (Fault is null ? "" : " govuk-textarea--error") + (Most is null ? "" : " govuk-js-character-count");
        var described = Most is null ? DescribedBy : $"{DescribedBy} {Id}-info".TrimStart();

        // A browser drops one newline after the tag.
        var area = Markup.Element("textarea", css, "\n" + Typed)
            .With("id", Id).With("name", Name).With("rows", $"{Rows}").With("autocomplete", "off").With("aria-describedby", described);
        return Most is not { } most
            ? area
            : Lines(area, Markup.Element("div", "govuk-hint govuk-character-count__message", $"You can enter up to {most:N0} characters").With("id", $"{Id}-info"));
    }
}
