using System.Security.Claims;
using Diversion.Casework;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Authentication;

namespace Diversion.Web.Access;

/// <summary>
/// Who manages which teams stands in the programme's settings and nowhere else: whoever they name is a team manager,
/// also when the sign-in only knows a key worker. What a token says about teams to manage is not believed.
/// </summary>
internal sealed class TeamManagers(Rulebook rulebook) : IClaimsTransformation
{
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => Task.FromResult(
        Tokens.Read(principal) is { Role: Role.KeyWorker or Role.TeamManager } actor
            ? Tokens.WithTeams(principal, [.. rulebook.Programme.TeamsOf(actor.Id)])
            : principal);
}
