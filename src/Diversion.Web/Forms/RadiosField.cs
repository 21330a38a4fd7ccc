using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary>
/// <c>&lt;radios-field for="Outcome" label="What happened?" choices="Model.Outcomes" /&gt;</c>: one answer. Without
/// choices: yes and no.
/// </summary>
[HtmlTargetElement("radios-field")]
public sealed class RadiosField : ChoiceField
{
    /// <summary>Without choices: id of the element that belongs to "yes".</summary>
    public string? Reveals { get; set => field = Markup.Given(value); }

    protected override string Kind => "radios";

    protected override string InputType => "radio";

    public override void Init(TagHelperContext context)
    {
        if (!context.AllAttributes.ContainsName("choices"))
        {
            Choices = [new("yes", "Yes", Reveals: Reveals), new("no", "No")];
            Inline = true;
        }
    }

    protected override bool IsChosen(Choice choice) => choice.Value == Typed;
}
