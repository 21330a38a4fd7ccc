using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Telemetry;

/// <summary>A collector that speaks OTLP over HTTP and keeps the bytes of whatever arrives; in protobuf a text is its UTF-8.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    public OtlpReceiver()
    {
        Address = $"http://127.0.0.1:{RunningProgram.FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Receive();
    }

    public string Address { get; }

    /// <summary>For a server that is started with them: it sends often.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
    };

    /// <summary>Everything of one signal: traces, metrics or logs.</summary>
    public string Of(string signal) =>
        string.Join('\n', received.Where(one => one.Path == $"/v1/{signal}").Select(one => Encoding.UTF8.GetString(one.Body)));

    public void Dispose() => listener.Close();

    private async Task Receive()
    {
        while (listener.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await request.Request.InputStream.CopyToAsync(body);
            received.Enqueue((request.Request.Url!.AbsolutePath, body.ToArray()));
            request.Response.ContentType = "application/x-protobuf";
            request.Response.Close();
        }
    }
}
