using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Referral;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Delivery;

/// <summary>Mail to the person that was not sent yet when they withdrew their consent or changed their address.</summary>
public sealed class ConsentTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Mail_that_waits_is_not_sent_once_consent_is_withdrawn()
    {
        var state = await casework.Signed();
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { ContactConsent = false }));

        await casework.Delivery.Run(casework.Now);

        Assert.DoesNotContain(casework.Mails, mail => mail.ToAddress == "pat@example.org");
        var stopped = Assert.Single(await casework.Rows(Tables.Agreements), row => row.TextOrNull("status") == nameof(DeliveryStatus.Stopped));
        Assert.Contains("no longer agrees", stopped.Text("fault"), StringComparison.Ordinal);
        Assert.Null(await casework.Delivery.Earliest());
    }

    [Fact]
    public async Task Mail_that_waits_goes_to_the_new_address()
    {
        var state = await casework.Signed();
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { Email = "new@example.org" }));

        await casework.Delivery.Run(casework.Now);

        Assert.Contains(casework.Mails, mail => mail.ToAddress == "new@example.org");
        Assert.DoesNotContain(casework.Mails, mail => mail.ToAddress == "pat@example.org");
    }

    [Fact]
    public async Task Mail_that_is_tried_again_asks_again()
    {
        var state = await casework.Signed();
        casework.DeliveryFault = new IOException("The mail server does not answer.");
        await casework.Delivery.Run(casework.Now);
        casework.DeliveryFault = null;
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { ContactConsent = false }));

        await casework.Delivery.Run(casework.Now + NodaTime.Duration.FromMinutes(2));

        Assert.DoesNotContain(casework.Mails, mail => mail.ToAddress == "pat@example.org");
        Assert.Contains(casework.Mails, mail => mail.ToAddress == "wyn@example.org");
    }

    [Fact]
    public async Task A_mail_in_the_outbox_of_one_agreement_is_stopped_too()
    {
        var state = await casework.Signed();
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { Email = null }));

        Assert.Null(await casework.Delivery.RunFor(OwnStream, casework.Now));

        Assert.DoesNotContain(casework.Mails, mail => mail.ToAddress == "pat@example.org");
    }
}
