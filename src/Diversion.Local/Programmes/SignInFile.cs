using Diversion.Casework.Schemes;
using Diversion.Local.Faults;
using Diversion.Local.Storage;
using Diversion.Web.SignIn;

namespace Diversion.Local.Programmes;

/// <summary>
/// <c>sign-in.json</c> of a data folder: the identity provider at which people sign in. Its secret has a file of its own,
/// or an environment variable, so that settings can be shown to others.
/// </summary>
public static class SignInFile
{
    public const string FileName = SignInJson.FileName;
    public const string SecretFileName = "sign-in.secret";
    public const string SecretVariable = "DIVERSION_SIGN_IN_SECRET";

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
        return Text(path, faults) is { } text && SignInJson.Read(text, publicUrl, Secret(dataFolder), faults) is { } settings
            ? settings
            : throw new FaultyFilesException(dataFolder, faults);
    }

    private static string? Text(string path, List<SchemeFault> faults)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(new SchemeFault(FileName, "$", $"The file can't be read: {unreadable.Message}"));
            return null;
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
}
