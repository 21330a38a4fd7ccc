using Azure.Messaging.ServiceBus;
using Diversion.Casework.Feeds;
using Diversion.Functions.ServiceBus;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Triggers;

/// <summary>
/// The queues that other systems write to. Each trigger says that we settle messages ourselves: the setting in host.json
/// does not reach the isolated worker. A message whose function throws is delivered again, five times in all (a setting of
/// the queue).
/// </summary>
public sealed partial class FeedQueues(FeedMessages messages, FeedIntake intake, IMessageSettlement settlement, TaskHub hub, ILogger<FeedQueues> log)
{
    public const string TagEvents = "tag-events";
    public const string CustodyNotices = "custody-notices";

    /// <summary>The app setting, or group of settings, that says where the queues are.</summary>
    public const string Connection = "ServiceBus";

    [Function("TagEvents")]
    public Task TakeTagEvents(
        [ServiceBusTrigger(TagEvents, Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => Take(TagEvents, message, intake.TagEvents, client, cancellation);

    [Function("CustodyNotices")]
    public Task TakeCustodyNotices(
        [ServiceBusTrigger(CustodyNotices, Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => Take(CustodyNotices, message, intake.CustodyNotices, client, cancellation);

    private async Task Take(
        string feed,
        ServiceBusReceivedMessage message,
        FeedMessages.Intake take,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        hub.Meet(client);
        if (await messages.Take(feed, message.Body, take, cancellation) is FeedVerdict.Buried buried)
        {
            await settlement.DeadLetter(message, buried.Code, buried.Description, cancellation);
            LogBuried(feed, buried.Code);
        }
        else
        {
            await settlement.Complete(message, cancellation);
        }
    }

    [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "Feed message dead-lettered: {Feed}, {Code}. Look at the queue's dead letters; mended, it can be sent again.")]
    private partial void LogBuried(string feed, string code);
}
