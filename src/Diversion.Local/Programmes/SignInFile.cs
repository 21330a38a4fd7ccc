using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Casework.Schemes;
using Diversion.Local.Faults;
using Diversion.Local.Storage;
using Diversion.Web.Access;
using Diversion.Web.SignIn;

namespace Diversion.Local.Programmes;

/// <summary>
/// <c>sign-in.json</c> of a data folder: the identity provider at which people sign in. Its secret has a file of its own,
/// or an environment variable, so that settings can be shown to others.
/// </summary>
public static class SignInFile
{
    public const string FileName = "sign-in.json";
    public const string SecretFileName = "sign-in.secret";
    public const string SecretVariable = "DIVERSION_SIGN_IN_SECRET";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="publicUrl">Of the programme.</param>
    /// <returns>Null when the folder has no such file: then only programs can use this server.</returns>
    /// <exception cref="FaultyFilesException">The file has faults.</exception>
    /// <exception cref="CannotGoOnException">Others can read the secret.</exception>
    public static OpenIdSettings? Read(string dataFolder, Uri publicUrl)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var faults = new List<SchemeFault>();
        var read = Parse(path, faults);
        if (read is not null)
        {
            Check(read, faults);
        }

        return faults.Count > 0
            ? throw new FaultyFilesException(dataFolder, faults)
            : new OpenIdSettings(new Uri(read!.Authority!), read.ClientId!)
            {
                ClientSecret = Secret(dataFolder),
                AccountClaim = read.AccountClaim ?? "sub",
                Roles = read.RoleClaim is { } claim ? new ClaimedRoles(claim, read.Roles!) { TeamClaim = read.TeamClaim, OrganisationClaim = read.OrganisationClaim } : null,
                PublicUrl = publicUrl,
            };
    }

    private static Stored? Parse(string path, List<SchemeFault> faults)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Json) ?? new Stored();
        }
        catch (JsonException malformed)
        {
            faults.Add(new SchemeFault(FileName, malformed.Path ?? "$", $"This cannot be read: {malformed.Message}"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(new SchemeFault(FileName, "$", $"The file can't be read: {unreadable.Message}"));
        }

        return null;
    }

    private static void Check(Stored read, List<SchemeFault> faults)
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

    private static string? Secret(string dataFolder)
    {
        var path = Path.Combine(dataFolder, SecretFileName);
        if (Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } given)
        {
            return given;
        }

        if (!File.Exists(path))
        {
            return null;
        }

        OwnerOnly.Require(path, ExitCodes.DataUnavailable);
        return File.ReadAllText(path).Trim() is { Length: > 0 } secret ? secret : null;
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
