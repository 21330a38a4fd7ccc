using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Delivery.Mail;
using NodaTime;

namespace Diversion.Local.Delivery;

/// <summary>Writes each mail to <c>mail</c> in the data folder, as <see cref="DayFolder"/> says.</summary>
public sealed class MailFolder(string dataFolder, Programme programme, IClock clock) : IMailer
{
    private readonly DayFolder folder = new(dataFolder, DayFolder.Mail, clock);
    private readonly MimeMail mime = new(programme, clock);

    public async ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        using var message = mime.Compose(mail);
        await folder.Write(mail.Id, file => message.WriteToAsync(MimeMail.Format, file, cancellation));
    }
}
