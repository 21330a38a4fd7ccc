using Microsoft.AspNetCore.Http;

namespace Diversion.Functions.SignIn;

/// <summary>
/// A browser sends the platform's cookie with every request to this app, whichever site caused it. So a request that
/// changes something must show that it comes from our own pages; forms also carry an antiforgery token. Programs add their
/// token deliberately, which no other site can make a browser do.
/// </summary>
internal static class OwnOrigin
{
    public const string Advice = "This request came from another site, or does not say from where, so nothing was done. Go to the page of this service and do it there.";

    public static bool Vouches(HttpRequest request)
    {
        if (IsSafe(request.Method) || request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // Every recent browser sends one or both; a browser that sends neither cannot be trusted with a cookie.
        return request.Headers["Sec-Fetch-Site"] switch
        {
            ["same-origin"] => true,
            [] => request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
