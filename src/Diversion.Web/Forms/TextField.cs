using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;text-field for="Name" label="Full name" width="20" /&gt;</c>: one line.</summary>
[HtmlTargetElement("text-field")]
public class TextField : Field
{
    /// <summary>text, email, tel or password.</summary>
    public string Type { get; set; } = "text";

    /// <summary>A token of the HTML standard for the reader's own data; "off" for other people's.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>"numeric" opens a numeric keypad.</summary>
    public string? Inputmode { get; set => field = Markup.Given(value); }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30; null for the whole width.</summary>
    public int? Width { get; set; }

    /// <summary>Shown after the field: "hours".</summary>
    public string? Suffix { get; set => field = Markup.Given(value); }

    protected override IHtmlContent Controls()
    {
        var css = "govuk-input" + (Width is { } width ? $" govuk-input--width-{width}" : "") + (Fault is null ? "" : " govuk-input--error");
        var input = Markup.Input(Type, css)
            .With("id", Id).With("name", Name).With("value", Typed).With("autocomplete", Autocomplete).With("inputmode", Inputmode)
            .With("spellcheck", Type == "text" ? null : "false").With("aria-describedby", DescribedBy);
        return Suffix is null
            ? input
            : Markup.Element("div", "govuk-input__wrapper", input, Markup.Element("div", "govuk-input__suffix", Suffix).With("aria-hidden", "true"));
    }
}
