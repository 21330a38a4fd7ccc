using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Messages;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Messages;

public sealed class OutboxQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_message_waits_fails_is_given_up_and_is_tried_again()
    {
        await casework.Done(Officer, Referral());
        var waiting = (await Of(Lead)).Waiting;
        Assert.NotEmpty(waiting);
        Assert.All(waiting, message => Assert.Equal((0, false, (string?)null), (message.Tries, message.GivenUp, message.Fault)));

        casework.DeliveryFault = new IOException("The disk is full.");
        await casework.Delivery.Run(casework.Now);
        Assert.All((await Of(Lead)).Waiting, message => Assert.Equal((1, "The disk is full."), (message.Tries, message.Fault)));

        await GiveUp();
        var given = await Of(Lead);
        Assert.NotEmpty(given.GivenUp);
        Assert.Empty(given.Waiting.Select(message => message.Id).Intersect(given.GivenUp.Select(message => message.Id)));
        Assert.All(given.GivenUp, message => Assert.True(message.GivenUp));

        var message = given.GivenUp[0];
        casework.Changes.Clear();
        Assert.Null(await Retry().Of(Id, message.Id, Lead, casework.Now, "The disk has space again"));
        Assert.Contains(casework.Changes, change => change.HasMessages);
        var again = await Of(Lead);
        Assert.DoesNotContain(again.GivenUp, one => one.Id == message.Id);
        Assert.Equal(0, Assert.Single(again.Waiting, one => one.Id == message.Id).Tries);
        Assert.Equal((await Service()).Alerts.Length, again.GivenUp.Count);
        Assert.Null((await Verification.Run(casework.Store)).Fault);

        casework.DeliveryFault = null;
        await casework.Delivery.Run(casework.Now);
        Assert.Contains(message.Id, casework.Delivered);
    }

    [Fact]
    public async Task Who_had_it_tried_again_and_why_is_in_the_stream()
    {
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new IOException("No route.");
        await GiveUp();
        await Retry().Of(Id, (await Of(Lead)).GivenUp[0].Id, Lead, casework.Now, "The line is back");

        var last = await casework.Service.Events(Id).LastAsync();
        Assert.IsType<TermEvent.AlertAcknowledged>(last.Event);
        Assert.Equal(("l1", "The line is back"), (last.By.Id, last.Reason));
    }

    [Fact]
    public async Task What_was_not_given_up_is_not_tried_again_and_only_leads_may()
    {
        await casework.Done(Officer, Referral());
        var waiting = (await Of(Lead)).Waiting[0];
        Assert.Equal(CaseworkRefusal.NotGivenUp, (await Retry().Of(Id, waiting.Id, Lead, casework.Now, null))?.Code);
        Assert.Equal(CaseworkRefusal.RecordNotForRole, (await Retry().Of(Id, waiting.Id, Worker, casework.Now, null))?.Code);
        Assert.IsType<Reply<Undelivered>.Refused>(await new OutboxQuery(casework.Store, new MailRenderer()).Of(Worker));
    }

    [Fact]
    public async Task Messages_are_shown_as_text()
    {
        await casework.Signed();
        Assert.All((await Of(Lead)).Waiting, message =>
        {
            Assert.Matches("^[A-Z]", message.About);
            Assert.DoesNotContain("uk.diversion", message.About, StringComparison.Ordinal);
            Assert.DoesNotContain("Pat", message.About, StringComparison.Ordinal);
        });
    }

    private async Task GiveUp()
    {
        while (await casework.Delivery.Earliest() is { } next && (await Service()).Alerts.IsEmpty)
        {
            casework.Now = Instant.Max(casework.Now, next);
            await casework.Delivery.Run(casework.Now);
        }
    }

    private async Task<AgreementState> Service() => (await casework.Service.Find(Id))!;

    private MessageRetry Retry() => new(casework.Service, casework.Store);

    private async Task<Undelivered> Of(Actor by) =>
        Assert.IsType<Reply<Undelivered>.Given>(await new OutboxQuery(casework.Store, new MailRenderer()).Of(by)).Value;
}
