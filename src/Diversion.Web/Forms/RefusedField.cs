using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Forms;

/// <summary>The field of a form that a refusal is about.</summary>
public static class RefusedField
{
    /// <summary>The domain says "person.email"; in the submitted form the field is "Form.Email".</summary>
    /// <returns>Null when the form has no such field.</returns>
    public static string? Of(ModelStateDictionary sent, Refusal refusal) => refusal is Refusal.Invalid { Field: { } field }
        ? sent.Keys.FirstOrDefault(key => LastOf(key).Equals(LastOf(field), StringComparison.OrdinalIgnoreCase))
        : null;

    private static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
