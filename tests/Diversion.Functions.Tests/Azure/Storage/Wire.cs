using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>The connection between one process and the store: it counts requests and can be cut, or held, at any of them.</summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private readonly List<string> sent = [];
    private Func<int, HttpMessage, Fate> rule = (_, _) => Fate.Arrives;

    internal enum Fate
    {
        Arrives,

        /// <summary>The process dies before the request is sent.</summary>
        DiesBefore,

        /// <summary>The process dies before the answer arrives.</summary>
        DiesAfter,

        /// <summary>The request does not arrive; the process lives.</summary>
        Lost,

        /// <summary>The answer does not arrive; the process lives.</summary>
        AnswerLost,
    }

    public int Requests => sent.Count;

    public IReadOnlyList<string> Sent => sent;

    /// <summary>Awaited before each request is sent.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <param name="fate">For the n-th request from now, n from 1.</param>
    public void From(Func<int, Fate> fate) => From((n, _) => fate(n));

    public void From(Func<int, HttpMessage, Fate> fate)
    {
        sent.Clear();
        rule = fate;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        int n;
        lock (sent)
        {
            sent.Add($"{message.Request.Method} {message.Request.Uri.Path}");
            n = sent.Count;
        }

        await Before(n);
        var fate = rule(n, message);
        if (fate is Fate.DiesBefore)
        {
            throw new ProcessDiedException();
        }

        if (fate is Fate.Lost)
        {
            throw new RequestFailedException("lost");
        }

        await ProcessNextAsync(message, pipeline);
        if (fate is Fate.DiesAfter)
        {
            throw new ProcessDiedException();
        }

        if (fate is Fate.AnswerLost)
        {
            message.Response.Dispose();
            throw new RequestFailedException("lost");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here is called without await.");
}

/// <summary>Not an exception that the store may catch: after it, the process does nothing any more.</summary>
internal sealed class ProcessDiedException : Exception;
