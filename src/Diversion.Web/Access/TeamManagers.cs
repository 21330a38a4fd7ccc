using System.Security.Claims;
using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Authentication;

namespace Diversion.Web.Access;

/// <summary>
/// The programme's settings are the only source for who manages which teams. A person named there is a team manager, even
/// if the sign-in only knows them as a key worker. What a token says about managed teams is ignored.
/// </summary>
internal sealed class TeamManagers(Rulebook rulebook) : IClaimsTransformation
{
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => Task.FromResult(
        Tokens.Read(principal) is { } actor && AccessPolicy.MayBecomeTeamManager(actor.Role)
            ? Tokens.WithTeams(principal, [.. rulebook.Programme.TeamsOf(actor.Id)])
            : principal);
}
