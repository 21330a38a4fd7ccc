using System.Text;
using System.Text.Json;

namespace Diversion.Functions.Tests.SignIn;

/// <summary>Headers in the platform's format.</summary>
internal static class Principals
{
    public const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    public const string Id = "5b1c2f6e-7a43-4d0e-9f0a-0c6b8a1d2e3f";

    public static string Of(params IReadOnlyList<(string Type, string Value)> claims) => From("aad", claims);

    public static string From(string provider, params IReadOnlyList<(string Type, string Value)> claims) => Encoded(JsonSerializer.Serialize(new
    {
        auth_typ = provider,
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "name",
        role_typ = "roles",
    }));

    public static string Person(string role, params IReadOnlyList<(string Type, string Value)> more) =>
        Of([(ObjectId, Id), ("name", "Harriet Ashdown"), ("roles", role), .. more]);

    public static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
