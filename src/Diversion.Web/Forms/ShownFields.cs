using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Forms;

/// <summary>The fields of one page, from its top to its end. A view runs before the layout around it, which sums up their faults.</summary>
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

    /// <summary>What is wrong, in the order of the page; before it what belongs to no field that it shows, without a field to lead to.</summary>
    public IEnumerable<(string? Field, string Sentence)> Faults(ModelStateDictionary faults) => faults
        .Select(fault => (Place: names.IndexOf(fault.Key), fault.Key, fault.Value!.Errors))
        .OrderBy(fault => fault.Place)
        .SelectMany(fault => fault.Place < 0
            ? fault.Errors.Select(error => ((string?)null, error.ErrorMessage))
            : fault.Errors.Take(1).Select(error => ((string?)fault.Key, error.ErrorMessage)));
}
