using System.Net;
using System.Net.Sockets;
using Diversion.Casework.Delivery;
using Newtonsoft.Json;

namespace Diversion.Delivery.Texts;

/// <summary>
/// What a fault of Notify means for the operator, and whether trying again may help. Only a number that is none is final: all
/// else an operator or time can put right. Notify's own text is never shown, since it may repeat what was sent.
/// </summary>
internal static class NotifyFaults
{
    private const string TriedAgain = "it is tried again";

    /// <param name="wasSending">The text had begun to go out: Notify may have it.</param>
    /// <returns>Null for a fault that isn't Notify's or the network's.</returns>
    public static DeliveryFailedException? Explain(string id, Exception fault, bool wasSending) => Inner(fault) switch
    {
        NotifyAnswerException { AboutNumber: true } => new DeliveryFailedException(
            $"Text {id} could not be sent: GOV.UK Notify says that the number is no mobile number. Ask the person for the right one, correct it, then try again.", isFinal: true) { RecipientFails = true },
        NotifyAnswerException { Status: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => Told(
            id, $"GOV.UK Notify does not accept the API key. Check Notify__ApiKey, that the key was not revoked, and this machine's clock; {TriedAgain}."),
        NotifyAnswerException { Status: HttpStatusCode.TooManyRequests } busy => Told(
            id, $"GOV.UK Notify takes no more texts for now: the limit of a minute or of the day was reached; {TriedAgain}.", busy.RetryAfter),
        NotifyAnswerException { Status: >= HttpStatusCode.InternalServerError } busy => Told(
            id, $"GOV.UK Notify has a fault (status {(int)busy.Status}); {TriedAgain}.", busy.RetryAfter),
        NotifyAnswerException refused => Told(
            id, $"GOV.UK Notify refuses it (status {(int)refused.Status}). Check that the service is live, that Notify__TextTemplateId is its text template and that the template's content is ((body)); {TriedAgain}."),
        HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException => wasSending
            ? new DeliveryFailedException($"Whether text {id} was sent is not known: GOV.UK Notify did not answer. It is asked before it is tried again, so that the text does not come twice.")
            : Told(id, $"GOV.UK Notify cannot be reached; {TriedAgain}. If it lasts, check Notify__BaseUrl and the network."),
        JsonException => Told(id, $"what answered is not GOV.UK Notify. Check Notify__BaseUrl and the proxy; {TriedAgain}."),
        _ => null,
    };

    /// <summary>The client waits in a way that wraps every fault.</summary>
    private static Exception Inner(Exception fault) => fault is AggregateException { InnerException: { } inner } ? Inner(inner) : fault;

    private static DeliveryFailedException Told(string id, string cause, TimeSpan? retryAfter = null) =>
        new($"Text {id} could not be sent: {cause}", retryAfter: retryAfter);
}
