using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>App settings that remember which of them were read.</summary>
internal sealed class AskedSettings(IConfiguration settings, ISet<string> asked) : IConfiguration
{
    public string? this[string key]
    {
        get
        {
            asked.Add(key);
            return settings[key];
        }
        set => settings[key] = value;
    }

    public IConfigurationSection GetSection(string key)
    {
        asked.Add(key);
        return settings.GetSection(key);
    }

    public IEnumerable<IConfigurationSection> GetChildren() => settings.GetChildren();

    public IChangeToken GetReloadToken() => settings.GetReloadToken();
}
