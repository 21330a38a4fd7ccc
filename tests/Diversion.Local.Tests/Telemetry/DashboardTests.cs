using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diversion.Casework.Telemetry;

namespace Diversion.Local.Tests.Telemetry;

/// <summary>The example dashboard shows what the code measures, under the names that it has in Prometheus.</summary>
public sealed partial class DashboardTests
{
    /// <summary>Measured by the framework.</summary>
    private const string Requests = "http_server_request_duration_seconds";

    private static readonly Instrument[] Ours =
        [.. typeof(Instruments).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => property.GetValue(null)).OfType<Instrument>()];

    [Fact]
    public void Each_measure_is_on_the_dashboard_and_each_name_on_it_is_a_measure()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "samples", "dashboard.grafana.json")));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToArray();
        var shown = panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)
            .SelectMany(query => Names().Matches(query).Select(match => match.Value)).Except(Attributes.All.Select(name => name.Replace('.', '_')))
            .Select(name => Parts().Replace(name, "")).ToHashSet();

        Assert.Equal(Ours.Select(NameOf).Append(Requests).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.All(panels, panel => Assert.False(string.IsNullOrWhiteSpace(panel.GetProperty("description").GetString())));
    }

    /// <summary>By the rules of OpenTelemetry's compatibility with Prometheus: dots and units.</summary>
    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return $"{instrument.Name.Replace('.', '_')}{unit}{(instrument is Counter<long> ? "_total" : "")}";
    }

    [GeneratedRegex("(?:diversion|db|faas|http)_[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();

    [GeneratedRegex("_(?:count|bucket|sum)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
