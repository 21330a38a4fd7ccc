using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using SdkEvent = CloudNative.CloudEvents.CloudEvent;

namespace Diversion.Casework.Delivery;

/// <summary>A notice as a CloudEvent 1.0 in JSON, the only form in which notices leave the system.</summary>
public static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    private static readonly JsonEventFormatter Formatter = new();

    public static byte[] Json(OutgoingMessage.Notice notice, Programme programme)
    {
        var sent = new SdkEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = notice.Id,
            Source = new Uri(programme.PublicUrl.AbsoluteUri.TrimEnd('/')),
            Type = notice.Type,
            Subject = notice.Subject,
            Time = notice.Time.ToDateTimeOffset(),
            DataContentType = "application/json",
            Data = notice.Data,
        };
        return Formatter.EncodeStructuredModeMessage(sent, out _).ToArray();
    }
}
