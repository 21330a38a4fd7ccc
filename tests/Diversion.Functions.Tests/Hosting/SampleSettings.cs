using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>local.settings.sample.json as Core Tools pass it to the app.</summary>
internal static class SampleSettings
{
    public static IConfiguration Read()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
        return new ConfigurationBuilder()
            .AddInMemoryCollection(sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => KeyValuePair.Create(
                setting.Name.Replace("__", ":", StringComparison.Ordinal), setting.Value.GetString())))
            .Build();
    }
}
