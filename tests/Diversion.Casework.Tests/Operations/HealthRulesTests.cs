using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Casework.Operations;
using Diversion.Casework.Storage;
using Diversion.Casework.Telemetry;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Tests.Operations;

public sealed class HealthRulesTests
{
    private const long Gigabyte = 1L << 30;

    private static readonly SystemMeasures Sound = new(
        Duration.FromMilliseconds(3),
        new DueMeasures(0, Duration.Zero),
        new OutboxMeasures(0, 0, 0, Duration.Zero),
        [new FeedMeasures(FeedLog.TagEvents, Duration.FromMinutes(5), 0), new FeedMeasures(FeedLog.CustodyNotices, null, 0)],
        new DiskMeasures(40 * Gigabyte, 100 * Gigabyte));

    [Fact]
    public void What_works_has_nothing_to_do()
    {
        var parts = HealthRules.Of(Sound);

        Assert.Equal(["store", "clock", "delivery", "feeds", "disk"], parts.Select(part => part.Name));
        Assert.All(parts, part => Assert.True(part is { State: PartState.Working, ToDo: null }, part.Says));
        Assert.Equal(PartState.Working, SystemHealth.Of(parts, []).State);
        Assert.DoesNotContain(HealthRules.Of(Sound with { Disk = null }), part => part.Name == "disk");
    }

    public static TheoryData<string, SystemMeasures, PartState, string> Faults => new()
    {
        { "store", Sound with { StoreTook = Duration.FromSeconds(2.5) }, PartState.Attention, "It took 2.5 s to answer." },
        { "clock", Sound with { Due = new(3, Duration.FromSeconds(40)) }, PartState.Working, "3 cases or other records have just fallen due." },
        { "clock", Sound with { Due = new(1, Duration.FromMinutes(12)) }, PartState.Attention, "1 case or other record has something overdue, the oldest since 12 minutes." },
        { "clock", Sound with { Due = new(9, Duration.FromHours(5)) }, PartState.Failing, "9 cases or other records have something overdue, the oldest since 5 hours." },
        { "delivery", Sound with { Outbox = new(0, 0, 2, Duration.Zero) }, PartState.Working, "Nothing waits; 2 messages are for later." },
        { "delivery", Sound with { Outbox = new(1, 0, 0, Duration.FromSeconds(5)) }, PartState.Working, "1 message waits, 0 of them after a failed try, the oldest since 5 seconds." },
        { "delivery", Sound with { Outbox = new(0, 4, 0, Duration.FromMinutes(45)) }, PartState.Attention, "4 messages wait, 4 of them after a failed try, the oldest since 45 minutes." },
        { "delivery", Sound with { Outbox = new(2, 4, 0, Duration.FromDays(1.5)) }, PartState.Failing, "6 messages wait, 4 of them after a failed try, the oldest since 36 hours." },
        { "feeds", Sound with { Feeds = [new(FeedLog.TagEvents, Duration.FromDays(3), 0)] }, PartState.Attention, "Tag events: last batch 3 days ago." },
        { "feeds", Sound with { Feeds = [new(FeedLog.CustodyNotices, Duration.FromHours(1), 7)] }, PartState.Attention, "Custody notices: last batch 60 minutes ago, 7 not recorded." },
        { "disk", Sound with { Disk = new(4 * Gigabyte, 100 * Gigabyte) }, PartState.Attention, "4.0 GB of 100.0 GB are free." },
        { "disk", Sound with { Disk = new(Gigabyte / 2, 100 * Gigabyte) }, PartState.Failing, "0.5 GB of 100.0 GB are free." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_seen_in_its_part_with_what_to_do(string name, SystemMeasures measures, PartState state, string says)
    {
        var part = HealthRules.Of(measures).Single(part => part.Name == name);

        Assert.Equal((state, says), (part.State, part.Says));
        Assert.Equal(state == PartState.Working, part.ToDo is null);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_part_that_fails()
    {
        var store = new UnavailableStore();
        var query = new SystemHealthQuery(new SystemMeasuring(store, new FeedLog(store), new NoDataDisk(), NodaTime.SystemClock.Instance), new NoDataDisk());

        var health = Assert.IsType<Reply<SystemHealth>.Given>(await query.Of(CaseworkUnderTest.Lead)).Value;
        Assert.Equal((PartState.Failing, UnavailableStore.Advice), (health.State, Assert.Single(health.Parts).Says));
        Assert.Empty(health.Figures);
        Assert.IsType<Reply<SystemHealth>.Refused>(await query.Of(CaseworkUnderTest.Officer));
    }

    [Fact]
    public void Each_measure_has_the_name_of_its_metric()
    {
        var figures = SystemMeasuring.FiguresOf(Sound);

        Assert.Contains(new SystemFigure(Instruments.Lateness.Name, null, 0, "s"), figures);
        Assert.Contains(new SystemFigure(Instruments.FeedAge.Name, FeedLog.TagEvents, 300, "s"), figures);
        Assert.DoesNotContain(figures, figure => figure.Metric == Instruments.FeedAge.Name && figure.Of == FeedLog.CustodyNotices);
        Assert.Contains(new SystemFigure(Instruments.DiskFree.Name, null, 40 * Gigabyte, "By"), figures);
    }
}
