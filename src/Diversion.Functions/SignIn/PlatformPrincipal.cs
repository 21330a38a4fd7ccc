using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diversion.Functions.SignIn;

/// <summary>
/// What the platform says about a signed-in caller in the header X-MS-CLIENT-PRINCIPAL: base64 of JSON (Azure App Service,
/// work with user identities).
/// </summary>
internal sealed record PlatformPrincipal(
    [property: JsonPropertyName("auth_typ")] string? AuthenticationType,
    [property: JsonPropertyName("claims")] IReadOnlyList<PlatformPrincipal.Claim?>? Claims)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>The platform's name for Entra ID.</summary>
    public const string EntraId = "aad";

    private const int LongestHeader = 64 * 1024;

    /// <returns>Null when it is not in the platform's format.</returns>
    public static PlatformPrincipal? Parse(string header)
    {
        if (header.Length > LongestHeader)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PlatformPrincipal>(Convert.FromBase64String(header));
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Values of a claim; the platform uses older, longer names for some of Entra's claims.</summary>
    public IEnumerable<string> Values(params IReadOnlyList<string> names) =>
        from claim in Claims ?? []
        where claim is { Type: { } type, Value: { } value } && names.Contains(type, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(value)
        select claim.Value!.Trim();

    internal sealed record Claim(
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("val")] string? Value);
}
