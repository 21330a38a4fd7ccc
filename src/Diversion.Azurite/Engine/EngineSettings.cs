using System.Text.Json;
using Azure.Core.Pipeline;
using Grpc.Core.Interceptors;

namespace Diversion.Azurite.Engine;

/// <summary>How the engine works; what the Functions app has in its host.json, the engine has from there.</summary>
/// <param name="Connection">Of the storage that holds the task hub.</param>
/// <param name="Worker">Who holds the hub's partitions. Started again under the same name, it has them at once; two at a time need two names.</param>
public sealed record EngineSettings(string Connection, string Hub, string Worker)
{
    public int Partitions { get; init; } = 4;

    /// <summary>How late an idle engine notices a message.</summary>
    public TimeSpan LongestPolling { get; init; }

    /// <summary>How long what a dead process had taken stays with it.</summary>
    public TimeSpan Visibility { get; init; }

    /// <summary>Sees each request to the storage, for those who count them, or end the process at one.</summary>
    public HttpPipelinePolicy? Counter { get; init; }

    /// <summary>Hears what the engine and its worker say to each other, for those who record it.</summary>
    public Interceptor? Listener { get; init; }

    public static EngineSettings Read(string connection, string hub, string worker)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var storage = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider");
        return new EngineSettings(connection, hub, worker)
        {
            Partitions = storage.GetProperty("partitionCount").GetInt32(),
            LongestPolling = Time("maxQueuePollingInterval", TimeSpan.FromSeconds(30)),
            Visibility = Time("controlQueueVisibilityTimeout", TimeSpan.FromMinutes(5)),
        };

        TimeSpan Time(string name, TimeSpan otherwise) => storage.TryGetProperty(name, out var value)
            ? TimeSpan.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;
    }
}
