using System.Security.Claims;
using Diversion.Casework.Access;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;

namespace Diversion.Web.SignIn;

/// <summary>Finds the person of an account: in the staff directory, or by the roles that the provider names.</summary>
internal sealed class AccountReader(OpenIdSettings settings, Rulebook rulebook)
{
    private const string Unreadable = "Your sign-in could not be read. Try again; if that does not help, tell the system administrator.";

    public AccountReading Read(ClaimsPrincipal provider)
    {
        if (provider.FindAll(settings.AccountClaim).Select(claim => claim.Value.Trim()).ToArray() is not [{ Length: > 0 and <= 200 } account])
        {
            return new AccountReading.Refused(
                $"Your sign-in does not have the one claim that tells accounts apart ({settings.AccountClaim}). Tell the system administrator.");
        }

        var name = provider.FindFirstValue("name");
        return settings.Roles is { } claimed ? ByClaims(provider, account, name, claimed) : ByDirectory(account, name);
    }

    /// <summary>
    /// The person as the directory has them now; null once they may not go on. By claims it is what the provider said at
    /// sign-in, until the session ends.
    /// </summary>
    public IReadOnlyList<Actor> Now(string account, Actor signedIn) =>
        settings.Roles is not null ? [signedIn] : rulebook.Programme.Accounts.GetValueOrDefault(account) is { } member ? AccessPolicy.ActorsOf(member) : [];

    private AccountReading ByDirectory(string account, string? name) =>
        rulebook.Programme.Accounts.GetValueOrDefault(account) is { } member && AccessPolicy.ActorsOf(member) is { Count: > 0 } actors
            ? new AccountReading.Known(account, actors)
            : new AccountReading.Unknown(account, name);

    private static AccountReading ByClaims(ClaimsPrincipal provider, string account, string? name, ClaimedRoles claimed)
    {
        Role[] roles = [.. provider.FindAll(claimed.Claim)
            .Select(claim => RoleNames.Parse(claimed.Values.GetValueOrDefault(claim.Value))).OfType<Role>()
            .Where(role => !AccessPolicy.IsConnectedSystem(role)).Distinct().Order()];
        if (roles.Length == 0)
        {
            return new AccountReading.Refused("Your account has no role in Diversion. Ask the system administrator to give it one, then sign in again.");
        }

        var team = claimed.TeamClaim is { } teamClaim ? provider.FindFirstValue(teamClaim) : null;
        var organisation = claimed.OrganisationClaim is { } organisationClaim ? provider.FindFirstValue(organisationClaim) : null;
        if (organisation is null && roles.Any(AccessPolicy.NeedsOrganisation))
        {
            return new AccountReading.Refused(
                "Your account does not say which partner organisation you work for. Ask the system administrator to set it, then sign in again.");
        }

        Actor[] actors = [.. roles.Select(role => new Actor(account, name ?? "", role, team, AccessPolicy.NeedsOrganisation(role) ? organisation : null))];
        return actors.All(actor => Tokens.Read(Tokens.PrincipalOf(actor, "claims")) is not null)
            ? new AccountReading.Known(account, actors)
            : new AccountReading.Refused(Unreadable);
    }
}
