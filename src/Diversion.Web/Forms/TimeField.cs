using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Diversion.Web.Forms;

/// <summary><c>&lt;time-field for="StartsAt" label="Start time" /&gt;</c>: a time of day as people write it; <see cref="FormReading.Time"/> reads it.</summary>
[HtmlTargetElement("time-field")]
public sealed class TimeField : TextField
{
    public TimeField()
    {
        Width = 5;
        Hint = "For example, 10:30am or 5pm";
    }
}
