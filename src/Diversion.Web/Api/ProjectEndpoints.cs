using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.ProjectEntries;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The result of a command on a reparation project.</summary>
/// <param name="Version">The project's version after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it had been done already.</param>
public sealed record ProjectAnswer(int Version, string Status, IReadOnlyList<EventName> Events);

/// <summary>The reparation projects, and one address for each command on one.</summary>
internal static class ProjectEndpoints
{
    private const string ForWhom = "For the police, probation staff and leads; a partner provider sees its own, with its requests.";

    public static void MapProjects(this RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("projects");
        projects.MapGet("", All)
            .WithName("projects").WithSummary("The reparation projects, by area.").WithDescription(ForWhom)
            .Produces<IReadOnlyList<ListedProject>>().ProducesProblems(403);
        projects.MapGet("/{project}", One)
            .WithName("project").WithSummary("One reparation project.").WithDescription(ForWhom)
            .Produces<ProjectView>().ProducesProblems(403, 404);
        foreach (var entry in ProjectCommands.All.Where(entry => !entry.Roles.Any(AccessPolicy.IsClock)))
        {
            projects.MapPost($"/{{project}}/{entry.Name}", (string project, [AsParameters] CommandCall call, ProjectService all, CancellationToken cancellation) => Run(call.Of(entry), project, all, cancellation))
                .Describe<ProjectAnswer>(entry, $"{(entry.Roles.Length > 1 ? "For leads, and for providers whose project it is." : $"For a {Words.Of(entry.Roles[0])}.")} `project` is its id: {ProjectId.Form}.", 404);
        }
    }

    private static async Task<IResult> All(Caller by, ProjectQuery query, CancellationToken cancellation) => (await query.All(by, cancellation)).ToResult();

    private static async Task<IResult> One(string project, HttpContext http, Caller by, ProjectQuery query, CancellationToken cancellation) =>
        (await query.Of(project, by, cancellation)).ToResult(view =>
        {
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> Run(CommandRequest request, string project, ProjectService all, CancellationToken cancellation) =>
        ProjectId.Read(project) is { } id
            ? await StreamCommanding.Answer(request, all, ProjectKind.Instance, id, "project", (then, happened) => new ProjectAnswer(then.Version, then.Status, happened), cancellation)
            : Problems.Of(new Refusal.Invalid(RefusalCode.ProjectFaulty, $"A project's id has {ProjectId.Form}."));
}
