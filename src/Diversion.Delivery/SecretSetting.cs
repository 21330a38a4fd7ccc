using Microsoft.Extensions.Configuration;

namespace Diversion.Delivery;

/// <summary>A secret from a file that only the server's account may read, or on Azure from a reference to the key vault.</summary>
internal static class SecretSetting
{
    /// <param name="section">Such as "Smtp".</param>
    /// <param name="name">Such as "Password"; a file is named by <c>PasswordFile</c>.</param>
    /// <param name="what">Such as "the password".</param>
    /// <returns>Null when neither is set.</returns>
    /// <exception cref="DeliverySettingsException">Both are set, the file cannot be read, or the reference was not followed.</exception>
    public static string? Read(IConfiguration configuration, string section, string name, string what)
    {
        var given = configuration[$"{section}:{name}"] is { Length: > 0 } value ? value : null;
        if (configuration[$"{section}:{name}File"]?.Trim() is not { Length: > 0 } path)
        {
            // The platform leaves a reference that it could not resolve unchanged.
            return given?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true
                ? throw new DeliverySettingsException(
                    $"{section}__{name} is a Key Vault reference that was not followed. Check that the secret exists and that the app's identity has the role Key Vault Secrets User.")
                : given;
        }

        if (given is not null)
        {
            throw new DeliverySettingsException($"Set either {section}__{name}File or {section}__{name}, not both.");
        }

        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n') is { Length: > 0 } read
                ? read
                : throw new DeliverySettingsException($"The file that {section}__{name}File names is empty. Write {what} into it.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DeliverySettingsException($"The file that {section}__{name}File names cannot be read: {unreadable.Message}");
        }
    }
}
