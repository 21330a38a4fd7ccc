using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;length-field for="Length" label="Length" /&gt;</c>: hours and minutes that fill a <see cref="TypedLength"/>.</summary>
[HtmlTargetElement("length-field")]
public sealed class LengthField : Field
{
    protected override IHtmlContent Group() => Fieldset();

    protected override IHtmlContent Controls()
    {
        var typed = For.Model as TypedLength ?? new TypedLength();
        return Markup.Element("div", "govuk-date-input", Part("Hours", Id, typed.Hours), Part("Minutes", $"{Id}-minutes", typed.Minutes));
    }

    private IHtmlContent Part(string part, string id, string? value)
    {
        var css = "govuk-input govuk-date-input__input govuk-input--width-3" + (Fault is null ? "" : " govuk-input--error");
        var input = Markup.Input("text", css)
            .With("id", id).With("name", $"{Name}.{part}").With("value", Attempted($"{Name}.{part}") ?? value).With("inputmode", "numeric").With("autocomplete", "off");
        return Markup.Element(
            "div",
            "govuk-date-input__item",
            Markup.Element(
                "div", "govuk-form-group", Markup.Element("label", "govuk-label govuk-date-input__label", part).With("for", id), input));
    }
}
