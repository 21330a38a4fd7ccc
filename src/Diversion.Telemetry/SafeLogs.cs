using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Diversion.Telemetry;

/// <summary>
/// Before a log line leaves, keeps of it only its template and the values that cannot be about a case or a person. The
/// machine's own log has the rest. Of an exception it keeps the type and where it was thrown: its message may quote anything.
/// </summary>
internal sealed class SafeLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        List<KeyValuePair<string, object?>> kept = [.. (data.Attributes ?? []).Where(value => LogValues.MayLeave(value.Key))];
        if (data.Exception is { } fault)
        {
            kept.Add(new("exception.type", fault.GetType().FullName));
            kept.Add(new("exception.stacktrace", fault.StackTrace));
            data.Exception = null;
        }

        data.Attributes = kept;
        data.FormattedMessage = null;

        // Whoever does not write by templates may have written anything.
        if (!IsByTemplate(data.CategoryName))
        {
            data.Body = null;
        }
    }

    private static bool IsByTemplate(string? category) =>
        category is not null && (category.StartsWith("Diversion.", StringComparison.Ordinal) || category.StartsWith("Microsoft.", StringComparison.Ordinal));
}
