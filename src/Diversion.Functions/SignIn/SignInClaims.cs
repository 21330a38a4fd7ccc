namespace Diversion.Functions.SignIn;

/// <summary>The claims for values that Entra ID has no claim of its own for: a directory extension or a mapped attribute.</summary>
/// <param name="Team">The team, with the name that the programme uses.</param>
/// <param name="Organisation">The partner organisation of a provider.</param>
public sealed record SignInClaims(string Team, string Organisation);
