using Microsoft.AspNetCore.Http;

namespace Diversion.Functions.SignIn;

/// <summary>
/// The platform's cookie goes with every request that a browser makes here, whichever site made it do so. What changes
/// something must therefore show that it comes from our own pages; forms besides carry an antiforgery token. Programs
/// send a token of their own accord, which no other site can make a browser do.
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

        // Every browser of the last years sends one or both; a browser that sends neither cannot be trusted with a cookie.
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
