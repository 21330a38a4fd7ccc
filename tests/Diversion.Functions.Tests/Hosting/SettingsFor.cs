using Diversion.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>App settings for the places where the app runs.</summary>
internal static class SettingsFor
{
    public const string Programme = """
        {"name":"P","scheme":"checkpoint","leads":[{"id":"l","name":"Lead"}],"publicUrl":"https://diversion.example","sender":"d@example.org"}
        """;

    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static Dictionary<string, string?> Azure => new()
    {
        ["WEBSITE_INSTANCE_ID"] = "instance",
        ["WEBSITE_AUTH_ENABLED"] = "True",
        ["Programme:Json"] = Programme,
        ["PseudonymKey"] = Key,
        ["DataProtection:KeyUri"] = "https://v.vault.azure.net/keys/data-protection",
    };

    public static Dictionary<string, string?> DevelopersMachine => new() { ["Programme:Json"] = Programme, ["PseudonymKey"] = Key };

    public static Dictionary<string, string?> With(this Dictionary<string, string?> settings, string name, string? value)
    {
        settings[name] = value;
        return settings;
    }

    public static AppSettings Read(this Dictionary<string, string?> settings) =>
        AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), AppContext.BaseDirectory);
}
