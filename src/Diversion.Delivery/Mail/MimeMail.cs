using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Domain.Time;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace Diversion.Delivery.Mail;

/// <summary>A mail as it goes over the wire: ASCII, short lines, text and HTML side by side, from the programme to one person.</summary>
public sealed class MimeMail(Programme programme, IClock clock)
{
    /// <summary>How each mail is written.</summary>
    public static FormatOptions Format { get; } = CreateFormat();

    /// <exception cref="DeliveryFailedException">Final: the recipient's address can never be written to.</exception>
    public MimeMessage Compose(RenderedMail mail)
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

        // A repeat is the same byte for byte, except for its date.
        ((Multipart)message.Body).Boundary = $"=_{Name(mail.Id)}";
        return message;
    }

    /// <summary>Ids are letters, digits, dots and dashes; anything else must not become a path or a header.</summary>
    public static string Name(string id) => Uri.EscapeDataString(id).TrimStart('.');

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
