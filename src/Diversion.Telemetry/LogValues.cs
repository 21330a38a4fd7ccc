namespace Diversion.Telemetry;

/// <summary>Which values of log lines leave the process, by their names in our templates. A test wants each name on one of the lists.</summary>
public static class LogValues
{
    private static readonly HashSet<string> Leaving = new(StringComparer.Ordinal)
    {
        "Agreements", "Code", "Count", "Fault", "Feed", "Kind", "Loop", "Milliseconds", "Minutes", "Route", "Seconds", "Stack", "Status", "Streams", "Template", "Tries", "Type", "Workflows",
    };

    /// <summary>References, file names, what a caller made up, and sentences that may quote one.</summary>
    public static IReadOnlyList<string> Staying { get; } = ["Advice", "Agreement", "Document", "File", "Id", "MessageId", "Method", "Stream", "Track", "Why"];

    public static bool MayLeave(string name) => Leaving.Contains(name);
}
