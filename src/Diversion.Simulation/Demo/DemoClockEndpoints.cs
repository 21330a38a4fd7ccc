using Diversion.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary><c>/demo/clock</c>. Mapped only for demo data, which are served on loopback only.</summary>
public static class DemoClockEndpoints
{
    private const int LongestBody = 1_024;

    public static void MapDemoClock(this IEndpointRouteBuilder app)
    {
        var clock = app.MapGroup("/demo/clock").AddEndpointFilter(FromHere).ExcludeFromDescription().AllowAnonymous();
        clock.MapGet("", async (DemoClock demo, CancellationToken cancellation) => Answer(await demo.Read(cancellation)));
        clock.MapPost("", Move);
    }

    /// <summary>
    /// A page of another site can make a browser call us: under its own host name (DNS rebinding), or with a form. Both are
    /// refused here.
    /// </summary>
    private static async ValueTask<object?> FromHere(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        if (!invocation.HttpContext.IsFromThisMachine())
        {
            return Problem(StatusCodes.Status403Forbidden, "demo-not-local", "The demo's clock can be used on this machine only: call it as http://127.0.0.1.");
        }

        return HttpMethods.IsPost(request.Method) && !request.HasJsonContentType()
            ? Problem(StatusCodes.Status415UnsupportedMediaType, "content-type", "Send the request as application/json.")
            : await next(invocation);
    }

    private static async Task<IResult> Move(HttpContext context, DemoClock demo, IHostApplicationLifetime lifetime)
    {
        var (request, fault) = await Body(context.Request);
        if (request is null)
        {
            return Problem(StatusCodes.Status400BadRequest, "demo-clock-invalid", fault!);
        }

        // A move that has begun is finished even if the caller no longer waits.
        var cancellation = lifetime.ApplicationStopping;
        var destination = request switch
        {
            DemoClockRequest.By by => by.From(demo.Now),
            DemoClockRequest.To to => to.Instant,
            _ => await demo.Next(cancellation) ?? demo.Now,
        };
        if (request is DemoClockRequest.To or DemoClockRequest.By && demo.Refuse(destination) is { } refused)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, "demo-clock-out-of-range", refused);
        }

        return await demo.MoveTo(destination, cancellation) is { } reading
            ? Answer(reading)
            : Problem(StatusCodes.Status409Conflict, "demo-clock-moving", "The clock is moving already. GET /demo/clock shows how far it is.");
    }

    private static async Task<(DemoClockRequest? Request, string? Fault)> Body(HttpRequest request)
    {
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > LongestBody ? (null, "The body is too long.") : DemoClockRequest.Read(body.AsMemory(0, length));
    }

    private static IResult Answer(DemoClockReading reading) => Results.Ok(new
    {
        now = Text(reading.Now),
        woken = reading.Woken,
        nextDue = reading.NextDue is { } next ? Text(next) : null,
        movingTo = reading.MovingTo is { } to ? Text(to) : null,
    });

    private static string Text(Instant instant) => NodaTime.Text.InstantPattern.General.Format(instant);

    private static IResult Problem(int status, string code, string detail) => Results.Problem(
        detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
