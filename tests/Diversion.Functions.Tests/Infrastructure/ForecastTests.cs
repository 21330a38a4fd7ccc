using System.Text.Json;
using System.Text.Json.Nodes;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>
/// What each parameter file would deploy is stored in <c>infra-bicep/forecast</c>, so that a change of the templates shows
/// its effect in review. SNAPSHOTS=write writes the files again.
/// </summary>
public sealed class ForecastTests
{
    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_forecast_matches_the_stored_one(string installation)
    {
        var file = Path.Combine(Bicep.Folder, "forecast", $"{installation}.json");
        var now = Sorted((await Deployment.Of(installation)).Resources);
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, now);
        }

        Assert.True(
            (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") == now,
            $"The templates would deploy something else than {file} says. Run this test with SNAPSHOTS=write, read the difference and commit it.");
        Assert.DoesNotContain(Samples.SendGridApiKey, now, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.PseudonymKey, now, StringComparison.Ordinal);
    }

    /// <summary>The compiler writes resources and properties in a different order each time.</summary>
    private static string Sorted(IEnumerable<JsonElement> resources)
    {
        var sorted = resources.OrderBy(one => one.GetProperty("type").GetString(), StringComparer.Ordinal)
            .ThenBy(one => one.GetProperty("name").GetString(), StringComparer.Ordinal)
            .Select(one => Sorted(JsonNode.Parse(one.GetRawText())));
        return new JsonArray([.. sorted]).ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject properties => new JsonObject(
            properties.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, Sorted(one.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };
}
