using System.Diagnostics;
using Diversion.Casework.Agreements;
using Diversion.Casework.Telemetry;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Diversion.Functions.Hosting;

/// <summary>Measures each function that a timer, a queue or a workflow starts. Requests are measured by the framework.</summary>
internal sealed class FunctionMeasuring : IFunctionsWorkerMiddleware
{
    private static readonly string[] Activities = [ActivityNames.AdvanceAgreement, ActivityNames.AdvanceTrack, ActivityNames.DeliverOutbox];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger")
            ? next(context)
            : Measured(context.FunctionDefinition.Name, () => next(context));

    internal static async Task Measured(string function, Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = Instruments.Spans.StartActivity(function, ActivityKind.Consumer);
        var tags = new TagList { { Attributes.Function, function } };
        try
        {
            await run();
            tags.Add(Attributes.Outcome, "done");
        }
        catch (Exception fault)
        {
            tags.Add(Attributes.Outcome, "failed");
            tags.Add(Attributes.Error, fault.GetType().Name);
            span?.SetStatus(ActivityStatusCode.Error);
            if (Activities.Contains(function))
            {
                Instruments.WorkflowFailures.Add(1, new TagList { { Attributes.Kind, AgreementKind.Instance.Name }, { Attributes.Error, fault.GetType().Name } });
            }

            throw;
        }
        finally
        {
            Instruments.Functions.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            span?.SetTag(Attributes.Function, function);
        }
    }
}
