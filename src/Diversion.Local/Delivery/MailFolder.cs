using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Domain.Time;
using MimeKit;
using MimeKit.Text;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Writes each mail to <c>mail/yyyy-MM-dd/{id}.eml</c> under the data folder, completely or not at all. The day is the
/// local day of delivery; a mail that was written before, on any day, is overwritten in its place.
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

            // Not .eml yet: a program that picks up mail from the folder never sees half a file.
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
                $"Mail {mail.Id} could not be written to {folder}: {outage.Message} Check that the disk has space and that this account may write there; delivery will be retried.",
                outage);
        }
    }

    private MimeMessage Compose(RenderedMail mail)
    {
        var message = new MimeMessage
        {
            Date = clock.GetCurrentInstant().InZone(WorkingCalendar.Zone).ToDateTimeOffset(),
            MessageId = $"{Name(mail.Id)}@{programme.PublicUrl.IdnHost}",
        };
        var subject = new Header(HeaderId.Subject, string.Empty);
        subject.SetValue(Format, Encoding.UTF8, InOneLine(mail.Subject));
        message.Headers.Replace(subject);
        message.Headers.Replace(Mailbox(HeaderId.From, programme.Name, programme.SenderAddress));
        message.Headers.Replace(Mailbox(HeaderId.To, mail.ToName, AddressOf(mail)));

        // RFC 3834: asks not to get out-of-office replies.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, "en-GB");
        message.Body = new MultipartAlternative
        {
            Part(TextFormat.Plain, mail.Text),
            Part(TextFormat.Html, mail.Html),
        };

        // A repeat is the same file byte for byte, except for its date.
        ((Multipart)message.Body).Boundary = $"=_{Name(mail.Id)}";
        return message;
    }

    // The message does not contain the address, since failures are logged. A non-ASCII name before the @ needs a mail
    // server that supports RFC 6531; guessing it could reach somebody else.
    private static string AddressOf(RenderedMail mail) =>
        MailboxAddress.TryParse(mail.ToAddress, out var parsed)
        && parsed.Address == mail.ToAddress
        && MailboxAddress.EncodeAddrspec(parsed.Address) is var encoded
        && Ascii.IsValid(encoded)
        && encoded.Contains('@', StringComparison.Ordinal)
            ? encoded
            : throw new DeliveryFailedException($"Mail {mail.Id} has no valid email address. Correct the recipient's address.", isFinal: true);

    // If added to the list of addresses, it would be encoded with the default line length, see CreateFormat.
    private static Header Mailbox(HeaderId id, string name, string address)
    {
        var header = new Header(id, string.Empty);
        header.SetRawValue(Encoding.ASCII.GetBytes($" {new MailboxAddress(InOneLine(name), address).ToString(Format, encode: true)}\r\n"));
        return header;
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
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static FormatOptions CreateFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;

        // MimeKit's encoded words are some ten characters too long; RFC 2047 allows 75 for one and 76 for its line.
        format.MaxLineLength = 60;
        return format;
    }
}
