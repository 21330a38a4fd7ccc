using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Storage;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Delivery;

/// <summary>The store fails, or somebody else writes to it, while a message is under way.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private readonly CommitHook store = new(new InMemoryTableStore());
    private readonly CaseworkUnderTest casework;

    public StoreFaultTests() => casework = new CaseworkUnderTest(store);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task While_the_store_takes_nothing_a_message_is_sent_once()
    {
        await casework.Done(Officer, Referral());
        store.Before = () => throw new StorageUnavailableException("The disk is full.");
        for (var tries = 0; tries < 5; tries++)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => casework.Delivery.Run(casework.Now));
        }

        store.Before = null;
        await casework.Delivery.Run(casework.Now);

        Assert.NotEmpty(casework.Delivered);
        Assert.Equal(casework.Delivered.Distinct(), casework.Delivered);
        Assert.Null(await casework.Delivery.Earliest());
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task A_failed_try_is_counted_even_if_it_is_stored_later()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.", retryAfter: TimeSpan.FromHours(3));
        store.Before = () => throw new StorageUnavailableException("The disk is full.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => casework.Delivery.Run(casework.Now));

        (store.Before, casework.DeliveryFault) = (null, null);
        await casework.Delivery.Run(casework.Now);

        Assert.All(await Statuses(), row => Assert.True(row is { Status: nameof(DeliveryStatus.Waiting), Tries: 1 } or { Status: nameof(DeliveryStatus.Sent) }));
        Assert.Contains(await Statuses(), row => row.Status == nameof(DeliveryStatus.Waiting));
    }

    [Fact]
    public async Task What_another_process_stored_of_a_message_is_not_overwritten_by_a_failed_try()
    {
        await casework.Done(Officer, Referral());
        var other = new OutboxDelivery(store, casework.Services, new MailRenderer(), new Taken(), new Taken(), NullLogger<OutboxDelivery>.Instance);
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        store.Before = () =>
        {
            store.Before = null;
            return other.Run(casework.Now);
        };

        await casework.Delivery.Run(casework.Now);

        Assert.All(await Statuses(), row => Assert.Equal(nameof(DeliveryStatus.Sent), row.Status));
        await casework.Delivery.Run(casework.Now + Duration.FromMinutes(1));
        Assert.Null(await casework.Delivery.Earliest());
    }

    [Fact]
    public async Task A_message_that_was_deleted_while_it_was_sent_is_not_written_again()
    {
        await casework.Done(Officer, Referral());
        store.Before = async () =>
        {
            store.Before = null;
            foreach (var row in await Messages())
            {
                await store.Commit(new TableTransaction(Tables.Agreements, Id.Value, [new RowChange.Delete(row.Row)]), []);
            }
        };

        await casework.Delivery.Run(casework.Now);

        Assert.NotEmpty(casework.Delivered);
        Assert.Empty(await Messages());
        Assert.Null(await casework.Delivery.Earliest());
    }

    private async Task<List<TableRow>> Messages() => [.. (await casework.Rows(Tables.Agreements)).Where(row => row.Row.StartsWith("o:", StringComparison.Ordinal))];

    private async Task<IEnumerable<(string Status, long Tries)>> Statuses() => (await Messages()).Select(row => (row.Text("status"), row.Number("tries")));

    private sealed class Taken : IMailer, IPublisher
    {
        public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default) => ValueTask.CompletedTask;

        public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => ValueTask.CompletedTask;
    }
}
