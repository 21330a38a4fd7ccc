using System.Text.Json;
using Diversion.Functions.Activities;
using Diversion.Functions.Triggers;
using Diversion.Functions.Workflows;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>What the Worker SDK generated for the functions: this is what the host sees of them.</summary>
public sealed class FunctionMetadataTests
{
    [Theory]
    [InlineData("TagEvents", FeedQueues.TagEvents)]
    [InlineData("CustodyNotices", FeedQueues.CustodyNotices)]
    public async Task A_queue_has_the_bindings_of_the_workers_own_package(string function, string queue)
    {
        var trigger = (await BindingsOf(function)).Single(binding => binding.GetProperty("type").GetString() == "serviceBusTrigger");

        Assert.Equal("message", trigger.GetProperty("name").GetString());
        Assert.Equal("In", trigger.GetProperty("direction").GetString());
        Assert.Equal(queue, trigger.GetProperty("queueName").GetString());
        Assert.Equal("ServiceBus", trigger.GetProperty("connection").GetString());
        Assert.False(trigger.GetProperty("autoCompleteMessages").GetBoolean());
        Assert.Equal("True", trigger.GetProperty("properties").GetProperty("supportsDeferredBinding").GetString());
    }

    [Theory]
    [InlineData(nameof(AgreementWorkflow), "orchestrationTrigger")]
    [InlineData(nameof(AgreementActivities.DeliverOutbox), "activityTrigger")]
    [InlineData("PurgeEndedWorkflows", "timerTrigger")]
    [InlineData(nameof(WebApp), "httpTrigger")]
    public async Task Each_function_is_in_the_metadata(string function, string trigger) =>
        Assert.Contains(await BindingsOf(function), binding => binding.GetProperty("type").GetString() == trigger);

    private static async Task<JsonElement[]> BindingsOf(string function)
    {
        var functions = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(AppContext.BaseDirectory);
        var raw = functions.Single(metadata => metadata.Name == function).RawBindings!;
        return [.. raw.Select(binding => JsonDocument.Parse(binding).RootElement)];
    }
}
