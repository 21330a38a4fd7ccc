using Azure.Messaging.ServiceBus;
using Diversion.Casework.Storage;
using Diversion.Functions.ServiceBus;
using Diversion.Functions.Tests.Hosting;
using Diversion.Functions.Triggers;
using Diversion.Functions.WakeUps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Diversion.Functions.Tests.Triggers;

public sealed class FeedQueuesTests
{
    private readonly Mock<IMessageSettlement> settle = new(MockBehavior.Strict);
    private readonly Mock<DurableTaskClient> client = new("test");

    [Fact]
    public async Task A_message_that_is_taken_is_completed()
    {
        var message = Message("""{"items":[]}""");
        settle.Setup(settlement => settlement.Complete(message, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), settlement: settle.Object);

        await Take(app, queues => queues.TakeTagEvents(message, client.Object, CancellationToken.None));

        settle.VerifyAll();
        Assert.Same(client.Object, app.Services.GetRequiredService<TaskHub>().Client);
    }

    [Theory]
    [InlineData("""{"agreement":"DV-7K3M9-2QX4P","id":"n1","kind":"arrest","occurredOn":"2026-03-03"}""", "1 of 1 items refused, by place in the message: 0 ")]
    [InlineData("""{"agreement":"DV-7K3M9-2QX4P","id":"n1","kind":"arrest","position":"54.7,-1.5"}""", "1 of 1 items refused, by place in the message: 0 item-malformed")]
    public async Task A_message_that_never_can_be_taken_goes_to_the_dead_letters_with_its_codes(string body, string description)
    {
        var message = Message(body);
        string? code = null, told = null;
        settle
            .Setup(settlement => settlement.DeadLetter(message, It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((ServiceBusReceivedMessage _, string reason, string text, CancellationToken _) => (code, told) = (reason, text))
            .Returns(Task.CompletedTask);
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), settlement: settle.Object);

        await Take(app, queues => queues.TakeCustodyNotices(message, client.Object, CancellationToken.None));

        Assert.StartsWith(description, told, StringComparison.Ordinal);
        Assert.EndsWith(code!, told, StringComparison.Ordinal);
        Assert.DoesNotContain("DV-", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_we_cannot_settle_is_left_to_the_queue()
    {
        var broken = new Mock<ITableStore>();
        broken
            .Setup(store => store.Get(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Throws(new InvalidOperationException("a fault of ours"));
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), broken.Object, settle.Object);
        var message = Message("""{"agreement":"DV-7K3M9-2QX4P","id":"n1","kind":"arrest","occurredOn":"2026-03-03"}""");

        await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => Take(app, queues => queues.TakeCustodyNotices(message, client.Object, CancellationToken.None)));
    }

    [Theory]
    [InlineData(nameof(FeedQueues.TakeTagEvents), "tag-events")]
    [InlineData(nameof(FeedQueues.TakeCustodyNotices), "custody-notices")]
    public void Each_trigger_says_that_we_settle_ourselves(string method, string queue)
    {
        var trigger = (ServiceBusTriggerAttribute)typeof(FeedQueues).GetMethod(method)!.GetParameters()[0].GetCustomAttributes(typeof(ServiceBusTriggerAttribute), false).Single();
        Assert.Equal((queue, "ServiceBus", false), (trigger.QueueName, trigger.Connection, trigger.AutoCompleteMessages));
    }

    private static ServiceBusReceivedMessage Message(string body) => ServiceBusModelFactory.ServiceBusReceivedMessage(body: BinaryData.FromString(body));

    private static async Task Take(WorkerApp app, Func<FeedQueues, Task> take)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await take(scope.ServiceProvider.GetRequiredService<FeedQueues>());
    }
}
