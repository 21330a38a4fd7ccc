using System.Net.Sockets;
using Diversion.Casework.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Diversion.Delivery.Mail;

/// <summary>
/// What a fault of the mail server means for the operator, and whether trying again may help. The server's own text is never
/// shown: it often repeats the address.
/// </summary>
internal static class SmtpFaults
{
    private const string TriedAgain = "it is tried again";

    /// <param name="wasSending">The mail had begun to go out: the server may have it.</param>
    /// <returns>Null for a fault that isn't the server's or the network's.</returns>
    public static DeliveryFailedException? Explain(string id, Exception fault, bool wasSending) => fault switch
    {
        SmtpCommandException refused => Refused(id, refused, wasSending),
        AuthenticationException => Told(id, $"the mail server does not accept the user name and password. Set Smtp__User and the password to a pair that may send; {TriedAgain}.", fault),
        SslHandshakeException => Told(
            id,
            $"the mail server's certificate is not trusted or not for its name. Check Smtp__Host; if your own authority made the certificate, name its file in Smtp__AuthorityFile; {TriedAgain}.",
            fault),
        NotSupportedException => Told(id, $"the mail server offers no encryption or no way to sign in that is supported. Check Smtp__Port and Smtp__Security; {TriedAgain}.", fault),
        ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException or SocketException or IOException or TimeoutException or OperationCanceledException =>
            wasSending
                ? new DeliveryFailedException($"Whether mail {id} was sent is not known: the connection to the mail server broke off. It is tried again, so it may come twice, with the same Message-ID.", fault)
                : Told(id, $"the mail server cannot be reached. It is tried again; if it lasts, check Smtp__Host, Smtp__Port and the network.", fault),
        _ => null,
    };

    private static DeliveryFailedException Refused(string id, SmtpCommandException refused, bool wasSending)
    {
        var status = (int)refused.StatusCode;
        if (status < 500)
        {
            return Told(id, $"the mail server does not take it now (status {status}); {TriedAgain}. If it lasts, look at the mail server's log.", refused);
        }

        return refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => Told(id, $"the mail server does not take the recipient's address (status {status}). Correct the address, then try again.", refused, isFinal: true, recipientFails: true),
            SmtpErrorCode.MessageNotAccepted or SmtpErrorCode.UnexpectedStatusCode when wasSending => Told(id, $"the mail server refuses the mail (status {status}). Its log says why; when that is dealt with, try again.", refused, isFinal: true),
            SmtpErrorCode.SenderNotAccepted => Told(id, $"the mail server does not let this account send from the programme's address (status {status}). Allow it, or change the sender in programme.json; {TriedAgain}.", refused),
            _ => Told(id, $"the mail server refuses this machine (status {status}). Allow it there; {TriedAgain}.", refused),
        };
    }

    private static DeliveryFailedException Told(string id, string cause, Exception inner, bool isFinal = false, bool recipientFails = false) =>
        new($"Mail {id} could not be sent: {cause}", inner, isFinal: isFinal) { RecipientFails = recipientFails };
}
