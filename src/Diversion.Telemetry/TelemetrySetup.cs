using System.Reflection;
using Diversion.Casework.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Diversion.Telemetry;

/// <summary>Traces, metrics and logs of a host, with what may not leave taken out first.</summary>
public static class TelemetrySetup
{
    /// <returns>For exporters of the host's own.</returns>
    public static OpenTelemetryBuilder AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings.Service, serviceVersion: version))
            .WithTracing(traces => traces
                .AddSource(Instruments.Name)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace)
                .AddProcessor(new SafeSpans()))
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
                .AddView(_ => new MetricStreamConfiguration { TagKeys = [.. Attributes.All] }))
            .WithLogging(logs => logs.AddProcessor(new SafeLogs()));
        return settings.Otlp
            ? telemetry
                .WithTracing(traces => traces.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logs => logs.AddOtlpExporter())
            : telemetry;
    }

    /// <summary>Probes come every few seconds, and assets with every page.</summary>
    private static bool IsWorthATrace(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
}
