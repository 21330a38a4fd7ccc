using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Diversion.Casework.Telemetry;

/// <summary>
/// Everything that Diversion measures, in one place; the alerts of <c>infra-bicep</c> and the dashboard of <c>samples</c> use
/// these names. Nobody listens unless a host exports: then an instrument costs one check. No attribute says anything of a
/// case or a person (<see cref="Attributes"/>).
/// </summary>
public static class Instruments
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "Diversion";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>By kind of stream, command and outcome.</summary>
    public static Histogram<double> Commands { get; } = Times("diversion.command.duration", "How long a command took, from request to durable answer.");

    /// <summary>By operation and table, as the semantic conventions name it.</summary>
    public static Histogram<double> Store { get; } = Times("db.client.operation.duration", "How long the store took to answer.");

    /// <summary>By destination and outcome.</summary>
    public static Histogram<double> Deliveries { get; } = Times("diversion.delivery.duration", "How long one try took to deliver a mail, a text or a notice.");

    /// <summary>By function and outcome; Azure only.</summary>
    public static Histogram<double> Functions { get; } = Times("faas.invoke_duration", "How long a function ran that a timer, a queue or a workflow started.");

    /// <summary>By kind of stream.</summary>
    public static Counter<long> WorkflowFailures { get; } =
        Meter.CreateCounter<long>("diversion.workflow.failures", "{failure}", "Times that what was due could not be done.");

    public static Gauge<long> LateStreams { get; } = Meter.CreateGauge<long>("diversion.due.late", "{stream}", "Cases and others on which something is overdue.");

    public static Gauge<double> Lateness { get; } = Meter.CreateGauge<double>("diversion.due.lateness", "s", "How long ago the oldest overdue moment was; 0 when nothing is overdue.");

    /// <summary>By state of the message.</summary>
    public static Gauge<long> OutboxMessages { get; } = Meter.CreateGauge<long>("diversion.outbox.messages", "{message}", "Messages that are not delivered yet.");

    public static Gauge<double> OutboxAge { get; } = Meter.CreateGauge<double>("diversion.outbox.age", "s", "Time since the first try of the oldest message that is not delivered yet; 0 when none is.");

    /// <summary>By feed and outcome.</summary>
    public static Counter<long> FeedItems { get; } = Meter.CreateCounter<long>("diversion.feed.items", "{item}", "Items that connected systems sent.");

    /// <summary>By feed, where items say when they occurred.</summary>
    public static Histogram<double> FeedLag { get; } = Meter.CreateHistogram(
        "diversion.feed.lag", "s", "From when something occurred to when its item was processed.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10, 60, 300, 900, 3_600, 14_400, 86_400] });

    /// <summary>By feed; only of those that ever sent something.</summary>
    public static Gauge<double> FeedAge { get; } = Meter.CreateGauge<double>("diversion.feed.age", "s", "Time since the feed's last batch.");

    /// <summary>By feed.</summary>
    public static Gauge<long> FeedFaults { get; } = Meter.CreateGauge<long>("diversion.feed.faults", "{item}", "Items that could not be recorded and that no lead has dealt with.");

    /// <summary>One machine only.</summary>
    public static Gauge<long> DiskFree { get; } = Meter.CreateGauge<long>("diversion.disk.free", "By", "Free space on the disk of the data folder.");

    private static Histogram<double> Times(string name, string description) => Meter.CreateHistogram(
        name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
}
