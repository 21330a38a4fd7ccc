using System.Text.Json;
using System.Xml;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>What the templates and the code must agree on: names, limits, settings.</summary>
public sealed class ContractTests
{
    [BicepFact]
    public async Task The_tables_are_those_of_Casework()
    {
        var tables = (await Deployment.Prod).OfType("Microsoft.Storage/storageAccounts/tableServices/tables");

        Assert.Equal(Tables.All.Order(), tables.Select(table => table.GetProperty("name").GetString()!.Split('/')[^1]).Order());
        Assert.All(tables, table => Assert.StartsWith("divcase", table.GetProperty("name").GetString(), StringComparison.Ordinal));
    }

    [BicepTheory]
    [InlineData("tag-events")]
    [InlineData("custody-notices")]
    public async Task A_feed_s_message_is_tried_five_times_and_then_put_aside(string queue)
    {
        var properties = (await Deployment.Prod).One("Microsoft.ServiceBus/namespaces/queues", $"/{queue}").GetProperty("properties");

        Assert.Equal(5, properties.GetProperty("maxDeliveryCount").GetInt32());
        Assert.True(properties.GetProperty("deadLetteringOnMessageExpiration").GetBoolean());
    }

    [BicepFact]
    public async Task The_topic_drops_repeats()
    {
        var deployment = await Deployment.Prod;
        var topic = deployment.One("Microsoft.ServiceBus/namespaces/topics", "/agreement-events").GetProperty("properties");

        Assert.Single(deployment.OfType("Microsoft.ServiceBus/namespaces/topics"));
        Assert.True(topic.GetProperty("requiresDuplicateDetection").GetBoolean());
        var window = XmlConvert.ToTimeSpan(topic.GetProperty("duplicateDetectionHistoryTimeWindow").GetString()!);
        Assert.InRange(window, OutboxDelivery.LastTryAfter.ToTimeSpan() + TimeSpan.FromDays(1), TimeSpan.FromDays(7));
    }

    [BicepTheory]
    [InlineData("dev", "Standard")]
    [InlineData("prod", "Premium")]
    public async Task Only_a_private_namespace_pays_for_Premium(string installation, string sku) =>
        Assert.Equal(sku, (await Deployment.Of(installation)).One("Microsoft.ServiceBus/namespaces").GetProperty("sku").GetProperty("name").GetString());

    [BicepFact]
    public async Task The_store_of_cases_is_copied_to_another_region_and_locked()
    {
        var deployment = await Deployment.Prod;
        var account = Assert.Single(
            deployment.OfType("Microsoft.Storage/storageAccounts"), one => one.GetProperty("name").GetString()!.StartsWith("divcase", StringComparison.Ordinal));

        Assert.Equal("Standard_GZRS", account.GetProperty("sku").GetProperty("name").GetString());
        Assert.Contains("divcase", deployment.One("Microsoft.Authorization/locks").GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [BicepTheory]
    [InlineData("dev", 0)]
    [InlineData("prod", 2)]
    public async Task The_app_runs_on_Flex_Consumption(string installation, int alwaysReadyGroups)
    {
        var deployment = await Deployment.Of(installation);
        var config = deployment.One("Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig");

        Assert.Equal("FC1", deployment.One("Microsoft.Web/serverfarms").GetProperty("sku").GetProperty("name").GetString());
        Assert.Equal("dotnet-isolated", config.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", config.GetProperty("runtime").GetProperty("version").GetString());
        Assert.Equal(alwaysReadyGroups, config.GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").GetArrayLength());
    }

    [BicepFact]
    public async Task Each_fault_that_needs_a_person_has_an_alert_and_somebody_who_is_told()
    {
        var deployment = await Deployment.Prod;
        var people = deployment.One("Microsoft.Insights/actionGroups");

        var alerts = deployment.OfType("Microsoft.Insights/metricAlerts").Concat(deployment.OfType("Microsoft.Insights/scheduledQueryRules")).ToList();

        Assert.Equal("operations@example.org", people.GetProperty("properties").GetProperty("emailReceivers")[0].GetProperty("emailAddress").GetString());
        Assert.Equal(9, alerts.Count);
        Assert.All(alerts, alert => Assert.Contains(people.GetProperty("id").GetString()!, alert.GetRawText(), StringComparison.Ordinal));
    }
}
