using Diversion.Casework.Delivery;
using Diversion.Casework.Feeds;
using Diversion.Casework.Operations;
using Diversion.Casework.Telemetry;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Telemetry;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Operations;

public sealed class SystemMeasuringTests : IDisposable, IClock, IDataDisk
{
    private readonly CaseworkUnderTest casework = new();
    private readonly SystemMeasuring measuring;

    public SystemMeasuringTests() => measuring = new SystemMeasuring(casework.Store, new FeedLog(casework.Store), this, this);

    public void Dispose() => casework.Dispose();

    public Instant GetCurrentInstant() => casework.Now;

    public DiskMeasures Measure() => new(5, 10);

    [Fact]
    public async Task An_empty_programme_has_nothing_late_and_nothing_waiting()
    {
        var measures = await measuring.Take();

        Assert.Equal(new DueMeasures(0, Duration.Zero), measures.Due);
        Assert.Equal(new OutboxMeasures(0, 0, 0, Duration.Zero), measures.Outbox);
        Assert.Equal([(FeedLog.TagEvents, null, 0), (FeedLog.CustodyNotices, (Duration?)null, 0)], measures.Feeds.Select(feed => (feed.Feed, feed.SinceLast, feed.Faults)));
        Assert.Equal(new DiskMeasures(5, 10), measures.Disk);
    }

    [Fact]
    public async Task What_nobody_woke_is_late_since_it_fell_due()
    {
        await casework.Done(Officer, Referral());
        var due = (await casework.Sweep.Earliest())!.Value;

        casework.Now = due - Duration.FromSeconds(1);
        Assert.Equal(0, (await measuring.Take()).Due.Late);
        casework.Now = due + Duration.FromMinutes(7);
        Assert.Equal(new DueMeasures(1, Duration.FromMinutes(7)), (await measuring.Take()).Due);

        await casework.Sweep.Run(casework.Now);
        Assert.Equal(0, (await measuring.Take()).Due.Late);
    }

    [Fact]
    public async Task A_message_that_fails_ages_from_its_first_try()
    {
        await casework.Done(Officer, Referral());
        var first = (await measuring.Take()).Outbox;
        Assert.True(first is { Waiting: > 0, Retrying: 0 });

        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        await casework.Delivery.Run(casework.Now);
        casework.Now += Duration.FromMinutes(1);
        await casework.Delivery.Run(casework.Now);
        casework.Now += Duration.FromMinutes(2);

        Assert.Equal(new OutboxMeasures(0, first.Waiting, first.Scheduled, Duration.FromMinutes(3)), (await measuring.Take()).Outbox);
    }

    [Fact]
    public async Task A_feed_ages_from_its_last_batch_and_its_faults_are_counted()
    {
        var feeds = new FeedLog(casework.Store);
        await feeds.Keep(FeedLog.TagEvents, [new ItemResult(0, "a", ItemOutcome.Refused, "code", "why")], _ => null, casework.Now);
        casework.Now += Duration.FromHours(2);

        Assert.Equal(new FeedMeasures(FeedLog.TagEvents, Duration.FromHours(2), 1), (await measuring.Take()).Feeds[0]);
    }

    [Fact]
    public async Task The_same_is_recorded_for_whoever_listens()
    {
        using var listening = new Listening();
        await casework.Done(Officer, Referral());
        casework.Now = (await casework.Sweep.Earliest())!.Value + Duration.FromSeconds(30);

        await measuring.Record();

        Assert.Equal(1, listening.Of(Instruments.LateStreams).Single().Value);
        Assert.Equal(30, listening.Of(Instruments.Lateness).Single().Value);
        Assert.Equal(["waiting", "retrying", "scheduled"], listening.Of(Instruments.OutboxMessages).Select(one => one.Tags));
        Assert.True(listening.Of(Instruments.OutboxAge).Single().Value > 0);
        Assert.Equal(5, listening.Of(Instruments.DiskFree).Single().Value);
    }
}
