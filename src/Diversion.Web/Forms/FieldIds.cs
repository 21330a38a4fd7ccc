using Microsoft.AspNetCore.Mvc.Rendering;

namespace Diversion.Web.Forms;

/// <summary>The id of a field's first control, which the error summary links to.</summary>
public static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "-");
}
