using System.Collections.Frozen;
using System.Security.Claims;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Access;

/// <summary>What each scope of a token opens: one endpoint, in one role.</summary>
internal static class TokenScopes
{
    private const string Claim = "diversion-token-scope";

    private static readonly FrozenDictionary<TokenScope, (Role Role, string Endpoint)> All = new Dictionary<TokenScope, (Role, string)>
    {
        [TokenScope.TagEvents] = (Role.Feed, "tag-events"),
        [TokenScope.CustodyNotices] = (Role.Feed, "custody-notices"),
        [TokenScope.Statistics] = (Role.Analyst, "statistics"),
    }.ToFrozenDictionary();

    public static ClaimsPrincipal PrincipalOf(ApiToken token, string scheme)
    {
        var principal = Tokens.PrincipalOf(new Actor($"token-{token.Id}", token.Name, All[token.Scope].Role), scheme);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Claim, $"{token.Scope}"));
        return principal;
    }

    /// <summary>A person may go on to what their role says; a token only to its own endpoint.</summary>
    public static bool Allows(ClaimsPrincipal who, HttpContext? http) =>
        who.FindFirstValue(Claim) is not { } scope
        || http?.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == All[Enum.Parse<TokenScope>(scope)].Endpoint;
}
