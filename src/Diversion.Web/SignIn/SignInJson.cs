using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Casework.Schemes;
using Diversion.Web.Access;

namespace Diversion.Web.SignIn;

/// <summary>
/// The identity provider at which people sign in, as JSON: <c>sign-in.json</c> of a data folder, or an app setting on Azure.
/// The provider's secret is never part of it, so that settings can be shown to others.
/// </summary>
public static class SignInJson
{
    public const string FileName = "sign-in.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="publicUrl">Of the programme.</param>
    /// <param name="secret">What proves this installation to the provider; null for a public client.</param>
    /// <param name="faults">Everything that is wrong is added, with its place.</param>
    /// <returns>Null when there are faults.</returns>
    public static OpenIdSettings? Read(string text, Uri publicUrl, string? secret, ICollection<SchemeFault> faults)
    {
        var before = faults.Count;
        if (Parse(text, faults) is { } read)
        {
            Check(read, faults);
            if (faults.Count == before)
            {
                return new OpenIdSettings(new Uri(read.Authority!), read.ClientId!)
                {
                    ClientSecret = secret,
                    AccountClaim = read.AccountClaim ?? "sub",
                    Roles = read.RoleClaim is { } claim ? new ClaimedRoles(claim, read.Roles!) { TeamClaim = read.TeamClaim, OrganisationClaim = read.OrganisationClaim } : null,
                    PublicUrl = publicUrl,
                };
            }
        }

        return null;
    }

    private static Stored? Parse(string text, ICollection<SchemeFault> faults)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(text, Json) ?? new Stored();
        }
        catch (JsonException malformed)
        {
            faults.Add(new SchemeFault(FileName, malformed.Path ?? "$", $"This cannot be read: {malformed.Message}"));
            return null;
        }
    }

    private static void Check(Stored read, ICollection<SchemeFault> faults)
    {
        void Fault(string property, string reason) => faults.Add(new SchemeFault(FileName, $"$.{property}", reason));

        if (!Uri.TryCreate(read.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
        {
            Fault("authority", "Expected the provider's https address, such as https://login.microsoftonline.com/TENANT/v2.0. Only a provider on this machine may use http.");
        }

        if (string.IsNullOrWhiteSpace(read.ClientId))
        {
            Fault("clientId", "Missing. It is what the provider calls this installation.");
        }

        if (read.AccountClaim is "email" or "preferred_username" or "name" or "upn")
        {
            Fault("accountClaim", $"{read.AccountClaim} can be given to somebody else later, who would then be let in as the person before. Use a claim that never changes: sub, or oid in Entra ID.");
        }

        if (read.RoleClaim is null != read.Roles is null)
        {
            Fault("roles", "Give roleClaim and roles together, or neither: then roles come from the staff directory.");
        }

        foreach (var (value, role) in read.Roles ?? [])
        {
            if (RoleNames.Parse(role) is null)
            {
                Fault($"roles.{value}", $"There is no role {role}. The roles are: {string.Join(", ", RoleNames.All)}.");
            }
        }
    }

    private sealed record Stored
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }

        public string? Authority { get; init; }

        public string? ClientId { get; init; }

        public string? AccountClaim { get; init; }

        public string? RoleClaim { get; init; }

        public Dictionary<string, string>? Roles { get; init; }

        public string? TeamClaim { get; init; }

        public string? OrganisationClaim { get; init; }
    }
}
