using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>A form question with its label, hint, error and typed value, in the layout of GOV.UK Frontend.</summary>
public abstract class Field : TagHelper
{
    /// <summary>The property that it fills.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set => field = Markup.Given(value); }

    /// <summary>The label is the page's heading: one question per page.</summary>
    public bool IsHeading { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>With the prefix of the form part that a partial shows.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldIds.Of(Name);

    protected string? Fault =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>The typed value, even if it could not be read.</summary>
    protected string? Typed => Attempted(Name) ?? For.Model?.ToString();

    /// <summary>Ids of hint and error for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy =>
        (Hint, Fault) switch
        {
            (null, null) => null,
            ({ }, null) => $"{Id}-hint",
            (null, { }) => $"{Id}-error",
            _ => $"{Id}-hint {Id}-error",
        };

    /// <summary>Only the controls.</summary>
    protected abstract IHtmlContent Controls();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ShownFields.Of(ViewContext.HttpContext).Add(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Fault is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(Group());
    }

    protected string? Attempted(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    /// <summary>One control with a label.</summary>
    protected virtual IHtmlContent Group()
    {
        var label = Markup.Element("label", IsHeading ? "govuk-label govuk-label--l" : "govuk-label govuk-label--s", Label).With("for", Id);
        return Lines(IsHeading ? Markup.Element("h1", "govuk-label-wrapper", label) : label, HintLine(), FaultLine(), Controls());
    }

    /// <summary>Several controls with a legend.</summary>
    protected IHtmlContent Fieldset()
    {
        var legend = IsHeading
            ? Markup.Element("legend", "govuk-fieldset__legend govuk-fieldset__legend--l", Markup.Element("h1", "govuk-fieldset__heading", Label))
            : Markup.Element("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", Label);
        return Markup.Element("fieldset", "govuk-fieldset", legend, HintLine(), FaultLine(), Controls())
            .With("aria-describedby", DescribedBy);
    }

    protected static IHtmlContent Lines(params IHtmlContent?[] parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part is not null)
            {
                all.AppendHtml(part);
            }
        }

        return all;
    }

    private TagBuilder? HintLine() => Hint is null ? null : Markup.Element("div", "govuk-hint", Hint).With("id", $"{Id}-hint");

    private TagBuilder? FaultLine() => Fault is not { } fault ? null : Markup.Element(
        "p",
        "govuk-error-message",
        Markup.Element("span", "govuk-visually-hidden", "Error: "),
        new HtmlContentBuilder().Append(fault)).With("id", $"{Id}-error");
}
