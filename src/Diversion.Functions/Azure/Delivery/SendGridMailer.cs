using System.Net;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Functions.Azure.Settings;
using NodaTime;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Diversion.Functions.Azure.Delivery;

/// <summary>
/// Sends mail by SendGrid. SendGrid does not remember ids: a mail whose answer was lost arrives twice, with the same
/// <c>message_id</c> among its custom arguments.
/// </summary>
public sealed class SendGridMailer(ISendGridClient client, SendGridSettings settings, Programme programme, IClock clock) : IMailer
{
    public async ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        Response response;
        try
        {
            response = await client.SendEmailAsync(Compose(mail), cancellation);
        }
        catch (Exception outage) when (outage is HttpRequestException or IOException or TimeoutException
            || (outage is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new DeliveryFailedException(
                NeverLeft(outage)
                    ? $"Mail {mail.Id} could not be sent: SendGrid cannot be reached. It is tried again; if it lasts, check that the app can reach api.sendgrid.com."
                    : $"Whether mail {mail.Id} was sent is not known: SendGrid did not answer. It is tried again, so it may come twice; if it lasts, see status.sendgrid.com.",
                outage);
        }

        if (response.StatusCode is < HttpStatusCode.OK or >= HttpStatusCode.MultipleChoices)
        {
            throw await SendGridFaults.Explain(mail.Id, response, clock.GetCurrentInstant(), cancellation);
        }
    }

    private static bool NeverLeft(Exception outage) => outage is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private SendGridMessage Compose(RenderedMail mail)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(programme.SenderAddress, Name(programme.Name)),
            Subject = InOneLine(mail.Subject),
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        message.AddTo(mail.ToAddress, Name(mail.ToName));
        message.AddCategory(mail.Template);
        message.AddCustomArg("message_id", mail.Id);

        // RFC 3834: asks not to get out-of-office replies.
        message.AddHeader("Auto-Submitted", "auto-generated");

        // No tracking: whether a victim or a participant opened a mail is nobody's business, and links must not be rewritten.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);
        message.SetGoogleAnalytics(enable: false);
        message.SetSandBoxMode(settings.Sandbox);
        return message;
    }

    /// <summary>SendGrid treats a name with a comma or a semicolon as several addresses unless it is quoted.</summary>
    private static string Name(string text)
    {
        var line = InOneLine(text);
        return line.AsSpan().ContainsAny(',', ';') ? $"\"{line.Replace('"', '\'')}\"" : line;
    }

    private static string InOneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
