using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Delivery.Mail;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Writes each mail to <c>mail/yyyy-MM-dd/{id}.eml</c> under the data folder, completely or not at all. The day is the
/// local day of delivery; a mail that was written before, on any day, is overwritten in its place.
/// </summary>
public sealed class MailFolder(string dataFolder, Programme programme, IClock clock) : IMailer
{
    private readonly string folder = Path.Combine(dataFolder, "mail");
    private readonly MimeMail mime = new(programme, clock);

    public async ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        using var message = mime.Compose(mail);
        var path = PathOf(mail.Id);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Not .eml yet: a program that picks up mail from the folder never sees half a file.
            var unfinished = path + ".part";
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await message.WriteToAsync(MimeMail.Format, file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailedException(
                $"Mail {mail.Id} could not be written to {folder}: {outage.Message} Check that the disk has space and that this account may write there; delivery will be retried.",
                outage);
        }
    }

    private string PathOf(string id)
    {
        var name = MimeMail.Name(id) + ".eml";
        var today = Path.Combine(folder, LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(clock.GetCurrentInstant())), name);
        if (File.Exists(today) || !Directory.Exists(folder))
        {
            return today;
        }

        return Directory.EnumerateDirectories(folder).Select(day => Path.Combine(day, name)).FirstOrDefault(File.Exists) ?? today;
    }
}
