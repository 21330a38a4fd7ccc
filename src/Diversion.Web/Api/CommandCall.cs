using Diversion.Casework.Actions;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>What every address of a command takes from the request, beside what it is about.</summary>
/// <remarks>Properties, not a primary constructor: the generator of request delegates cannot write those with a nullable parameter.</remarks>
internal sealed record CommandCall
{
    [FromHeader(Name = "If-Match")]
    public string? IfMatch { get; init; }

    [FromHeader(Name = "Idempotency-Key")]
    public string? Key { get; init; }

    public required HttpContext Http { get; init; }

    public required Caller By { get; init; }

    public required EventNames Names { get; init; }

    public required IClock Clock { get; init; }

    public CommandRequest Of(CommandEntry entry) => new(entry, By, IfMatch, Key, Http, Names, Clock);
}

internal static class CommandDescription
{
    /// <summary>Describes the address of a command on a stream that is no agreement.</summary>
    /// <param name="problems">Beside those that every command can have.</param>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder address, CommandEntry entry, string description, params int[] problems) => address
        .WithName(entry.Name)
        .WithSummary($"{CommandEndpoints.Capital(entry.Name)}.")
        .WithDescription(description)
        .WithMetadata(new AcceptsMetadata(["application/json"], entry.Command, isOptional: false))
        .Produces<TAnswer>()
        .ProducesProblems([.. ((int[])[400, 403, 409, 412, 413, 415, 422, .. problems]).Order()]);
}
