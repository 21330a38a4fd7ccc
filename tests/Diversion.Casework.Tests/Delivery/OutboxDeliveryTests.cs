using Diversion.Casework.Delivery;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Delivery;

public sealed class OutboxDeliveryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task What_an_event_sends_is_delivered_once_and_then_forgotten_by_the_index()
    {
        await casework.Done(Officer, Referral());
        Assert.NotEmpty(await casework.Rows(Tables.Outbox));

        await casework.Delivery.Run(casework.Now);
        await casework.Delivery.Run(casework.Now);

        Assert.NotEmpty(casework.Delivered);
        Assert.Equal(casework.Delivered.Distinct(), casework.Delivered);
        Assert.Empty(await casework.Rows(Tables.Outbox));
        Assert.Null(await casework.Delivery.Earliest());
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task A_message_that_fails_keeps_its_place_and_is_tried_again_later()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        await casework.Delivery.Run(casework.Now);

        Assert.Equal(casework.Now + Duration.FromMinutes(1), await casework.Delivery.Earliest());
        Assert.Equal(0, await casework.Delivery.Run(casework.Now + Duration.FromSeconds(59)));
        Assert.Null((await Verification.Run(casework.Store)).Fault);

        casework.DeliveryFault = null;
        Assert.NotEqual(0, await casework.Delivery.Run(casework.Now + Duration.FromMinutes(1)));
        Assert.NotEmpty(casework.Delivered);
    }

    [Fact]
    public async Task The_receiver_may_ask_for_a_longer_wait()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("Too many.", retryAfter: TimeSpan.FromHours(3));

        await casework.Delivery.Run(casework.Now);

        Assert.Equal(casework.Now + Duration.FromHours(3), await casework.Delivery.Earliest());
    }

    [Fact]
    public async Task After_the_last_try_a_lead_is_told_and_nothing_is_lost_silently()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        var tries = 0;
        while (await casework.Delivery.Earliest() is { } next && tries++ < 100)
        {
            await casework.Delivery.Run(next);
            if ((await casework.Service.Find(Id))!.Alerts.Length > 0)
            {
                casework.DeliveryFault = null;
            }
        }

        Assert.Contains((await casework.Service.Find(Id))!.Alerts, alert => alert.Kind == AlertKind.MessageUndelivered);
        Assert.Contains(await casework.Rows(Tables.Inbox), row => row.TextOrNull("alert") == nameof(AlertKind.MessageUndelivered));
        Assert.Contains(
            await casework.Rows(Tables.Agreements),
            row => row.TextOrNull("status") == nameof(DeliveryStatus.GivenUp) && row.TextOrNull("fault") == "The mail server does not answer.");
    }

    [Fact]
    public async Task A_delivery_that_can_never_work_is_given_up_at_the_first_try_and_a_lead_gets_mail_and_an_alert()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("There is no valid address to go to.", isFinal: true);
        await casework.Delivery.RunFor(OwnStream, casework.Now);
        Assert.Contains((await casework.Service.Find(Id))!.Alerts, alert => alert.Kind == AlertKind.MessageUndelivered);
        Assert.Contains(await casework.Rows(Tables.Agreements), row => row.TextOrNull("status") == nameof(DeliveryStatus.GivenUp) && row.Number("tries") == 1);

        casework.DeliveryFault = null;
        await casework.Delivery.RunFor(OwnStream, casework.Now);
        Assert.Contains(
            await casework.Rows(Tables.Agreements),
            row => row.TextOrNull("message")?.Contains("message-undelivered", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task One_agreement_is_delivered_in_order_and_says_when_it_wants_the_next_try()
    {
        var other = AgreementIds.FromCustodyReference("other");
        await casework.Signed();
        await casework.Done(Officer, Referral(other), other);
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        Assert.Equal(casework.Now + Duration.FromMinutes(1), await casework.Delivery.RunFor(OwnStream, casework.Now));

        casework.DeliveryFault = null;
        Assert.Equal(casework.Now + Duration.FromMinutes(1), await casework.Delivery.RunFor(OwnStream, casework.Now));
        Assert.Empty(casework.Delivered);
        Assert.Null(await casework.Delivery.RunFor(OwnStream, casework.Now + Duration.FromMinutes(1)));

        Assert.True(casework.Delivered.Count > 1);
        Assert.All(casework.Delivered, id => Assert.StartsWith(Id.Value, id, StringComparison.Ordinal));
        Assert.Equal(casework.Delivered.OrderBy(id => int.Parse(id.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture)), casework.Delivered);
        Assert.All(await casework.Rows(Tables.Outbox), row => Assert.Equal(other.Value, row.Text("agreement")));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Unsent_messages_are_found_by_another_process()
    {
        await casework.Done(Officer, Referral());
        using var restarted = new CaseworkUnderTest(casework.Store) { Now = casework.Now };

        await restarted.Delivery.Run(restarted.Now);

        Assert.NotEmpty(restarted.Delivered);
    }
}
