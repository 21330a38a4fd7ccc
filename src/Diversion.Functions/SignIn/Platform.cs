using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.SignIn;

/// <summary>Where the app runs, as the platform says in variables that it sets itself; read once at start.</summary>
/// <param name="IsAzure">What is for a developer's machine only is refused.</param>
/// <param name="SignsPeopleIn">
/// App Service Authentication stands in front of the app. Only then does the platform take its own headers away from
/// what callers send, so only then are they believed.
/// </param>
public sealed record Platform(bool IsAzure, bool SignsPeopleIn)
{
    /// <summary>
    /// Documented as read-only: the platform injects it, on Windows and Linux, to say whether its authentication is on
    /// (Azure App Service, environment variables and app settings).
    /// </summary>
    public const string SignInVariable = "WEBSITE_AUTH_ENABLED";

    // An App Service or Elastic Premium plan, Linux Consumption, Flex Consumption (the Functions host tells them apart by
    // these too); Core Tools set none of them.
    private static readonly string[] OnlyInAzure = ["WEBSITE_INSTANCE_ID", "CONTAINER_NAME", "WEBSITE_POD_NAME"];

    public static Platform Read(IConfiguration configuration)
    {
        var isAzure = OnlyInAzure.Any(name => !string.IsNullOrEmpty(configuration[name]));
        return new Platform(
            isAzure, isAzure && string.Equals(configuration[SignInVariable], bool.TrueString, StringComparison.OrdinalIgnoreCase));
    }
}
