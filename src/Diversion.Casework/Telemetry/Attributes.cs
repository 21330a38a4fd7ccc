namespace Diversion.Casework.Telemetry;

/// <summary>
/// The attributes that may leave with a span, a measurement or a log line. Each has few values, all of them words of the
/// program: never a reference, a name or an address. Whatever has another name is taken out before it leaves.
/// </summary>
public static class Attributes
{
    public const string Kind = "diversion.stream.kind";
    public const string Command = "diversion.command.name";
    public const string Outcome = "diversion.outcome";
    public const string Destination = "diversion.destination";
    public const string MessageState = "diversion.message.state";
    public const string Feed = "diversion.feed.name";
    public const string Function = "faas.name";
    public const string Operation = "db.operation.name";
    public const string Table = "db.collection.name";

    /// <summary>The type of an exception, without its message.</summary>
    public const string Error = "error.type";

    /// <summary>Of spans and measurements.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Kind, Command, Outcome, Destination, MessageState, Feed, Function, Operation, Table, Error,

        // What the framework says of a request: its route is the template, not the address.
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version",

        // What the framework says of the process.
        "gc.heap.generation", "cpu.mode", "dotnet.gc.heap.generation",
    ];
}
