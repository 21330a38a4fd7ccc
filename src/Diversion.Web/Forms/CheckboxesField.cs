using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>
/// <c>&lt;checkboxes-field for="Needs" label="Needs" choices="Model.AllNeeds" /&gt;</c>: any number of answers, as a list
/// of texts.
/// </summary>
[HtmlTargetElement("checkboxes-field")]
public sealed class CheckboxesField : ChoiceField
{
    protected override string Kind => "checkboxes";

    protected override string InputType => "checkbox";

    protected override bool IsChosen(Choice choice) => For.Model switch
    {
        IEnumerable<string> chosen => chosen.Contains(choice.Value, StringComparer.Ordinal),
        _ => choice.Value == Typed,
    };
}
