namespace Diversion.Web.SignIn;

/// <summary>How people sign in at an identity provider: Entra ID, Keycloak or any other that speaks OpenID Connect.</summary>
/// <param name="Authority">The provider's issuer address, with <c>/.well-known/openid-configuration</c> under it.</param>
/// <param name="ClientId">What the provider calls this installation.</param>
public sealed record OpenIdSettings(Uri Authority, string ClientId)
{
    /// <summary>Null for a public client, which proves itself by PKCE alone.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// The claim that tells one account from another. It must never be given to another person and nobody may change their
    /// own: <c>sub</c>, or <c>oid</c> in Entra ID.
    /// </summary>
    public string AccountClaim { get; init; } = "sub";

    /// <summary>Where roles come from; null takes them from the staff directory.</summary>
    public ClaimedRoles? Roles { get; init; }

    /// <summary>The address of this installation as browsers see it, for the way back from the provider.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>What lets the first lead in, where whoever runs this service chose it; null has the server make and print one.</summary>
    public string? FirstLeadCode { get; init; }

    /// <summary>Reaches the provider in tests; null for the network.</summary>
    public HttpMessageHandler? Backchannel { get; init; }
}

/// <summary>The provider says who has which role.</summary>
/// <param name="Claim">Its values are roles or groups.</param>
/// <param name="Values">Role names of Diversion by those values; a value that is not here gives no role.</param>
public sealed record ClaimedRoles(string Claim, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The claim with the id of the person's team; null for none.</summary>
    public string? TeamClaim { get; init; }

    /// <summary>The claim with a partner's organisation; null for none.</summary>
    public string? OrganisationClaim { get; init; }
}
