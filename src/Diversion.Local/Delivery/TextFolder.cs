using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Delivery.Mail;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Writes each text message to <c>texts/yyyy-MM-dd/{id}.txt</c> under the data folder, completely or not at all: the number, an
/// empty line, the words. The day is the local day of delivery. Used until texts go out by GOV.UK Notify.
/// </summary>
public sealed class TextFolder(string dataFolder, IClock clock) : ITexter
{
    private readonly string folder = Path.Combine(dataFolder, "texts");

    public async ValueTask Send(RenderedText text, CancellationToken cancellation = default)
    {
        var path = PathOf(text.Id);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var unfinished = path + ".part";
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes($"{text.ToNumber}\n\n{text.Body}\n"), cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailedException(
                $"Text {text.Id} could not be written to {folder}: {outage.Message} Check that the disk has space and that this account may write there; delivery will be retried.",
                outage);
        }
    }

    private string PathOf(string id)
    {
        var name = MimeMail.Name(id) + ".txt";
        var today = Path.Combine(folder, LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(clock.GetCurrentInstant())), name);
        return File.Exists(today) || !Directory.Exists(folder)
            ? today
            : Directory.EnumerateDirectories(folder).Select(day => Path.Combine(day, name)).FirstOrDefault(File.Exists) ?? today;
    }
}
