using System.Text;
using Diversion.Casework.Delivery;
using Diversion.Functions.Tests.Azure.Delivery.Bus;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>The real client and our publisher against a peer that speaks AMQP: what arrives, and what is said when it does not.</summary>
public sealed class ServiceBusWireTests : IDisposable
{
    private readonly BusPeer bus = new();

    public void Dispose() => bus.Dispose();

    [Fact]
    public async Task A_notice_arrives_under_its_id_with_its_type_and_as_a_CloudEvent()
    {
        await using var publishing = Publishing.With(bus);

        await publishing.Publish(Given.Notice());

        var message = Assert.Single(bus.Kept);
        Assert.Equal("DV-7K3M9-2QX4P.12.1", message.Id);
        Assert.Equal("uk.diversion.agreement.signed.v1", message.Subject);
        Assert.Equal("application/cloudevents+json", message.ContentType);
        Assert.Equal("DV-7K3M9-2QX4P", message.Agreement);
        Assert.Equal(
            """{"specversion":"1.0","id":"DV-7K3M9-2QX4P.12.1","source":"https://diversion.example.org","type":"uk.diversion.agreement.signed.v1","subject":"DV-7K3M9-2QX4P","time":"2026-11-23T09:00:00Z","datacontenttype":"application/json","data":{"termEnds":"2027-03-23T23:59:59Z"}}""",
            Encoding.UTF8.GetString(message.Body));
    }

    [Fact]
    public async Task Many_notices_at_once_go_in_batches_over_one_connection_and_none_is_missing()
    {
        await using var publishing = Publishing.With(bus);

        await PublishAll(publishing, 250);

        Assert.Equal([1, 100, 100, 49], bus.Transfers.Select(transfer => transfer.Length));
        Assert.Equal(Ids(250), bus.Kept.Select(message => message.Id));
        Assert.All(bus.Kept, message => Assert.Equal("application/cloudevents+json", message.ContentType));
        Assert.Equal(1, bus.Connections);
    }

    [Fact]
    public async Task The_same_notice_again_has_the_same_id_and_the_topic_drops_it()
    {
        await using var publishing = Publishing.With(bus);

        await publishing.Publish(Given.Notice());
        await publishing.Publish(Given.Notice());

        Assert.Equal(2, bus.Transfers.Count);
        Assert.Equal("DV-7K3M9-2QX4P.12.1", Assert.Single(bus.Kept).Id);
        Assert.Equal(1, bus.Repeats);
    }

    [Fact]
    public async Task What_is_too_large_together_is_sent_alone()
    {
        using var small = new BusPeer { Largest = 4_096 };
        await using var publishing = Publishing.With(small);

        await PublishAll(publishing, 30);

        Assert.Equal(Ids(30), small.Kept.Select(message => message.Id));
        Assert.All(small.Transfers, transfer => Assert.Single(transfer));
    }

    [Fact]
    public async Task What_is_too_large_alone_is_said_and_the_others_arrive()
    {
        using var small = new BusPeer { Largest = 4_096 };
        await using var publishing = Publishing.With(small);

        var calls = Enumerable.Range(1, 4)
            .Select(n => publishing.Publish(n == 3 ? Given.Notice(n) with { Data = new Dictionary<string, string> { ["large"] = new('x', 5_000) } } : Given.Notice(n)).AsTask())
            .ToArray();

        var told = await Assert.ThrowsAsync<DeliveryFailedException>(() => calls[2]);
        Assert.Contains("takes no message of this size", told.Message, StringComparison.Ordinal);
        await Task.WhenAll(calls[0], calls[1], calls[3]);
        Assert.Equal([.. Ids(2), "DV-7K3M9-2QX4P.12.4"], small.Kept.Select(message => message.Id));
    }

    [Theory]
    [InlineData("com.microsoft:server-busy", "does not take messages now; it is tried again.")]
    [InlineData("com.microsoft:timeout", "does not take messages now; it is tried again.")]
    [InlineData("amqp:internal-error", "does not take messages now; it is tried again.")]
    [InlineData("com.microsoft:entity-disabled", "is disabled. Enable it again in the portal")]
    [InlineData("amqp:not-found", "does not exist. Make it with duplicate detection")]
    [InlineData("amqp:resource-limit-exceeded", "is full. See which subscription is not read")]
    [InlineData("amqp:link:message-size-exceeded", "takes no message of this size")]
    [InlineData("amqp:unauthorized-access", "Give its identity the role Azure Service Bus Data Sender")]
    public async Task A_refused_message_is_told_with_what_to_do(string condition, string told)
    {
        bus.Rule = (_, _) => new Verdict.Refuses(condition);

        await IsTold(told);

        Assert.Single(bus.Transfers);
    }

    [Theory]
    [InlineData("com.microsoft:server-busy", "does not take messages now; it is tried again.")]
    [InlineData("com.microsoft:entity-disabled", "is disabled. Enable it again in the portal")]
    [InlineData("amqp:not-found", "does not exist. Make it with duplicate detection")]
    [InlineData("amqp:unauthorized-access", "Give its identity the role Azure Service Bus Data Sender")]
    public async Task A_topic_that_lets_nobody_in_is_told_with_what_to_do(string condition, string told)
    {
        bus.LinkRefusal = condition;

        await IsTold(told);

        Assert.Empty(bus.Transfers);
    }

    [Theory]
    [InlineData(401, "Give its identity the role Azure Service Bus Data Sender")]
    [InlineData(404, "does not exist. Make it with duplicate detection")]
    [InlineData(500, "does not take messages now; it is tried again.")]
    public async Task A_token_that_is_refused_is_told_with_what_to_do(int status, string told)
    {
        bus.TokenStatus = status;

        await IsTold(told);

        Assert.Empty(bus.Transfers);
    }

    [Fact]
    public async Task A_bus_that_is_not_there_is_told()
    {
        await using var publishing = Publishing.Impatiently(bus);
        bus.Dispose();

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await publishing.Publish(Given.Notice()));

        Assert.Contains("does not take messages now; it is tried again.", failed.Message, StringComparison.Ordinal);
    }

    private async Task IsTold(string told)
    {
        await using var publishing = Publishing.Impatiently(bus);

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await publishing.Publish(Given.Notice()));

        Assert.StartsWith("The topic agreement-events at 127.0.0.1 ", failed.Message, StringComparison.Ordinal);
        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.Empty(bus.Kept);
    }

    private static Task PublishAll(Publishing publishing, int count) =>
        Task.WhenAll(Enumerable.Range(1, count).Select(n => publishing.Publish(Given.Notice(n)).AsTask()));

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(n => $"DV-7K3M9-2QX4P.12.{n}");
}
