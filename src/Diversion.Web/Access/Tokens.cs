using System.Security.Claims;
using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.Access;

/// <summary>
/// Bearer tokens: they say who somebody is, for a limited time. They use real time, never the programme's: a demo clock
/// that jumps four months must neither sign everybody out nor make an expired token valid again.
/// </summary>
public static class Tokens
{
    public const string Issuer = "diversion";
    public const string Audience = "diversion";

    private const string RoleClaim = "role";
    private const string TeamClaim = "team";
    private const string OrganisationClaim = "organisation";
    private const string ManagesClaim = "manages";
    private const int LongestId = 64;
    private const int LongestText = 200;

    /// <param name="key">At least 32 bytes.</param>
    /// <param name="clock">The machine's time.</param>
    /// <exception cref="ArgumentException">The clock's role, or an id or name that no request could use.</exception>
    public static string Issue(Actor actor, byte[] key, TimeProvider clock, TimeSpan lifetime)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = actor.Id,
            [JwtRegisteredClaimNames.Name] = actor.Name,
            [RoleClaim] = RoleNames.Of(actor.Role),
        };
        if (actor.Team is { } team)
        {
            claims[TeamClaim] = team;
        }

        if (actor.Organisation is { } organisation)
        {
            claims[OrganisationClaim] = organisation;
        }

        if (!IsUsable(actor))
        {
            throw new ArgumentException(
                $"An id is 1 to {LongestId} characters without / \\ # ?, @ and spaces, a name, team or organisation at most {LongestText}; none has control characters.", nameof(actor));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <returns>Null when the claims name nobody who could act: a missing id or an unknown role, including the clock's.</returns>
    public static Actor? Read(ClaimsPrincipal principal)
    {
        var id = principal.FindFirstValue(JwtRegisteredClaimNames.Sub);
        var name = principal.FindFirstValue(JwtRegisteredClaimNames.Name);
        if (id is null || name is null || RoleNames.Parse(principal.FindFirstValue(RoleClaim)) is not { } role)
        {
            return null;
        }

        var teams = principal.FindAll(ManagesClaim).Select(claim => claim.Value).ToArray();
        var actor = new Actor(id, name, role, principal.FindFirstValue(TeamClaim), principal.FindFirstValue(OrganisationClaim))
        {
            Manages = AccessPolicy.NeedsTeams(role) && teams.Length > 0 ? teams : null,
        };
        return IsUsable(actor) ? actor : null;
    }

    /// <summary>The same person as the manager of these teams; unchanged when there are none.</summary>
    internal static ClaimsPrincipal WithTeams(ClaimsPrincipal principal, IReadOnlyList<string> teams)
    {
        var others = principal.Claims.Where(claim => claim.Type != ManagesClaim && (teams.Count == 0 || claim.Type != RoleClaim));
        var identity = new ClaimsIdentity(others, principal.Identity?.AuthenticationType, JwtRegisteredClaimNames.Name, RoleClaim);
        if (teams.Count > 0)
        {
            identity.AddClaim(new Claim(RoleClaim, RoleNames.Of(Role.TeamManager)));
            identity.AddClaims(teams.Select(team => new Claim(ManagesClaim, team)));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Somebody as a signed-in principal; <see cref="Read"/> is the reverse.</summary>
    public static ClaimsPrincipal PrincipalOf(Actor actor, string scheme)
    {
        var claims = new List<Claim>
        {
            new(JwtRegisteredClaimNames.Sub, actor.Id),
            new(JwtRegisteredClaimNames.Name, actor.Name),
            new(RoleClaim, RoleNames.Of(actor.Role)),
        };
        if (actor.Team is { } team)
        {
            claims.Add(new Claim(TeamClaim, team));
        }

        if (actor.Organisation is { } organisation)
        {
            claims.Add(new Claim(OrganisationClaim, organisation));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, JwtRegisteredClaimNames.Name, RoleClaim));
    }

    internal static TokenValidationParameters Validation(byte[] key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = new SymmetricSecurityKey(key),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        NameClaimType = JwtRegisteredClaimNames.Name,
        RoleClaimType = RoleClaim,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    // Ids and teams become part of row keys, so characters that a store forbids there are refused.
    private static bool IsUsable(Actor actor) =>
        IsText(actor.Id, LongestId) && !actor.Id.AsSpan().ContainsAny("/\\#?") && StaffRef.IsOpaque(actor.Id)
        && IsText(actor.Name, LongestText)
        && (actor.Team is null || IsText(actor.Team, LongestText))
        && (actor.Organisation is null || IsText(actor.Organisation, LongestText));

    private static bool IsText(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
