using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>Reads app settings and collects what is wrong with them. An empty setting counts as missing.</summary>
/// <remarks>In app settings a colon is written as two underscores; messages use that form.</remarks>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public void Fault(string name, string reason) => faults.Add($"{Written(name)}: {reason}");

    public string? Optional(string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <param name="meaning">What is expected there, for the person who finds it missing.</param>
    public string? Required(string name, string meaning)
    {
        if (Optional(name) is { } text)
        {
            return text;
        }

        Fault(name, $"missing. It is {meaning}.");
        return null;
    }

    /// <summary>Random bytes, as base64.</summary>
    public byte[]? Key(string name, int bytes, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var key = new byte[text.Length];
        if (Convert.TryFromBase64String(text, key, out var length) && length >= bytes)
        {
            return key[..length];
        }

        Fault(name, $"not base64 of at least {bytes} random bytes; make it with `openssl rand -base64 {bytes}`.");
        return null;
    }

    private static string Written(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
