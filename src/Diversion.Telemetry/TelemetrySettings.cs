using Microsoft.Extensions.Configuration;

namespace Diversion.Telemetry;

/// <summary>
/// Whether telemetry leaves the process: by OpenTelemetry's own settings, which its exporter reads itself. Without an
/// endpoint nothing is measured and nothing leaves.
/// </summary>
/// <param name="Service">What the telemetry calls this program.</param>
/// <param name="Otlp">There is an endpoint for OTLP.</param>
public sealed record TelemetrySettings(string Service, bool Otlp)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Endpoints =
        [Endpoint, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"];

    /// <exception cref="TelemetrySettingsException">An endpoint is not an address.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        var service = configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } named ? named : "diversion";
        if (string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return new TelemetrySettings(service, false);
        }

        var given = Endpoints.Where(name => configuration[name] is { Length: > 0 }).ToArray();
        foreach (var name in given)
        {
            if (!Uri.TryCreate(configuration[name], UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            {
                throw new TelemetrySettingsException($"{name} is not the address of a collector, such as http://127.0.0.1:4317. Correct it, or remove it to send no telemetry.");
            }
        }

        return new TelemetrySettings(service, given.Length > 0);
    }
}
