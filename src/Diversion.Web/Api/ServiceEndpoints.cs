using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The result of a command on a service.</summary>
/// <param name="Version">The service's version after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it had been done already.</param>
public sealed record ServiceAnswer(int Version, string Status, IReadOnlyList<EventName> Events);

/// <summary>The service directory, and one address for each command on a service.</summary>
internal static class ServiceEndpoints
{
    private const string ForWhom = "For the police, probation staff, leads, facilitators and partner providers.";

    public static void MapServices(this RouteGroupBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("services");
        services.MapGet("", Search)
            .WithName("services").WithSummary("Searches the service directory.")
            .WithDescription($"{ForWhom} `text`: words of the entry; `need`: a pathway; `place`: a district, ward or postcode; `sex` and `age` of a person: what does not fit is in `others`, with why; `page` from 1, of 25. Places in use and waiting times are counted from the agreements' referrals.")
            .Produces<ServicesFound>().ProducesProblems(400, 403);
        services.MapGet("/file", File)
            .WithName("services-file").WithSummary("The directory as CSV.")
            .WithDescription($"{ForWhom} Field names of Open Referral UK where it has them. The dates of a partnership agreement are for leads and for the service's own organisation.")
            .Produces<string>(200, "text/csv").ProducesProblems(403);
        services.MapGet("/{service}", One)
            .WithName("service").WithSummary("One service, with how full it is.")
            .WithDescription(ForWhom)
            .Produces<ServiceView>().ProducesProblems(403, 404);
        services.MapGet("/{service}/timeline", Timeline)
            .WithName("service-timeline").WithSummary("Everything that happened to a service, with who and why.")
            .WithDescription("For leads and for the service's own organisation. `order` is oldest (default) or newest first; `limit` 1 to 200.")
            .Produces<Page<TimelineItem>>().ProducesProblems(400, 403, 404);
        foreach (var entry in ServiceCommands.All.Where(entry => !entry.Roles.Any(AccessPolicy.IsClock)))
        {
            services.MapPost($"/{{service}}/{entry.Name}", (string service, [AsParameters] CommandCall call, ServiceService all, CancellationToken cancellation) => Run(call.Of(entry), service, all, cancellation))
                .Describe<ServiceAnswer>(entry, $"{(entry.Roles.Length > 1 ? "For leads, and for providers whose organisation it is; another's is refused, and the leads are told." : "For programme leads.")} `service` is its id: {ServiceId.Form}.", 404);
        }
    }

    private static async Task<IResult> Search(
        string? text, string? need, string? place, string? sex, string? age, string? page, Caller by, ServiceQuery query, IClock clock, CancellationToken cancellation)
    {
        var read = new QueryText();
        var number = read.Number("page", page, 1, 1, ServiceQuery.MostPages);
        var years = age is null ? (int?)null : read.Number("age", age, 0, ServiceEntryReading.LeastAge, ServiceEntryReading.MostAge);
        var wanted = need is null ? (PathwayKind?)null : read.OneOf<PathwayKind>("need", need);
        var of = (sex is null ? null : read.OneOf<Sex>("sex", sex)) ?? Sex.NotKnown;
        return read.Fault ?? (await query.Search(
            new ServiceWish(text, wanted, place, years is null && of == Sex.NotKnown ? null : new ServicePerson(of, years)), by, clock.GetCurrentInstant(), number, cancellation)).ToResult();
    }

    private static async Task<IResult> File(Caller by, ServiceQuery query, CancellationToken cancellation) =>
        (await query.File(by, cancellation)).ToResult(csv => TypedResults.Bytes(csv, "text/csv; charset=utf-8"));

    private static async Task<IResult> One(string service, HttpContext http, Caller by, ServiceQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(service, by, clock.GetCurrentInstant(), cancellation)).ToResult(view =>
        {
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> Timeline(
        string service, string? order, string? limit, string? cursor, Caller by, ServiceQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var size = text.Number("limit", limit, 50, 1, TimelineQuery.MostItems);
        var first = text.OneOf<RecordEndpoints.TimelineOrder>("order", order);
        return text.Fault ?? (await query.Timeline(service, by, first == RecordEndpoints.TimelineOrder.Newest, size, cursor, cancellation)).ToResult();
    }

    private static async Task<IResult> Run(CommandRequest request, string service, ServiceService all, CancellationToken cancellation) =>
        ServiceId.Read(service) is { } id
            ? await StreamCommanding.Answer(request, all, ServiceKind.Instance, id, "service", (then, happened) => new ServiceAnswer(then.Version, then.Status, happened), cancellation)
            : Problems.Of(new Refusal.Invalid(RefusalCode.ServiceFaulty, $"A service's id has {ServiceId.Form}."));
}
