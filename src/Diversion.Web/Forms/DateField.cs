using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;date-field for="BornOn" label="Date of birth" /&gt;</c>: three inputs that fill a <see cref="TypedDate"/>.</summary>
[HtmlTargetElement("date-field")]
public sealed class DateField : Field
{
    /// <summary>For the reader's own date of birth: "bday". For other people's: "off".</summary>
    public string Autocomplete { get; set; } = "off";

    protected override IHtmlContent Group() => Fieldset();

    protected override IHtmlContent Controls()
    {
        var typed = For.Model as TypedDate ?? new TypedDate();
        return Markup.Element(
            "div",
            "govuk-date-input",
            Part("Day", Id, 2, typed.Day),
            Part("Month", $"{Id}-month", 2, typed.Month),
            Part("Year", $"{Id}-year", 4, typed.Year));
    }

    private IHtmlContent Part(string part, string id, int width, string? value)
    {
        var css = $"govuk-input govuk-date-input__input govuk-input--width-{width}" + (Fault is null ? "" : " govuk-input--error");
        var input = Markup.Input("text", css)
            .With("id", id).With("name", $"{Name}.{part}").With("value", Attempted($"{Name}.{part}") ?? value).With("inputmode", "numeric")
            .With("autocomplete", Autocomplete == "off" ? "off" : $"{Autocomplete}-{part.ToLowerInvariant()}");
        return Markup.Element(
            "div",
            "govuk-date-input__item",
            Markup.Element(
                "div", "govuk-form-group", Markup.Element("label", "govuk-label govuk-date-input__label", part).With("for", id), input));
    }
}
