using System.Diagnostics;
using Diversion.Casework.Agreements;
using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Diversion.Casework.Telemetry;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Functions.WakeUps;

/// <summary>
/// Wakes a stream that is overdue. An agreement has workflows, which do the work. Streams of other kinds have deadlines in
/// days and no workflow: their time passes here, and their messages are delivered.
/// </summary>
public sealed partial class StreamWakeUps(
    WorkflowWakeUps workflows, StreamServices services, OutboxDelivery delivery, IClock clock, ILogger<StreamWakeUps> log)
{
    public async Task Wake(StreamId stream, CancellationToken cancellation)
    {
        if (stream.Kind == AgreementKind.Instance)
        {
            await workflows.StartOrNudge(new AgreementId(stream.Id), cancellation);
            return;
        }

        try
        {
            while (await services.Of(stream).PassTime(stream.Id, clock.GetCurrentInstant(), cancellation))
            {
            }

            await delivery.RunFor(stream, clock.GetCurrentInstant(), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogBroken(stream.ToString(), fault.GetType().Name);
            Instruments.WorkflowFailures.Add(1, new TagList { { Attributes.Kind, stream.Kind.Name }, { Attributes.Error, fault.GetType().Name } });
        }
    }

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "Time did not pass on {Stream} ({Fault}). The next sweep tries again; should this go on, run `verify`.")]
    private partial void LogBroken(string stream, string fault);
}
