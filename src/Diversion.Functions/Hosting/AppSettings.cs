using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Delivery.Texts;
using Diversion.Domain.Agreements;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.SignIn;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Hosting;

/// <summary>The app settings, read once at start. Those of store, messages and mail are read by their adapters.</summary>
/// <param name="PseudonymKey">Makes the pseudonyms that analysts see.</param>
/// <param name="KeyOfKeys">The Key Vault key that protects the keys of cookies and forms; null on a developer's machine.</param>
/// <param name="Development">Null in Azure.</param>
/// <param name="Provider">The identity provider at which people sign in; null for the platform's sign-in.</param>
public sealed record AppSettings(
    Platform Platform, Rulebook Rulebook, byte[] PseudonymKey, Uri? KeyOfKeys, SignInClaims SignInClaims, DevelopmentSettings? Development, OpenIdSettings? Provider)
{
    /// <summary>What GOV.UK Notify shows when it sends receipts; null where it sends none.</summary>
    public string? NotifyToken { get; init; }

    /// <exception cref="FaultySettingsException">With every fault.</exception>
    public static AppSettings Read(IConfiguration configuration, string appFolder)
    {
        var platform = Platform.Read(configuration);
        var reader = new SettingsReader(configuration);
        var rulebook = ProgrammeSettings.Read(reader, appFolder);
        var pseudonymKey = PseudonymKeyOf(reader, platform);
        var keyOfKeys = KeyOfKeysOf(reader, platform);
        var development = DevelopmentSettings.Read(reader, platform);
        var provider = ProviderSettings.Read(reader, rulebook?.Programme.PublicUrl);
        if (provider is not null && development?.Person is not null)
        {
            reader.Fault("Development:Person", "given together with SignIn__Provider. Either everybody on this machine is one person, or people sign in: take one of the two away.");
        }

        var claims = new SignInClaims(
            reader.Optional("SignIn:TeamClaim") ?? "team", reader.Optional("SignIn:OrganisationClaim") ?? "organisation");
        return reader.Faults.Count == 0
            ? new AppSettings(platform, rulebook!, pseudonymKey!, keyOfKeys, claims, development, provider) { NotifyToken = NotifySettings.TokenOrNull(configuration) }
            : throw new FaultySettingsException(reader.Faults);
    }

    private static byte[]? PseudonymKeyOf(SettingsReader reader, Platform platform)
    {
        const string Name = "PseudonymKey";
        var text = reader.Required(
            Name, $"{WebSettings.ShortestKey} random bytes as base64, from which the pseudonyms of extracts are made: a Key Vault reference, and the same for ever");
        var key = reader.Key(Name, WebSettings.ShortestKey, text);
        if (platform.IsAzure && key is not null && key.Distinct().Count() == 1)
        {
            reader.Fault(Name, "the key of local.settings.sample.json, which everybody knows. Make one of your own.");
        }

        return key;
    }

    private static Uri? KeyOfKeysOf(SettingsReader reader, Platform platform)
    {
        const string Name = "DataProtection:KeyUri";
        const string Meaning = "the address of the Key Vault key, without a version, that encrypts the keys of cookies and forms: https://VAULT.vault.azure.net/keys/NAME";
        var text = platform.IsAzure ? reader.Required(Name, Meaning) : reader.Optional(Name);
        if (text is null)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var key) && key.Scheme == Uri.UriSchemeHttps && key.AbsolutePath.StartsWith("/keys/", StringComparison.Ordinal))
        {
            return key;
        }

        reader.Fault(Name, $"not an address of a key. It is {Meaning}.");
        return null;
    }
}
