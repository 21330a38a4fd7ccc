using Diversion.Casework.Record;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>
/// People type references in addresses by hand and read them out over the telephone: each is normalised before pages and
/// API see it.
/// </summary>
internal static class AgreementAddress
{
    /// <summary>The name of the route value.</summary>
    private static readonly string[] Names = ["reference", "id"];

    public static Task Read(HttpContext http, RequestDelegate next)
    {
        foreach (var name in Names)
        {
            if (http.Request.RouteValues.TryGetValue(name, out var value) && value is string text && AgreementIds.Read(text) is { } reference)
            {
                http.Request.RouteValues[name] = reference.Value;
            }
        }

        return next(http);
    }
}
