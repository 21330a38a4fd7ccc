using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Keeps what is logged, to search for what must not be in it.</summary>
internal sealed class CollectingLog
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public void Add(LogLevel level, EventId id, string message, Exception? exception) => Lines.Enqueue($"{level} {id.Id} {message} {exception}");
}
