using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Diversion.Delivery.Mail;

/// <param name="User">Null for a server that takes mail from this machine without a password.</param>
/// <param name="Authority">A certificate of the organisation's own authority, which the server's certificate may come from; null trusts those of the machine only.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, X509Certificate2? Authority)
{
    private const string OwnMachine = "Smtp__Security none sends mail and password in the clear, which is allowed to this machine only. Leave it out, or set it to starttls or tls.";

    /// <summary>Whether mail goes out by SMTP.</summary>
    public static bool AreThere(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["Smtp:Host"]);

    /// <exception cref="DeliverySettingsException">A setting is missing or wrong.</exception>
    public static SmtpSettings Read(IConfiguration configuration)
    {
        var host = configuration["Smtp:Host"]?.Trim() is { Length: > 0 } named && Uri.CheckHostName(named) != UriHostNameType.Unknown
            ? named
            : throw new DeliverySettingsException("Smtp__Host is missing or is no name of a machine. Set it to the mail server's name, such as smtp.example.police.uk.");
        var security = configuration["Smtp:Security"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "starttls" => SmtpSecurity.StartTls,
            "tls" => SmtpSecurity.Tls,
            "none" when IsThisMachine(host) => SmtpSecurity.None,
            "none" => throw new DeliverySettingsException(OwnMachine),
            _ => throw new DeliverySettingsException("Smtp__Security is starttls (port 587, the default), tls (port 465), or none for a server on this machine."),
        };
        var user = configuration["Smtp:User"]?.Trim() is { Length: > 0 } given ? given : null;
        var password = SecretSetting.Read(configuration, "Smtp", "Password", "the password");
        return (user is null) == (password is null)
            ? new SmtpSettings(host, PortOf(configuration["Smtp:Port"], security), security, user, password, AuthorityIn(configuration["Smtp:AuthorityFile"]))
            : throw new DeliverySettingsException("Smtp__User and Smtp__PasswordFile (or Smtp__Password) belong together: set both, or neither for a server that asks for no password.");
    }

    /// <summary>Without the password, since records get printed in logs.</summary>
    public override string ToString() => $"SmtpSettings {{ Host = {Host}, Port = {Port}, Security = {Security} }}";

    private static int PortOf(string? text, SmtpSecurity security)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, _ => 25 };
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new DeliverySettingsException("Smtp__Port is a number from 1 to 65535; leave it out for 587 (starttls) or 465 (tls).");
    }

    private static X509Certificate2? AuthorityIn(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new DeliverySettingsException($"The file that Smtp__AuthorityFile names is no certificate that can be read (PEM or DER): {unreadable.Message}");
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
