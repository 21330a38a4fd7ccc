using Diversion.Casework.Delivery;
using Diversion.Delivery.Mail;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Messages as files, <c>yyyy-MM-dd/{id}</c> in a folder of the data folder: each completely or not at all. The day is the local
/// day of delivery; one that was written before, on any day, is overwritten in its place.
/// </summary>
/// <param name="kind">What it holds.</param>
internal sealed class DayFolder(string dataFolder, DayFolder.Kind kind, IClock clock)
{
    public static readonly Kind Mail = new("mail", ".eml", "Mail");

    public static readonly Kind Texts = new("texts", ".txt", "Text");

    private readonly string folder = Path.Combine(dataFolder, kind.Folder);

    /// <param name="Folder">Its name in the data folder.</param>
    /// <param name="Ending">Of the files' names.</param>
    /// <param name="Called">One message, in errors.</param>
    internal sealed record Kind(string Folder, string Ending, string Called)
    {
        /// <summary>The names that a message may have here, whole or begun.</summary>
        public IEnumerable<string> NamesOf(string id) => [NameOf(id), Begun(NameOf(id))];

        internal string NameOf(string id) => MimeMail.Name(id) + Ending;
    }

    public async ValueTask Write(string id, Func<Stream, Task> write)
    {
        var path = PathOf(kind.NameOf(id));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Another name until it is whole: a program that picks up what is there never sees half a file.
            var unfinished = Begun(path);
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailedException(
                $"{kind.Called} {id} could not be written to {folder}: {outage.Message} Check that the disk has space and that this account may write there; delivery will be retried.",
                outage);
        }
    }

    private static string Begun(string name) => name + ".part";

    private string PathOf(string name)
    {
        var today = Path.Combine(folder, LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(clock.GetCurrentInstant())), name);
        return File.Exists(today) || !Directory.Exists(folder)
            ? today
            : Directory.EnumerateDirectories(folder).Select(day => Path.Combine(day, name)).FirstOrDefault(File.Exists) ?? today;
    }
}
