using System.Security.Claims;
using Diversion.Casework.Access;
using Diversion.Casework.Programmes;
using Diversion.Casework.Staff;
using Diversion.Casework.Trials;
using Microsoft.AspNetCore.Authentication;
using NodaTime;

namespace Diversion.Web.Access;

/// <summary>
/// The staff directory is the only source for who manages which teams. A person named there is a team manager, even if the
/// sign-in only knows them as a key worker. What a token says about managed teams is ignored. Somebody who has left is not
/// let in, however long their token lasts. Which trial is open is looked up here too, so that each page offers what can be done.
/// </summary>
internal sealed class TeamManagers(Rulebook rulebook, StaffService staff, TrialService trials, IClock clock) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (Tokens.Read(principal) is not { } actor)
        {
            return principal;
        }

        await staff.Refresh(clock.GetCurrentInstant());
        await trials.Refresh();
        if (rulebook.Programme.Left.Contains(actor.Id))
        {
            return new ClaimsPrincipal(new ClaimsIdentity());
        }

        return AccessPolicy.MayBecomeTeamManager(actor.Role) ? Tokens.WithTeams(principal, [.. rulebook.Programme.TeamsOf(actor.Id)]) : principal;
    }
}
