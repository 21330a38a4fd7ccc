using System.Diagnostics;
using Diversion.Casework.Telemetry;
using OpenTelemetry;

namespace Diversion.Telemetry;

/// <summary>
/// Before a span leaves, takes out of it whatever may be about a case or a person: every attribute that is not on the list,
/// and what a caller sent along. A request is named by its route's template.
/// </summary>
internal sealed class SafeSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Safe = new(Attributes.All, StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !Safe.Contains(name)).ToArray())
        {
            data.SetTag(name, null);
        }

        // Empty, since without one of its own a span has its parent's.
        data.TraceStateString = "";
        data.SetStatus(data.Status);
        if (data.Kind == ActivityKind.Server)
        {
            data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route")}".TrimEnd();
        }
    }
}
