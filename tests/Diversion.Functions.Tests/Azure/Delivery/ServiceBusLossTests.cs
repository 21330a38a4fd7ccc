using Diversion.Casework.Delivery;
using Diversion.Functions.Tests.Azure.Delivery.Bus;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>Links, connections and answers that are lost in the middle of a send.</summary>
public sealed class ServiceBusLossTests : IDisposable
{
    private readonly BusPeer bus = new();

    public static TheoryData<string> Losses => ["link, before it was taken", "link, after it was taken", "connection, before it was taken", "connection, after it was taken"];

    public void Dispose() => bus.Dispose();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task The_client_bridges_a_short_outage_and_the_topic_drops_what_it_had(string what)
    {
        await using var publishing = Publishing.With(bus);
        bus.Rule = (n, _) => n == 1 ? Loss(what) : new Verdict.Takes();

        await publishing.Publish(Given.Notice());

        Assert.Equal(2, bus.Transfers.Count);
        Assert.Equal("DV-7K3M9-2QX4P.12.1", Assert.Single(bus.Kept).Id);
        Assert.Equal(what.Contains("after", StringComparison.Ordinal) ? 1 : 0, bus.Repeats);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_was_not_confirmed_is_never_told_sent_and_the_next_try_is(string what)
    {
        await using var publishing = Publishing.Impatiently(bus);
        bus.Rule = (n, _) => n == 1 ? Loss(what) : new Verdict.Takes();

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await publishing.Publish(Given.Notice()));
        Assert.Contains("it is tried again", failed.Message, StringComparison.Ordinal);
        await publishing.Publish(Given.Notice());

        Assert.Equal("DV-7K3M9-2QX4P.12.1", Assert.Single(bus.Kept).Id);
    }

    [Fact]
    public async Task A_batch_that_is_lost_is_lost_for_each_and_sent_again_for_each()
    {
        await using var publishing = Publishing.Impatiently(bus);
        bus.Rule = (n, _) => n == 2 ? new Verdict.LosesConnection(Kept: true) : new Verdict.Takes();

        var calls = Enumerable.Range(1, 20).Select(n => publishing.Publish(Given.Notice(n)).AsTask()).ToArray();
        await calls[0];
        foreach (var call in calls[1..])
        {
            await Assert.ThrowsAsync<DeliveryFailedException>(() => call);
        }

        await Task.WhenAll(Enumerable.Range(2, 19).Select(n => publishing.Publish(Given.Notice(n)).AsTask()));

        Assert.Equal(20, bus.Kept.Count);
        Assert.Equal(19, bus.Repeats);
    }

    [Fact]
    public async Task An_answer_that_never_comes_ends_in_another_try()
    {
        await using var publishing = Publishing.Impatiently(bus, retries: 1, TimeSpan.FromSeconds(3));
        bus.Rule = (n, _) => n == 2 ? new Verdict.SaysNothing() : new Verdict.Takes();
        await publishing.Publish(Given.Notice(1));

        await publishing.Publish(Given.Notice(2));

        Assert.Equal(3, bus.Transfers.Count);
        Assert.Equal(2, bus.Kept.Count);
        Assert.Equal(1, bus.Repeats);
    }

    /// <summary>The client waits ten seconds of its own accord.</summary>
    [Fact]
    public async Task A_bus_that_was_busy_is_asked_again_later()
    {
        await using var publishing = Publishing.With(bus);
        bus.Rule = (n, _) => n == 1 ? new Verdict.Refuses("com.microsoft:server-busy") : new Verdict.Takes();

        await publishing.Publish(Given.Notice());

        Assert.Equal(2, bus.Transfers.Count);
        Assert.Single(bus.Kept);
    }

    private static Verdict Loss(string what)
    {
        var kept = what.Contains("after", StringComparison.Ordinal);
        return what.StartsWith("link", StringComparison.Ordinal) ? new Verdict.LosesLink(kept) : new Verdict.LosesConnection(kept);
    }
}
