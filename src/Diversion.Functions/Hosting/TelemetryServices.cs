using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Diversion.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Diversion.Functions.Hosting;

/// <summary>
/// Telemetry of the worker: to Application Insights where the platform names one, by OTLP where there is an endpoint. The
/// host's own telemetry of functions is switched off in <c>host.json</c>: it would record addresses with references in them.
/// </summary>
internal static class TelemetryServices
{
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <param name="identity">Null where the connection string is enough, as on a developer's machine.</param>
    /// <exception cref="FaultySettingsException">An endpoint is not an address.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration, Func<TokenCredential>? identity)
    {
        TelemetrySettings settings;
        try
        {
            settings = TelemetrySettings.Read(configuration);
        }
        catch (TelemetrySettingsException fault)
        {
            throw new FaultySettingsException([fault.Message]);
        }

        var insights = configuration[Insights] is { Length: > 0 } given ? given : null;
        if (!settings.Otlp && insights is null)
        {
            return;
        }

        var telemetry = services.AddTelemetry(settings).UseFunctionsWorkerDefaults();
        if (insights is not null)
        {
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(To))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(To))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(To));
        }

        void To(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = insights;
            exporter.Credential = identity?.Invoke();
        }
    }
}
