using Diversion.Functions.Tests.Azure.Delivery.Bus;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>The real outbox, our publisher and the real client: nothing is lost, nothing is told wrong.</summary>
public sealed class ServiceBusOutboxTests : IDisposable
{
    private readonly BusPeer bus = new();

    public void Dispose() => bus.Dispose();

    [Fact]
    public async Task Through_every_kind_of_loss_each_notice_reaches_the_topic_once()
    {
        await using var publishing = Publishing.Impatiently(bus);
        using var outbox = new Outbox(publisher: publishing);
        var seen = new Dictionary<string, int>();
        var taken = 0;
        bus.Rule = (_, messages) =>
        {
            foreach (var message in messages)
            {
                seen[message.Id] = seen.GetValueOrDefault(message.Id) + 1;
            }

            Verdict verdict = messages.Min(message => seen[message.Id]) switch
            {
                1 => new Verdict.LosesConnection(Kept: true),
                2 => new Verdict.LosesLink(Kept: false),
                3 => new Verdict.Refuses("amqp:internal-error"),
                _ => new Verdict.Takes(),
            };
            taken += verdict is Verdict.Takes or Verdict.LosesConnection ? messages.Length : 0;
            return verdict;
        };
        await outbox.Refer(60);

        await outbox.Delivery.Run(Outbox.Start);
        var first = await outbox.All("notice");
        await outbox.RunToTheEnd();

        // After the first round everything had reached the topic, and nothing had been confirmed.
        Assert.Equal(120, first.Count);
        Assert.All(first, notice => Assert.Equal(("Waiting", 1), (notice.Status, notice.Tries)));
        var sent = await outbox.All("notice");
        Assert.All(sent, notice => Assert.Equal("Sent", notice.Status));
        Assert.Equal(sent.Select(notice => notice.Id).Order(), bus.Kept.Select(message => message.Id).Order());

        // A try that began while the connection was being lost may have ended before it reached the topic.
        Assert.All(sent, notice => Assert.InRange(notice.Tries, seen[notice.Id], 8));
        Assert.Equal(taken - sent.Count, bus.Repeats);
        Assert.Empty(await outbox.Alerts());
    }

    [Fact]
    public async Task A_topic_that_is_never_made_is_told_to_a_lead_after_eight_tries_and_no_notice_counts_as_sent()
    {
        await using var publishing = Publishing.Impatiently(bus);
        using var outbox = new Outbox(publisher: publishing);
        bus.LinkRefusal = "amqp:not-found";
        await outbox.Refer(1);

        await outbox.RunToTheEnd();

        var notices = await outbox.All("notice");
        Assert.Equal(2, notices.Count);
        Assert.All(notices, notice =>
        {
            Assert.Equal(("GivenUp", 8), (notice.Status, notice.Tries));
            Assert.Contains("The topic agreement-events at 127.0.0.1 does not exist.", notice.Fault, StringComparison.Ordinal);
        });
        Assert.Contains("MessageUndelivered", await outbox.Alerts());
        Assert.Empty(bus.Kept);
    }
}
