using System.Text.Json;
using NodaTime.Text;

namespace Diversion.Casework.Delivery;

/// <summary>A notice as a CloudEvent 1.0 in JSON, the only form in which notices leave the system.</summary>
public static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    public static byte[] Json(OutgoingMessage.Notice notice, Programme programme)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", notice.Id);
            json.WriteString("source", programme.PublicUrl.AbsoluteUri.TrimEnd('/'));
            json.WriteString("type", notice.Type);
            json.WriteString("subject", notice.Subject);
            json.WriteString("time", InstantPattern.ExtendedIso.Format(notice.Time));
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            foreach (var (name, value) in notice.Data)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
