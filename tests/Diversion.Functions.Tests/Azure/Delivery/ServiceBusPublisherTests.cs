using System.Text.Json;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Diversion.Casework.Delivery;
using Diversion.Functions.Azure.Delivery;
using Moq;

namespace Diversion.Functions.Tests.Azure.Delivery;

public sealed class ServiceBusPublisherTests : IDisposable
{
    private readonly Mock<ServiceBusSender> sender = new(MockBehavior.Strict);
    private readonly List<ServiceBusMessage[]> sent = [];
    private readonly ServiceBusPublisher publisher;

    public ServiceBusPublisherTests()
    {
        sender.SetupGet(s => s.EntityPath).Returns("agreement-events");
        sender.SetupGet(s => s.FullyQualifiedNamespace).Returns("durham.servicebus.windows.net");
        publisher = new ServiceBusPublisher(sender.Object, Given.Programme);
    }

    public void Dispose() => publisher.Dispose();

    [Fact]
    public async Task A_notice_is_sent_as_a_CloudEvent_under_its_own_id()
    {
        Answer(_ => Task.CompletedTask);

        await publisher.Publish(Given.Notice());

        var message = Assert.Single(Assert.Single(sent));
        Assert.Equal("DV-7K3M9-2QX4P.12.1", message.MessageId);
        Assert.Equal("uk.diversion.agreement.signed.v1", message.Subject);
        Assert.Equal("application/cloudevents+json", message.ContentType);
        Assert.Equal("DV-7K3M9-2QX4P", message.ApplicationProperties["agreement"]);
        using var json = JsonDocument.Parse(message.Body.ToMemory());
        Assert.Equal(
            """{"specversion":"1.0","id":"DV-7K3M9-2QX4P.12.1","source":"https://diversion.example.org","type":"uk.diversion.agreement.signed.v1","subject":"DV-7K3M9-2QX4P","time":"2026-11-23T09:00:00Z","datacontenttype":"application/json","data":{"termEnds":"2027-03-23T23:59:59Z"}}""",
            json.RootElement.GetRawText());
    }

    [Fact]
    public async Task Notices_that_come_while_one_is_sent_go_together()
    {
        var first = new TaskCompletionSource();
        Answer(messages => messages[0].MessageId.EndsWith(".1", StringComparison.Ordinal) ? first.Task : Task.CompletedTask);

        var calls = Enumerable.Range(1, 150).Select(n => publisher.Publish(Given.Notice(n)).AsTask()).ToArray();
        Assert.Single(sent);
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        first.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal([1, 100, 49], sent.Select(messages => messages.Length));
        Assert.Equal(150, sent.SelectMany(messages => messages).Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_failure_of_several_is_reported_to_each()
    {
        var first = new TaskCompletionSource();
        Answer(messages => messages.Length == 1
            ? first.Task
            : Task.FromException(new ServiceBusException(isTransient: true, "busy", "agreement-events", ServiceBusFailureReason.ServiceBusy)));

        var calls = Enumerable.Range(1, 4).Select(n => publisher.Publish(Given.Notice(n)).AsTask()).ToArray();
        first.SetResult();

        await calls[0];
        foreach (var call in calls[1..])
        {
            await Assert.ThrowsAsync<DeliveryFailedException>(() => call);
        }

        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public async Task Several_that_are_too_large_together_are_sent_alone_and_one_that_is_too_large_fails_alone()
    {
        var first = new TaskCompletionSource();
        Answer(messages => messages[0].MessageId.EndsWith(".1", StringComparison.Ordinal)
            ? first.Task
            : messages.Length > 1 || messages[0].MessageId.EndsWith(".3", StringComparison.Ordinal)
                ? Task.FromException(new ServiceBusException(isTransient: false, "size", null, ServiceBusFailureReason.MessageSizeExceeded))
                : Task.CompletedTask);

        var calls = Enumerable.Range(1, 4).Select(n => publisher.Publish(Given.Notice(n)).AsTask()).ToArray();
        first.SetResult();

        await calls[0];
        await calls[1];
        await calls[3];
        var told = await Assert.ThrowsAsync<DeliveryFailedException>(() => calls[2]);
        Assert.Contains("takes no message of this size", told.Message, StringComparison.Ordinal);
        Assert.Equal([1, 3, 1, 1, 1], sent.Select(messages => messages.Length));
    }

    [Fact]
    public async Task After_a_failure_the_next_one_is_sent()
    {
        var answers = new Queue<Task>([Task.FromException(new TimeoutException()), Task.CompletedTask]);
        Answer(_ => answers.Dequeue());

        await Assert.ThrowsAsync<DeliveryFailedException>(async () => await publisher.Publish(Given.Notice()));
        await publisher.Publish(Given.Notice());

        Assert.Equal(["DV-7K3M9-2QX4P.12.1", "DV-7K3M9-2QX4P.12.1"], sent.Select(messages => messages.Single().MessageId));
    }

    [Fact]
    public async Task A_caller_who_no_longer_waits_hears_of_it_at_once()
    {
        var first = new TaskCompletionSource();
        Answer(_ => first.Task);
        using var cancel = new CancellationTokenSource();

        var sending = publisher.Publish(Given.Notice(1)).AsTask();
        var given = publisher.Publish(Given.Notice(2), cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        first.SetResult();
        await sending;
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "not found", "The topic agreement-events at durham.servicebus.windows.net does not exist. Make it with duplicate detection" },
        { "disabled", "is disabled. Enable it again" },
        { "quota", "is full. See which subscription is not read" },
        { "busy", "does not take messages now; it is tried again" },
        { "timeout", "does not take messages now; it is tried again" },
        { "other", "refuses the message" },
        { "unauthorised", "Give its identity the role Azure Service Bus Data Sender" },
        { "no token", "No token for durham.servicebus.windows.net could be had" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_of_the_bus_says_what_to_do(string what, string told)
    {
        Exception fault = what switch
        {
            "not found" => new ServiceBusException(isTransient: false, "x", null, ServiceBusFailureReason.MessagingEntityNotFound),
            "disabled" => new ServiceBusException(isTransient: false, "x", null, ServiceBusFailureReason.MessagingEntityDisabled),
            "quota" => new ServiceBusException(isTransient: false, "x", null, ServiceBusFailureReason.QuotaExceeded),
            "busy" => new ServiceBusException(isTransient: true, "x", null, ServiceBusFailureReason.ServiceBusy),
            "timeout" => new TimeoutException(),
            "other" => new ServiceBusException(isTransient: false, "x"),
            "unauthorised" => new UnauthorizedAccessException(),
            _ => new AuthenticationFailedException("x"),
        };
        Answer(_ => Task.FromException(fault));

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await publisher.Publish(Given.Notice()));

        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.Same(fault, failed.InnerException);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_reported_as_an_outage()
    {
        Answer(_ => Task.FromException(new InvalidOperationException("a bug")));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await publisher.Publish(Given.Notice()));
    }

    private void Answer(Func<ServiceBusMessage[], Task> answer) => sender
        .Setup(s => s.SendMessagesAsync(It.IsAny<IEnumerable<ServiceBusMessage>>(), It.IsAny<CancellationToken>()))
        .Returns((IEnumerable<ServiceBusMessage> messages, CancellationToken _) =>
        {
            ServiceBusMessage[] together = [.. messages];
            sent.Add(together);
            return answer(together);
        });
}
