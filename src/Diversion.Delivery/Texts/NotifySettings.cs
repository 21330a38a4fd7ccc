using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Diversion.Delivery.Texts;

/// <summary>How texts go out by GOV.UK Notify.</summary>
/// <param name="ApiKey">Of the service: its name, the service's id and the secret, joined by hyphens.</param>
/// <param name="TextTemplateId">A text template whose only content is <c>((body))</c>.</param>
/// <param name="CallbackToken">Notify sends it with delivery receipts and replies; null when it sends none.</param>
public sealed partial record NotifySettings(string ApiKey, string TextTemplateId, Uri BaseUrl, string? CallbackToken)
{
    /// <summary>The name of the template's only placeholder.</summary>
    public const string BodyField = "body";

    private const int ShortestToken = 20;

    private static readonly Uri Service = new("https://api.notifications.service.gov.uk/");

    /// <summary>Whether texts go out by Notify.</summary>
    public static bool AreThere(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration["Notify:ApiKey"]) || !string.IsNullOrWhiteSpace(configuration["Notify:ApiKeyFile"]);

    /// <exception cref="DeliverySettingsException">A setting is missing or wrong.</exception>
    public static NotifySettings Read(IConfiguration configuration)
    {
        var key = SecretSetting.Read(configuration, "Notify", "ApiKey", "the API key") is { } given && KeyForm().IsMatch(given.Trim())
            ? given.Trim()
            : throw new DeliverySettingsException("Notify__ApiKey (or the file of Notify__ApiKeyFile) is no API key of GOV.UK Notify. Copy the whole key: its name and two ids, joined by hyphens.");
        var template = Guid.TryParse(configuration["Notify:TextTemplateId"], out var id)
            ? id.ToString()
            : throw new DeliverySettingsException(
                $"Notify__TextTemplateId is missing or is no id. In Notify, add a text template with the content (({BodyField})) and nothing else, and copy its id.");
        var token = SecretSetting.Read(configuration, "Notify", "CallbackToken", "the token")?.Trim();
        return token is { Length: < ShortestToken }
            ? throw new DeliverySettingsException($"Notify__CallbackToken is shorter than {ShortestToken} characters and could be guessed. Make a random one, and give it to Notify too.")
            : new NotifySettings(key, template, AddressOf(configuration["Notify:BaseUrl"]), token);
    }

    /// <summary>The callback token alone; null when it or another setting is missing or wrong, which <see cref="Read"/> reports.</summary>
    public static string? TokenOrNull(IConfiguration configuration)
    {
        try
        {
            return AreThere(configuration) ? Read(configuration).CallbackToken : null;
        }
        catch (DeliverySettingsException)
        {
            return null;
        }
    }

    /// <summary>Without the secrets, since records get printed in logs.</summary>
    public override string ToString() => $"NotifySettings {{ BaseUrl = {BaseUrl}, TextTemplateId = {TextTemplateId} }}";

    /// <summary>Only a server on the same machine, as in a test, may be spoken to in the clear.</summary>
    private static Uri AddressOf(string? text) => string.IsNullOrWhiteSpace(text) ? Service
        : Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address)))
            ? address
            : throw new DeliverySettingsException("Notify__BaseUrl is no https address. Leave it out for GOV.UK Notify itself.");

    private static bool IsThisMachine(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    [GeneratedRegex("^[^ ]+-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyForm();
}
