using Microsoft.Extensions.Configuration;
using SendGrid;

namespace Diversion.Functions.Azure.Settings;

/// <param name="ApiKey">May send mail, and nothing else.</param>
/// <param name="Sandbox">SendGrid checks each mail and sends none.</param>
public sealed record SendGridSettings(string ApiKey, bool Sandbox)
{
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static SendGridSettings Read(IConfiguration configuration)
    {
        var key = configuration["SendGrid:ApiKey"];
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new SettingsException("SendGrid__ApiKey is missing. Set it to a SendGrid key with Mail Send access; in Azure, by a Key Vault reference. Or set Smtp__Host, to send mail by SMTP.");
        }

        // The platform leaves a reference that it could not resolve unchanged.
        if (key.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingsException(
                "SendGrid__ApiKey is a Key Vault reference that was not followed. Check that the secret exists and that the app's identity has the role Key Vault Secrets User.");
        }

        var sandbox = configuration["SendGrid:Sandbox"];
        return string.IsNullOrWhiteSpace(sandbox) || bool.TryParse(sandbox, out _)
            ? new SendGridSettings(key, sandbox is not null && bool.TryParse(sandbox, out var on) && on)
            : throw new SettingsException("SendGrid__Sandbox is true or false; leave it out to send mail.");
    }

    /// <summary>How mail leaves the machine.</summary>
    public static SocketsHttpHandler Network() => new()
    {
        // Addresses of services change; a connection that lives for ever would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // A proxy's sign-in page is no answer of SendGrid: followed, it would pass for a mail that was taken.
        AllowAutoRedirect = false,
    };

    public ISendGridClient Connect(HttpClient http) => new SendGridClient(http, new SendGridClientOptions { ApiKey = ApiKey });

    /// <summary>Without the key, since records get printed in logs.</summary>
    public override string ToString() => $"SendGridSettings {{ Sandbox = {Sandbox} }}";
}
