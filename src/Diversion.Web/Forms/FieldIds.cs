using Microsoft.AspNetCore.Mvc.Rendering;

namespace Diversion.Web.Forms;

/// <summary>The id of a field's first control, where the error summary leads.</summary>
public static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "-");
}
