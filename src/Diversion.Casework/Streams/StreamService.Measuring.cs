using System.Diagnostics;
using Diversion.Casework.Telemetry;

namespace Diversion.Casework.Streams;

/// <content>What a command took, and how it ended: by its name, never by whose stream it is.</content>
public abstract partial class StreamService<TId, TState, TCommand, TEvent>
{
    private async ValueTask<Outcome<TState>> Measured(IReadOnlyList<TCommand> commands, Func<ValueTask<Outcome<TState>>> execute)
    {
        var name = EntryOf(commands[0]).Name;
        var started = Stopwatch.GetTimestamp();
        using var span = Instruments.Spans.StartActivity($"{kind.Name} {name}");
        var outcome = "failed";
        string? error = null;
        try
        {
            var answer = await execute();
            outcome = NameOf(answer);
            return answer;
        }
        catch (Exception fault)
        {
            error = fault.GetType().Name;
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            foreach (var command in commands)
            {
                var tags = new TagList { { Attributes.Kind, kind.Name }, { Attributes.Command, EntryOf(command).Name }, { Attributes.Outcome, outcome } };
                if (error is not null)
                {
                    tags.Add(Attributes.Error, error);
                }

                Instruments.Commands.Record(seconds, tags);
            }

            span?.SetTag(Attributes.Kind, kind.Name).SetTag(Attributes.Command, name).SetTag(Attributes.Outcome, outcome).SetTag(Attributes.Error, error);
        }
    }

    private static string NameOf(Outcome<TState> outcome) => outcome switch
    {
        Outcome<TState>.Accepted => "accepted",
        Outcome<TState>.Unchanged => "unchanged",
        Outcome<TState>.Stale => "stale",
        _ => "refused",
    };
}
