namespace Diversion.Functions.SignIn;

/// <summary>Which claims carry what Entra ID has no claim of its own for; a directory extension or a mapped attribute.</summary>
/// <param name="Team">The team as the programme names it.</param>
/// <param name="Organisation">The partner organisation of a provider.</param>
public sealed record SignInClaims(string Team, string Organisation);
