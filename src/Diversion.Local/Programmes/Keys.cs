using System.Security.Cryptography;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Programmes;

/// <summary>
/// The keys of a data folder, files of 32 random bytes that only their owner may read: with the first one can sign in as
/// anybody, with the second one can identify the people in an extract, with the third one can read the papers.
/// </summary>
public static class Keys
{
    /// <summary>Signs bearer tokens. Deleting it makes all tokens invalid; the next start creates a new one.</summary>
    public const string TokenFile = "token.key";

    /// <summary>Makes the pseudonyms that analysts see. A new one changes all of them.</summary>
    public const string PseudonymFile = "pseudonym.key";

    /// <summary>Opens the papers of all cases. Without it they can never be read again: keep a copy elsewhere.</summary>
    public const string PapersFile = "papers.key";

    /// <summary>Keys of session cookies and forms. Deleting it signs everybody out.</summary>
    public const string SessionsFolder = "session-keys";

    private const int Bytes = 32;

    public static byte[] OfTokens(string dataFolder) => Of(Path.Combine(dataFolder, TokenFile));

    public static byte[] OfPseudonyms(string dataFolder) => Of(Path.Combine(dataFolder, PseudonymFile), orLonger: true);

    /// <exception cref="CannotGoOnException">It is missing although there are papers: a new one could open none of them.</exception>
    public static byte[] OfPapers(string dataFolder)
    {
        var path = Path.Combine(dataFolder, PapersFile);
        var papers = Path.Combine(dataFolder, FolderDocumentStore.FolderName);
        return !File.Exists(path) && Directory.Exists(papers) && Directory.EnumerateFiles(papers, "*", SearchOption.AllDirectories).Any()
            ? throw new CannotGoOnException(
                ExitCodes.DataUnavailable, $"{path} is missing, and without it the papers in {papers} cannot be opened. Restore it from a backup.")
            : Of(path);
    }

    /// <summary>To read only: nothing is created. Where there are no papers, any key will do.</summary>
    /// <exception cref="CannotGoOnException">It is missing although there are papers.</exception>
    public static byte[] OfPapersIfAny(string dataFolder) =>
        File.Exists(Path.Combine(dataFolder, PapersFile)) || Directory.Exists(Path.Combine(dataFolder, FolderDocumentStore.FolderName)) ? OfPapers(dataFolder) : new byte[Bytes];

    public static DirectoryInfo FolderOfSessions(string dataFolder) => OwnerOnly.MakeFolder(Path.Combine(dataFolder, SessionsFolder));

    /// <summary>Reads a key, creating it if there is none.</summary>
    /// <param name="orLonger">It may come from Azure, where any length of at least 32 bytes can be set.</param>
    private static byte[] Of(string path, bool orLonger = false)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        OwnerOnly.Require(path, ExitCodes.DataUnavailable, "If another user may have read it, delete it instead: the next start creates a new one.");
        var key = File.ReadAllBytes(path);
        return key.Length == Bytes || (orLonger && key.Length > Bytes)
            ? key
            : throw new CannotGoOnException(
                ExitCodes.DataUnavailable, $"{path} does not contain {Bytes} bytes. Restore it from a backup{(path.EndsWith(PapersFile, StringComparison.Ordinal) ? "" : ", or delete it: the next start creates a new one")}.");
    }

    private static void Make(string path)
    {
        // Completely or not at all; if two start together, the first wins.
        var unfinished = $"{path}.{Environment.ProcessId}";
        using (var file = OwnerOnly.Create(unfinished, FileMode.Create, FileOptions.None))
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
