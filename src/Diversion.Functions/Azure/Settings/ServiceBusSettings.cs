using System.Data.Common;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>Where notices go: exactly one of the first two.</summary>
/// <param name="Namespace">Host name of a Service Bus namespace, accessed with the app's identity.</param>
/// <param name="EmulatorConnectionString">For the Service Bus emulator.</param>
/// <param name="Topic">Receives what happens to agreements.</param>
public sealed record ServiceBusSettings(string? Namespace, string? EmulatorConnectionString, string Topic)
{
    private const string DefaultTopic = "agreement-events";
    private const string Advice =
        "Set ServiceBus__fullyQualifiedNamespace to NAMESPACE.servicebus.windows.net, or ServiceBus to the connection string of the Service Bus emulator.";

    /// <exception cref="SettingsException">A setting is missing or not allowed.</exception>
    public static ServiceBusSettings Read(IConfiguration configuration)
    {
        var host = configuration["ServiceBus:fullyQualifiedNamespace"];
        var connection = configuration["ServiceBus"];
        var topic = configuration["ServiceBus:Topic"];
        topic = string.IsNullOrWhiteSpace(topic) ? DefaultTopic : topic;
        if (string.IsNullOrWhiteSpace(host) == string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingsException($"Where the message bus is must be said once. {Advice}");
        }

        if (!string.IsNullOrWhiteSpace(connection))
        {
            return IsOfEmulator(connection)
                ? new ServiceBusSettings(null, connection, topic)
                : throw new SettingsException($"ServiceBus as a connection string is for the emulator only; keys of namespaces are not used. {Advice}");
        }

        return Uri.CheckHostName(host) == UriHostNameType.Dns && host!.Contains('.', StringComparison.Ordinal)
            ? new ServiceBusSettings(host, null, topic)
            : throw new SettingsException($"ServiceBus__fullyQualifiedNamespace is not a host name. {Advice}");
    }

    public ServiceBusClient Connect(Func<TokenCredential> identity)
    {
        // The outbox retries for two days; these retries only bridge a short outage.
        var options = new ServiceBusClientOptions
        {
            RetryOptions = new ServiceBusRetryOptions { MaxRetries = 2, MaxDelay = TimeSpan.FromSeconds(5), TryTimeout = TimeSpan.FromSeconds(15) },
        };
        return Namespace is null
            ? new ServiceBusClient(EmulatorConnectionString, options)
            : new ServiceBusClient(Namespace, identity(), options);
    }

    private static bool IsOfEmulator(string connection)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connection }.TryGetValue("UseDevelopmentEmulator", out var emulator)
                && string.Equals((string)emulator, "true", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
