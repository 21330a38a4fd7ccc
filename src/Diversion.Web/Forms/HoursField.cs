using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;hours-field for="Hours" label="Hours of reparation" /&gt;</c>: a whole number of hours.</summary>
[HtmlTargetElement("hours-field")]
public sealed class HoursField : TextField
{
    public HoursField()
    {
        Inputmode = "numeric";
        Width = 3;
        Suffix = "hours";
    }
}
