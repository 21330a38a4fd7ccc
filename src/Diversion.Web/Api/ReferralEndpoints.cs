using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Api;

internal static class ReferralEndpoints
{
    public static void MapReferrals(this RouteGroupBuilder api) => api
        .MapPost("/referrals", Refer)
        .WithName(CommandCatalogue.NameOf<ReferralCommand.Refer>())
        .WithTags("referral")
        .WithSummary("Refer a person.")
        .WithDescription("For: police officer, sergeant. The reference is made from the custody reference, or else from the Idempotency-Key, which is then needed. Where the person may have a case already, the answer names it; send the referral again with `duplicateReason` to go on. Somebody who was under 18 on the day of the offence is refused: their case goes to the youth offending team.")
        .Accepts<ReferralRequest>("application/json")
        .Produces<CommandAnswer>(StatusCodes.Status201Created)
        .ProducesProblems(400, 403, 409, 413, 415, 422);

    private static async Task<IResult> Refer(
        [FromHeader(Name = "Idempotency-Key")] string? key, HttpContext http, Caller by, Commanding commanding, CancellationToken cancellation)
    {
        key = HeaderText.Unquoted(key);
        var (request, problem) = await Body.Read<ReferralRequest>(http.Request, Body.LargestCommand, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        var custody = ReferenceText.CleanOrNull(request!.CustodyReference);
        if (custody is null && key is null)
        {
            return Problems.Of(
                StatusCodes.Status422UnprocessableEntity,
                WebProblem.IdempotencyKeyMissing,
                "Give the custody reference, or an Idempotency-Key: without either, sending this again would make a second case.");
        }

        var id = custody is not null ? AgreementIds.FromCustodyReference(custody) : AgreementIds.FromRequest(by.Actor.Id, key!);
        var officer = request.Officer ?? new StaffRef(by.Actor.Id, by.Actor.Name, by.Actor.Team);
        var command = new ReferralCommand.Refer(id, request.Person, request.Offence, officer, custody) { Reason = request.Reason, DuplicateReason = request.DuplicateReason };
        return await commanding.Run(http, id, command, by, null, key, cancellation);
    }
}
