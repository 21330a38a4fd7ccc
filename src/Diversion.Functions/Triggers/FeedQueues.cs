using Azure.Messaging.ServiceBus;
using Diversion.Casework.Feeds;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Triggers;

/// <summary>
/// The queues that other systems write to. Completing is on the attribute: host.json's word does not reach the isolated
/// worker. What throws is delivered again, five times in all (a setting of the queue).
/// </summary>
public sealed class FeedQueues(FeedMessages messages, FeedIntake intake, TaskHub hub)
{
    public const string TagEvents = "tag-events";
    public const string CustodyNotices = "custody-notices";

    /// <summary>The app setting, or group of settings, that says where the queues are.</summary>
    public const string Connection = "ServiceBus";

    [Function(nameof(TagEvents))]
    public Task TakeTagEvents(
        [ServiceBusTrigger(TagEvents, Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions settle,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        hub.Meet(client);
        return messages.Take(TagEvents, message, intake.TagEvents, settle, cancellation);
    }

    [Function(nameof(CustodyNotices))]
    public Task TakeCustodyNotices(
        [ServiceBusTrigger(CustodyNotices, Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions settle,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        hub.Meet(client);
        return messages.Take(CustodyNotices, message, intake.CustodyNotices, settle, cancellation);
    }
}
