using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Forms;

/// <summary>
/// The fields of one page, from top to bottom. A view runs before the layout around it, which shows the summary of their
/// errors.
/// </summary>
public sealed class ShownFields
{
    private readonly List<string> names = [];

    public static ShownFields Of(HttpContext http)
    {
        if (http.Features.Get<ShownFields>() is not { } fields)
        {
            http.Features.Set(fields = new ShownFields());
        }

        return fields;
    }

    public void Add(string name) => names.Add(name);

    /// <summary>The errors in the order of the page; before them, without a link, those that belong to no field on it.</summary>
    public IEnumerable<(string? Field, string Sentence)> Faults(ModelStateDictionary faults) => faults
        .Select(fault => (Place: names.IndexOf(fault.Key), fault.Key, fault.Value!.Errors))
        .OrderBy(fault => fault.Place)
        .SelectMany(fault => fault.Place < 0
            ? fault.Errors.Select(error => ((string?)null, error.ErrorMessage))
            : fault.Errors.Take(1).Select(error => ((string?)fault.Key, error.ErrorMessage)));
}
