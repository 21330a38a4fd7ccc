using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>
/// The identity that the app uses for Azure services: in Azure its user-assigned identity, elsewhere the person signed in
/// on the machine.
/// </summary>
public static class AzureIdentity
{
    private const string ClientIdSetting = "AZURE_CLIENT_ID";

    /// <exception cref="SettingsException">In Azure, when the identity is not configured.</exception>
    public static TokenCredential Of(IConfiguration configuration)
    {
        if (!Platform.Read(configuration).IsAzure)
        {
            return new DefaultAzureCredential();
        }

        // No chain of credentials in Azure: it would be slower and might find another identity.
        return configuration[ClientIdSetting] is { } id && Guid.TryParse(id, out _)
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
            : throw new SettingsException($"{ClientIdSetting} is missing or no GUID. Set it to the client id of the app's user-assigned identity.");
    }
}
