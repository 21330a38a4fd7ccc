using System.Security.Claims;
using Diversion.Casework.Access;
using Diversion.Casework.Programmes;
using Diversion.Casework.Staff;
using Microsoft.AspNetCore.Authentication;
using NodaTime;

namespace Diversion.Web.Access;

/// <summary>
/// The staff directory is the only source for who manages which teams. A person named there is a team manager, even if the
/// sign-in only knows them as a key worker. What a token says about managed teams is ignored. Somebody who has left is not
/// let in, however long their token lasts.
/// </summary>
internal sealed class TeamManagers(Rulebook rulebook, StaffService staff, IClock clock) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (Tokens.Read(principal) is not { } actor)
        {
            return principal;
        }

        await staff.Refresh(clock.GetCurrentInstant());
        if (rulebook.Programme.Left.Contains(actor.Id))
        {
            return new ClaimsPrincipal(new ClaimsIdentity());
        }

        return AccessPolicy.MayBecomeTeamManager(actor.Role) ? Tokens.WithTeams(principal, [.. rulebook.Programme.TeamsOf(actor.Id)]) : principal;
    }
}
