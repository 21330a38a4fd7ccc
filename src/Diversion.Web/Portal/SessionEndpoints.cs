using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Diversion.Web.Access;

namespace Diversion.Web.Portal;

/// <summary>For the script of an open page, which warns before the session ends (WCAG 2.2.1).</summary>
internal static class SessionEndpoints
{
    /// <summary>Requests here do not extend the session.</summary>
    public static readonly PathString Path = "/session";

    private static readonly PathString StayPath = "/session/stay";

    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        var signedIn = SignInSetup.SignedIn;
        endpoints.MapGet(Path, Tell).RequireAuthorization(signedIn).ExcludeFromDescription();
        endpoints.MapGet(StayPath, Tell).RequireAuthorization(signedIn).ExcludeFromDescription();
    }

    private static IResult Tell(HttpContext http) => http.Features.Get<SessionEnd>() is { } end
        ? Results.Json(new { seconds = (int)end.Left.TotalSeconds, canStay = end.CanStay })
        : Results.NoContent();
}
