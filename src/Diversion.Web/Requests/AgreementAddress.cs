using Diversion.Casework;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>
/// References in addresses are typed by hand and read out over the telephone: each is put as it is written on paper,
/// before pages and API look at it.
/// </summary>
internal static class AgreementAddress
{
    /// <summary>What routes call it.</summary>
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
