using System.Reflection;
using System.Text.RegularExpressions;
using Diversion.Casework.Operations;
using Diversion.Casework.Telemetry;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The alerts look for metrics that the code measures, with the limits of the page for operators.</summary>
public sealed partial class AlertTests
{
    [BicepFact]
    public async Task Each_metric_that_an_alert_looks_for_is_measured()
    {
        var measured = typeof(Instruments).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => property.GetValue(null)).OfType<Instrument>().Select(one => one.Name);

        var sought = (await Queries()).SelectMany(query => Metrics().Matches(query).Select(match => match.Groups["name"].Value)).ToArray();

        Assert.Equal(5, sought.Length);
        Assert.Equal([], sought.Except(measured));
    }

    [BicepFact]
    public async Task The_limits_are_those_of_the_page()
    {
        var queries = await Queries();

        AssertLimit(Instruments.Lateness, HealthRules.LateAttention.TotalSeconds);
        AssertLimit(Instruments.OutboxAge, HealthRules.OutboxAttention.TotalSeconds);
        AssertLimit(Instruments.FeedAge, HealthRules.SilentFeed.TotalSeconds);

        void AssertLimit(Instrument metric, double seconds) =>
            Assert.Contains($"\"{metric.Name}\" and Max > {seconds} ", queries.Single(query => query.Contains($"\"{metric.Name}\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task<string[]> Queries() =>
    [
        .. (await Deployment.Prod).OfType("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => rule.GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!),
    ];

    [GeneratedRegex("Name == \"(?<name>[a-z._]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metrics();
}
