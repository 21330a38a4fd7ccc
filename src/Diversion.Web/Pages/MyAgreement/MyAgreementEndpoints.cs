using System.Text;
using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>What the person's own page has beside its pages: closing it, its language, and the calendar to save.</summary>
internal static class MyAgreementEndpoints
{
    /// <summary>A page that everybody looks at, as services of the government use it.</summary>
    private const string Neutral = "https://www.bbc.co.uk/weather";

    public static void MapMyAgreement(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Addresses.MyAgreement}/close", Close).ExcludeFromDescription().AllowAnonymous();
        app.MapGet($"{Addresses.MyAgreement}/language/{{code}}", Language).ExcludeFromDescription().AllowAnonymous();
        app.MapGet($"{Addresses.MyAgreement}/calendar.ics", Calendar).ExcludeFromDescription().AllowAnonymous();
    }

    private static IResult Close(HttpContext http, PersonSession sessions)
    {
        sessions.End(http);
        return TypedResults.Redirect(Neutral);
    }

    private static IResult Language(string code, HttpContext http, PersonSession sessions)
    {
        sessions.Choose(http, PersonTexts.In(code));
        return TypedResults.LocalRedirect(Addresses.MyAgreement);
    }

    private static async Task<IResult> Calendar(HttpContext http, PersonSession sessions, OwnPageService own, IClock clock, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return sessions.Read(http) is { } session && await own.Find(session, now, cancellation) is { } mine
            ? TypedResults.File(Encoding.UTF8.GetBytes(PersonCalendar.Of(mine, now)), "text/calendar; charset=utf-8", "appointments.ics")
            : TypedResults.LocalRedirect(Addresses.MyAgreement);
    }
}
