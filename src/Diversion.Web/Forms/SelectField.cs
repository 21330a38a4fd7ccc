using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>
/// <c>&lt;select-field for="KeyWorker" label="Key worker" choices="Model.Workers" /&gt;</c>: one of many; the first means
/// "not answered yet".
/// </summary>
[HtmlTargetElement("select-field")]
public sealed class SelectField : Field
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>Text for "not answered yet".</summary>
    public string Empty { get; set; } = "Choose one";

    protected override IHtmlContent Controls()
    {
        var select = Markup.Element("select", "govuk-select" + (Fault is null ? "" : " govuk-select--error"), Markup.Element("option", null, Empty).With("value", ""))
            .With("id", Id).With("name", Name).With("aria-describedby", DescribedBy);
        foreach (var choice in Choices)
        {
            select.InnerHtml.AppendHtml(Markup.Element("option", null, choice.Text)
                .With("value", choice.Value).With("selected", choice.Value == Typed).With("disabled", choice.Disabled));
        }

        return select;
    }
}
