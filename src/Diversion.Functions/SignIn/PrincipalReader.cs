using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;

namespace Diversion.Functions.SignIn;

/// <summary>
/// Turns the platform's caller into one of our users: exactly one of our app roles, the object id as id. Anything else is
/// refused with what to do about it.
/// </summary>
public sealed class PrincipalReader(SignInClaims names)
{
    private static readonly string[] ObjectId = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] Roles = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private const string Name = "name";

    private const string Unreadable = "The sign-in could not be read. Sign out and sign in again; if that does not help, tell the system administrator.";
    private const string AskForRole = "Ask the system administrator to give your account one app role of Diversion in Entra ID, then sign out and sign in again.";

    public PrincipalReading Read(string header)
    {
        if (PlatformPrincipal.Parse(header) is not { } principal)
        {
            return new PrincipalReading.Refused(Unreadable);
        }

        if (principal.AuthenticationType != PlatformPrincipal.EntraId)
        {
            return new PrincipalReading.Refused("Sign in with your work account (Entra ID); no other account is taken here.");
        }

        if (principal.Values(ObjectId).Distinct(StringComparer.Ordinal).ToArray() is not [var id] || !Guid.TryParse(id, out _))
        {
            return new PrincipalReading.Refused(Unreadable);
        }

        Role[] roles = [.. principal.Values(Roles).Select(RoleNames.Parse).OfType<Role>().Distinct()];
        return roles switch
        {
            [] => new PrincipalReading.Refused($"Your account has no role in Diversion. {AskForRole}"),
            [var role] => Of(principal, id, role),
            _ => new PrincipalReading.Refused(
                $"Your account has several roles in Diversion ({string.Join(", ", roles.Order().Select(RoleNames.Of))}), and what you may see and do depends on which. {AskForRole}"),
        };
    }

    private PrincipalReading Of(PlatformPrincipal principal, string id, Role role)
    {
        // Connected systems sign in without a name; people have one.
        var name = principal.Values(Name).FirstOrDefault() ?? (AccessPolicy.IsConnectedSystem(role) ? "Connected system" : null);
        var organisation = principal.Values(names.Organisation).FirstOrDefault();
        if (AccessPolicy.NeedsOrganisation(role) && organisation is null)
        {
            return new PrincipalReading.Refused(
                $"Your account does not say which partner organisation you work for. Ask the system administrator to set it in Entra ID (claim {names.Organisation}), then sign out and sign in again.");
        }

        if (name is null)
        {
            return new PrincipalReading.Refused(Unreadable);
        }

        var actor = new Actor(id.ToLowerInvariant(), name, role, principal.Values(names.Team).FirstOrDefault(), organisation);
        return Tokens.Read(Tokens.PrincipalOf(actor, PlatformSignIn.SchemeName)) is { } usable
            ? new PrincipalReading.Known(usable)
            : new PrincipalReading.Refused(Unreadable);
    }
}
