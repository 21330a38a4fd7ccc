using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Diversion.Casework.Telemetry;
using Diversion.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>What Application Insights gets from the worker, at an address of this machine.</summary>
public sealed partial class TelemetryServicesTests : IDisposable
{
    private readonly HttpListener insights = new();
    private readonly ConcurrentQueue<string> received = new();
    private readonly string address;

    public TelemetryServicesTests()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        insights.Prefixes.Add(address);
        insights.Start();
        _ = Receive();
    }

    public void Dispose() => insights.Close();

    [Fact]
    public async Task Spans_measures_and_log_lines_arrive_without_what_they_were_about()
    {
        await using (var provider = Services(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={address};LiveEndpoint={address}" }).BuildServiceProvider())
        {
            var (traces, metrics, logs) = (provider.GetRequiredService<TracerProvider>(), provider.GetRequiredService<MeterProvider>(), provider.GetRequiredService<LoggerProvider>());

            // The exporter takes a few traces a second, and other tests make some at the same time.
            for (var tries = 0; tries < 200 && !received.Any(body => body.Contains("agreement marked-command", StringComparison.Ordinal)); tries++)
            {
                using (var span = Instruments.Spans.StartActivity("agreement marked-command", ActivityKind.Consumer))
                {
                    span?.SetTag(Attributes.Command, "refer").SetTag("url.path", "/agreements/DV-SECRT-SECRT").SetStatus(ActivityStatusCode.Error, "Sam Secretive");
                }

                using (var thrown = Instruments.Spans.StartActivity("with an exception"))
                {
                    thrown?.AddException(new InvalidOperationException("Sam Secretive"));
                }

                traces.ForceFlush(10_000);
                await Task.Delay(50);
            }

            Instruments.Lateness.Record(17);
            Instruments.WorkflowFailures.Add(1, new TagList { { Attributes.Kind, "agreement" }, { "person", "Sam Secretive" } });
            Said(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Diversion.Test"), "DV-SECRT-SECRT", 3, new InvalidOperationException("Sam Secretive"));
            metrics.ForceFlush(10_000);
            logs.ForceFlush(10_000);
        }

        var all = string.Join('\n', received);
        foreach (var there in new[] { "agreement marked-command", "diversion.due.lateness", "diversion.workflow.failures", "Said of {Agreement}", "InvalidOperationException" })
        {
            Assert.Contains(there, all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Secretive", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SECRT", all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_an_address_nothing_is_exported_and_a_wrong_one_is_a_faulty_setting()
    {
        Assert.DoesNotContain(Services([]), service => service.ServiceType == typeof(TracerProvider));

        var fault = Assert.Throws<FaultySettingsException>(() => Services(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "nowhere" }));
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    private static ServiceCollection Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddTelemetry(configuration, null);
        return services;
    }

    private async Task Receive()
    {
        while (insights.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await insights.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var body = request.Request.InputStream;
            using var reader = new StreamReader(request.Request.Headers["Content-Encoding"] == "gzip" ? new GZipStream(body, CompressionMode.Decompress) : body);
            var text = await reader.ReadToEndAsync();
            received.Enqueue(text);
            request.Response.ContentType = "application/json";
            var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            await request.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"itemsReceived":{{items}},"itemsAccepted":{{items}},"errors":[]}"""));
            request.Response.Close();
        }
    }

    [LoggerMessage(EventId = 9001, Level = LogLevel.Warning, Message = "Said of {Agreement}, {Tries}")]
    private static partial void Said(ILogger log, string agreement, int tries, Exception fault);
}
