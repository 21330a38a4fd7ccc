using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Domain.Time;
using MimeKit;
using MimeKit.Text;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Writes each mail to <c>mail/yyyy-MM-dd/{id}.eml</c> under the data folder, whole or not at all. The day is the local
/// one of the delivery; a mail that was written before, on whatever day, is overwritten where it is.
/// </summary>
public sealed class MailFolder(string dataFolder, Programme programme, IClock clock) : IMailer
{
    private static readonly FormatOptions Format = CreateFormat();

    private readonly string folder = Path.Combine(dataFolder, "mail");

    public async ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        using var message = Compose(mail);
        var path = PathOf(mail.Id);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Not .eml yet: whatever picks up mail from the folder never sees half of one.
            var unfinished = path + ".part";
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await message.WriteToAsync(Format, file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailedException(
                $"Mail {mail.Id} could not be written to {folder}: {outage.Message} Check that the disk has room and that this account may write there; it is tried again.",
                outage);
        }
    }

    private MimeMessage Compose(RenderedMail mail)
    {
        // The address is not in the message of the failure: failures are logged.
        if (!MailboxAddress.TryParse(mail.ToAddress, out var parsed) || parsed.Address != mail.ToAddress.Trim() || mail.ToAddress.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new DeliveryFailedException($"Mail {mail.Id} has no valid e-mail address to go to. Correct the recipient's address.");
        }

        var message = new MimeMessage
        {
            Date = clock.GetCurrentInstant().InZone(WorkingCalendar.Zone).ToDateTimeOffset(),
            MessageId = $"{Name(mail.Id)}@{programme.PublicUrl.IdnHost}",
            Subject = InOneLine(mail.Subject),
        };
        message.From.Add(new MailboxAddress(InOneLine(programme.Name), programme.SenderAddress));
        message.To.Add(new MailboxAddress(InOneLine(mail.ToName), parsed.Address));

        // RFC 3834: out-of-office replies are not wanted.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, "en-GB");
        message.Body = new MultipartAlternative
        {
            Part(TextFormat.Plain, mail.Text),
            Part(TextFormat.Html, mail.Html),
        };

        // A repeat is the same file to the byte, but for its date.
        ((Multipart)message.Body).Boundary = $"=_{Name(mail.Id)}";
        return message;
    }

    private string PathOf(string id)
    {
        var name = Name(id) + ".eml";
        var today = Path.Combine(folder, LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(clock.GetCurrentInstant())), name);
        if (File.Exists(today) || !Directory.Exists(folder))
        {
            return today;
        }

        return Directory.EnumerateDirectories(folder).Select(day => Path.Combine(day, name)).FirstOrDefault(File.Exists) ?? today;
    }

    // Ids are letters, digits, dots and dashes; anything else must not become a path or a header.
    private static string Name(string id) => Uri.EscapeDataString(id).TrimStart('.');

    private static string InOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    private static FormatOptions CreateFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
