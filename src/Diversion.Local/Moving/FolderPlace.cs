using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Feeds;
using Diversion.Casework.Moving;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;

namespace Diversion.Local.Moving;

/// <summary>A data folder from which a programme goes, or to which one comes.</summary>
internal static class FolderPlace
{
    /// <param name="log">The destruction log.</param>
    public static ProgrammePlace Of(string folder, SqliteTableStore store, FileDestructionLog log) =>
        new(store, new FolderDocumentStore(folder), new WrappingKey(Keys.OfPapers(folder)), log, TimeSpan.Zero);

    /// <exception cref="CannotGoOnException">It is a demo, or batches of feeds wait in it: they are in no export.</exception>
    public static async Task RequireReady(string folder, SqliteTableStore store, CancellationToken cancellation)
    {
        if (await DataSettings.KindOf(store, cancellation) == DataKind.Demo)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{folder} is a demo, whose clock is not that of any host. A demo is not exported; start one on the other host.");
        }

        string[] feeds = [.. new[] { FeedLog.TagEvents, FeedLog.CustodyNotices }.Select(feed => Path.Combine(folder, "feeds", feed)).Where(Directory.Exists)];
        if (feeds.Sum(feed => Directory.GetFiles(feed).Length) is var waiting and > 0)
        {
            throw new CannotGoOnException(
                ExitCodes.WrongUsage, $"{waiting} files wait in {Path.Combine(folder, "feeds")}. Stop what puts them there, start the server until they are processed, stop it, and export again.");
        }
    }

    /// <summary>Opens a folder to import into: new, empty, or one in which an import was begun.</summary>
    /// <exception cref="CannotGoOnException">It has something else in it; nothing was changed.</exception>
    public static SqliteTableStore OpenToImport(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !ProgrammeFolder.HasDatabase(folder)))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"{folder} is not empty. Import into a new or an empty folder, so that nothing is overwritten.");
        }

        OwnerOnly.MakeFolder(folder);
        return SqliteTableStore.Open(folder);
    }

    /// <exception cref="FaultyFilesException">The programme's settings cannot be used here: an unknown scheme, for example.</exception>
    public static void RequireUsable(string folder, ArrivingProgramme arriving, SchemeCatalogue schemes)
    {
        if (ProgrammeJson.Read(arriving.ProgrammeJson, schemes) is ProgrammeReading.Faulty faulty)
        {
            throw new FaultyFilesException(folder, faulty.Faults);
        }
    }

    /// <summary>What lies beside the database.</summary>
    public static void WriteSettings(string folder, ArrivingProgramme arriving)
    {
        Write(ProgrammeFile.PathIn(folder), System.Text.Encoding.UTF8.GetBytes(arriving.ProgrammeJson));
        Write(Path.Combine(folder, Keys.PseudonymFile), arriving.PseudonymKey);
    }

    private static void Write(string path, byte[] content)
    {
        using var file = OwnerOnly.Create(path, FileMode.Create, FileOptions.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
