using System.Security.Cryptography;
using Diversion.Casework.Schemes;
using Diversion.Functions.Azure.Settings;
using Diversion.Web.SignIn;

namespace Diversion.Functions.Hosting;

/// <summary>An identity provider at which people sign in, instead of the platform's sign-in.</summary>
internal static class ProviderSettings
{
    private const string ProviderName = "SignIn:Provider";
    private const string SecretName = "SignIn:Secret";
    private const string CodeName = "SignIn:FirstLeadCode";

    /// <param name="publicUrl">Of the programme; null when that could not be read, which is a fault of its own.</param>
    /// <returns>Null when the platform signs people in.</returns>
    public static OpenIdSettings? Read(SettingsReader reader, Uri? publicUrl)
    {
        var code = CodeOf(reader);
        if (reader.Optional(ProviderName) is not { } text)
        {
            foreach (var name in new[] { SecretName, CodeName }.Where(name => reader.Optional(name) is not null))
            {
                reader.Fault(name, "given without SignIn__Provider, the provider's settings in the format of sign-in.json. Add that, or take this away.");
            }

            return null;
        }

        var faults = new List<SchemeFault>();
        var settings = publicUrl is null ? null : SignInJson.Read(text, publicUrl, reader.Optional(SecretName), faults);
        foreach (var fault in faults)
        {
            reader.Fault(ProviderName, $"{fault.Path}: {fault.Reason}");
        }

        return settings is null ? null : settings with { FirstLeadCode = code };
    }

    /// <summary>Where none is given there is one that nobody knows: several instances could not print the same.</summary>
    private static string CodeOf(SettingsReader reader)
    {
        if (reader.Optional(CodeName) is not { } given)
        {
            return RandomNumberGenerator.GetHexString(FirstLeadCode.Length * 2);
        }

        if (FirstLeadCode.Plain(given).Length < FirstLeadCode.Length)
        {
            reader.Fault(CodeName, $"too short: at least {FirstLeadCode.Length} letters and digits, made at random, such as with `openssl rand -hex 16`.");
        }

        return given;
    }
}
