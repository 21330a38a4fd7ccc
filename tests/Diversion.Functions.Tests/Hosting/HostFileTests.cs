using System.Reflection;
using System.Text.Json;
using Diversion.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>host.json and the sample of local settings, as they are beside the app.</summary>
public sealed class HostFileTests
{
    private static JsonElement Host { get; } = Read("host.json");

    [Fact]
    public void Every_address_is_ours() => Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void The_task_hub_has_a_name_for_each_slot_and_workflows_a_version_from_the_first_day()
    {
        var durable = Host.GetProperty("extensions").GetProperty("durableTask");
        Assert.Equal("%TaskHubName%", durable.GetProperty("hubName").GetString());
        Assert.Equal("1.0", durable.GetProperty("defaultVersion").GetString());
        Assert.False(durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", SampleSettings.Read()["TaskHubName"]!);
    }

    /// <summary>The host records the address of each request, and an exception with its message. The worker sends its own telemetry without them.</summary>
    [Theory]
    [InlineData("Function")]
    [InlineData("Host.Results")]
    public void The_host_itself_records_no_request(string category) =>
        Assert.Equal("None", Host.GetProperty("logging").GetProperty("logLevel").GetProperty(category).GetString());

    [Fact]
    public void A_stream_ends_before_the_function_that_carries_it() =>
        Assert.True(TimeSpan.Parse(Host.GetProperty("functionTimeout").GetString()!, null) >= TimeSpan.FromMinutes(10));

    [Fact]
    public void The_sample_switches_off_exactly_the_functions_that_need_a_message_bus()
    {
        var disabled = Read("local.settings.sample.json").GetProperty("Values").EnumerateObject()
            .Where(setting => setting.Name.EndsWith(".Disabled", StringComparison.Ordinal))
            .Select(setting => setting.Name.Split('.')[1]);
        var queues = typeof(FeedQueues).GetMethods().Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();
        Assert.Equal(queues.Order(StringComparer.Ordinal), disabled.Order(StringComparer.Ordinal));
    }

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
        return document.RootElement.Clone();
    }
}
