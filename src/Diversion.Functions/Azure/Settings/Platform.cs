using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>Where the app runs, from variables that the platform itself sets; read once at start.</summary>
/// <param name="IsAzure">Anything for a developer's machine only is refused.</param>
/// <param name="SignsPeopleIn">App Service Authentication stands in front of the app. Only then does the platform strip its
/// own headers from what callers send, so only then are they believed.
/// </param>
public sealed record Platform(bool IsAzure, bool SignsPeopleIn)
{
    /// <summary>
    /// Documented as read-only: the platform injects it, on Windows and Linux, to say whether its authentication is on
    /// (Azure App Service, environment variables and app settings).
    /// </summary>
    public const string SignInVariable = "WEBSITE_AUTH_ENABLED";

    /// <summary>
    /// The name of the app, set by the platform on every plan (Azure App Service, environment variables and app settings).
    /// </summary>
    private const string SiteName = "WEBSITE_SITE_NAME";

    // An App Service or Elastic Premium plan; the Functions host recognises these plans by the same variable.
    private const string InstanceId = "WEBSITE_INSTANCE_ID";

    // Linux Consumption and Flex Consumption. Other platforms set such names too (CONTAINER_NAME was seen on a plain
    // machine), so they count only together with the name of the app.
    private static readonly string[] Containers = ["CONTAINER_NAME", "WEBSITE_POD_NAME"];

    public static Platform Read(IConfiguration configuration)
    {
        bool IsSet(string name) => !string.IsNullOrEmpty(configuration[name]);
        var isAzure = IsSet(InstanceId) || (IsSet(SiteName) && Containers.Any(IsSet));
        return new Platform(
            isAzure, isAzure && string.Equals(configuration[SignInVariable], bool.TrueString, StringComparison.OrdinalIgnoreCase));
    }
}
