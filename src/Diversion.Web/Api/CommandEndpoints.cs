using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Keeping;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Api;

/// <summary>One address for each command of the catalogue that a person or a system may send.</summary>
internal static class CommandEndpoints
{
    /// <summary>A referral, papers and a case that comes in have addresses of their own; the other three belong to the clock. A person's own page is given and opened on pages, where the secret is made.</summary>
    private static readonly string[] NotHere =
    [
        CommandCatalogue.NameOf<DocumentCommand.KeepDocument>(), CommandCatalogue.NameOf<DocumentCommand.RemoveDocument>(),
        CommandCatalogue.NameOf<ReferralCommand.Refer>(), CommandCatalogue.NameOf<TimePassed>(), CommandCatalogue.NameOf<TermCommand.ReportUndelivered>(),
        CommandCatalogue.NameOf<TransferCommand.ReceiveTransfer>(), CommandCatalogue.NameOf<KeepingCommand.EndErasure>(),
        CommandCatalogue.NameOf<OwnPageCommand.GiveOwnPage>(), CommandCatalogue.NameOf<OwnPageCommand.OpenOwnPage>(),
    ];

    public static void MapCommands(this RouteGroupBuilder api)
    {
        foreach (var entry in CommandCatalogue.All.Where(entry => !NotHere.Contains(entry.Name)))
        {
            api.MapPost(
                    $"/agreements/{{id}}/{entry.Name}",
                    (string id,
                        [FromHeader(Name = "If-Match")] string? ifMatch,
                        [FromHeader(Name = "Idempotency-Key")] string? key,
                        HttpContext http,
                        Caller by,
                        Commanding commanding,
                        CancellationToken cancellation) => Run(entry, id, ifMatch, key, http, by, commanding, cancellation))
                .WithName(entry.Name)
                .WithTags(entry.Process)
                .WithSummary($"{Capital(entry.Name)}.")
                .WithDescription($"For: {string.Join(", ", entry.Roles.Where(role => !AccessPolicy.IsClock(role)).Select(Words.Of))}, on their own cases.")
                .WithMetadata(new AcceptsMetadata(["application/json"], entry.Command, isOptional: false))
                .Produces<CommandAnswer>()
                .ProducesProblems(400, 403, 404, 409, 412, 413, 415, 422);
        }
    }

    private static async Task<IResult> Run(
        CommandEntry entry, string id, string? ifMatch, string? key, HttpContext http, Actor by, Commanding commanding, CancellationToken cancellation)
    {
        if (!AgreementIds.IsWellFormed(id))
        {
            return Problems.Of(new Refusal.Unknown(RefusalCode.AgreementUnknown, "There is no such agreement. Check the reference."));
        }

        var (command, problem) = await Body.Read(http.Request, entry.Command, Body.LargestCommand, cancellation);
        return problem ?? await commanding.Run(http, new AgreementId(id), (AgreementCommand)command!, by, ifMatch, key, cancellation);
    }

    internal static string Capital(string name) => Words.Sentence(name.Replace('-', ' '));
}
