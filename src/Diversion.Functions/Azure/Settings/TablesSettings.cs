using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>Where the table store is: exactly one of the two.</summary>
/// <param name="ServiceUri">Of a storage account, accessed with the app's identity.</param>
/// <param name="EmulatorConnectionString">For Azurite on this machine.</param>
public sealed record TablesSettings(Uri? ServiceUri, string? EmulatorConnectionString)
{
    private const string Advice =
        "Set Tables__ServiceUri to https://ACCOUNT.table.core.windows.net, or for Azurite Tables__ConnectionString to UseDevelopmentStorage=true.";

    /// <exception cref="SettingsException">A setting is missing or not allowed.</exception>
    public static TablesSettings Read(IConfiguration configuration)
    {
        var uri = configuration["Tables:ServiceUri"];
        var connection = configuration["Tables:ConnectionString"];
        if (string.IsNullOrWhiteSpace(uri) == string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingsException($"Where the table store is must be said once. {Advice}");
        }

        if (!string.IsNullOrWhiteSpace(connection))
        {
            return EmulatorConnection.IsOne(connection, "TableEndpoint")
                ? new TablesSettings(null, connection)
                : throw new SettingsException($"Tables__ConnectionString is for Azurite on this machine only; keys of storage accounts are not used. {Advice}");
        }

        return Uri.TryCreate(uri, UriKind.Absolute, out var service) && service is { Scheme: "https", Query: "", UserInfo: "" }
            ? new TablesSettings(service, null)
            : throw new SettingsException($"Tables__ServiceUri is not a plain https address. {Advice}");
    }

    public TableServiceClient Connect(Func<TokenCredential> identity)
    {
        var options = new TableClientOptions
        {
            // A person waits for the answer: after half a minute they get an error.
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 4,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(3),
                NetworkTimeout = TimeSpan.FromSeconds(10),
            },

            // Addresses contain keys, and keys reveal who works on what.
            Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false },
        };
        return ServiceUri is null
            ? new TableServiceClient(EmulatorConnectionString, options)
            : new TableServiceClient(ServiceUri, identity(), options);
    }
}
