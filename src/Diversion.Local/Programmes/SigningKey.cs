using System.Security.Cryptography;
using Diversion.Local.Faults;

namespace Diversion.Local.Programmes;

/// <summary>
/// <c>token.key</c> of a data folder: 32 random bytes that sign its bearer tokens. Whoever can read it can be anybody,
/// so only its owner may. Deleting it makes all tokens void; the next start makes another.
/// </summary>
public static class SigningKey
{
    public const string FileName = "token.key";

    private const int Bytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, making it where there is none.</summary>
    public static byte[] Of(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            Make(path);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new CannotGoOnException(
                ExitCodes.DataUnavailable, $"Others may read {path}, and with it act as anybody. Run `chmod 600 {path}`; if they may have read it, delete it instead.");
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Bytes
            ? key
            : throw new CannotGoOnException(
                ExitCodes.DataUnavailable, $"{path} does not hold {Bytes} bytes. Delete it: the next start makes a new key, and people need new tokens.");
    }

    private static void Make(string path)
    {
        // Whole or not at all, and the first of two that start together wins.
        var unfinished = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}
