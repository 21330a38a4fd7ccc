using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;
using Diversion.Local.Delivery;

namespace Diversion.Local.Storage;

/// <summary>What a data folder holds of a person outside the database: mail and texts, and files that feeds sent.</summary>
internal static class FolderCopies
{
    private static readonly string[] OfFeeds = ["done", "refused"];

    public static IReadOnlyList<IPersonCopies> Of(string dataFolder) => [new Mail(dataFolder), new Feeds(dataFolder)];

    /// <summary>Mail and texts of the case, whoever they went to.</summary>
    private sealed class Mail(string dataFolder) : IPersonCopies
    {
        public ValueTask Delete(ErasedPerson person, CancellationToken cancellation = default)
        {
            foreach (var kind in (DayFolder.Kind[])[DayFolder.Mail, DayFolder.Texts])
            {
                var names = person.Messages.SelectMany(kind.NamesOf).ToHashSet(StringComparer.Ordinal);
                DeleteFiles(Path.Combine(dataFolder, kind.Folder), file => names.Contains(file.Name));
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A batch that was taken, or refused, and names the person. What else it says was recorded when it was taken.</summary>
    private sealed class Feeds(string dataFolder) : IPersonCopies
    {
        public ValueTask Delete(ErasedPerson person, CancellationToken cancellation = default)
        {
            var feeds = Path.Combine(dataFolder, "feeds");
            foreach (var folder in Directory.Exists(feeds) ? Directory.GetDirectories(feeds) : [])
            {
                foreach (var done in OfFeeds)
                {
                    DeleteFiles(Path.Combine(folder, done), file => Names(file, person));
                }
            }

            return ValueTask.CompletedTask;
        }

        private static bool Names(FileInfo file, ErasedPerson person)
        {
            var text = File.ReadAllText(file.FullName);
            return person.Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static void DeleteFiles(string folder, Func<FileInfo, bool> which)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(which).ToArray())
            {
                file.Delete();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"Files of a person whose record is erased cannot be deleted from {folder}: {fault.Message} Allow the user that runs the server to delete there; it is tried again.", fault);
        }
    }
}
