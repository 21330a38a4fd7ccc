using Diversion.Functions.Azure.Delivery;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Tests.Azure.Delivery.Mail;
using Microsoft.AspNetCore.Http;
using Moq;
using NodaTime;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>The real outbox, our mailer and the real client: nothing is lost, and what may come twice is limited and said.</summary>
public sealed class SendGridOutboxTests : IAsyncLifetime
{
    private MailPeer peer = null!;

    public async Task InitializeAsync() => peer = await MailPeer.Start();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Through_every_kind_of_fault_each_mail_is_taken_and_only_the_unanswered_ones_twice()
    {
        var tries = new Dictionary<string, int>();
        peer.Rule = (_, request, context) =>
        {
            int n;
            lock (tries)
            {
                n = tries[request.MessageId] = tries.GetValueOrDefault(request.MessageId) + 1;
            }

            switch (n)
            {
                case 1:
                    return MailPeer.Answer(context, 503);
                case 2:
                    // Taken, and the answer is lost.
                    peer.Take(request);
                    context.Abort();
                    return Task.CompletedTask;
                case 3:
                    return MailPeer.Answer(context, 429, "", ("Retry-After", "7200"));
                default:
                    return MailPeer.Answer(context, 202);
            }
        };
        using var outbox = new Outbox(mailer: Mailer());
        await outbox.Refer(40);

        await outbox.Delivery.Run(Outbox.Start);
        Assert.All(await outbox.All("mail"), mail => Assert.Equal(("Waiting", 1), (mail.Status, mail.Tries)));
        await outbox.Delivery.Run(Outbox.Start + Duration.FromMinutes(1));
        Assert.All(await outbox.All("mail"), mail => Assert.Contains("so it may come twice", mail.Fault, StringComparison.Ordinal));
        await outbox.Delivery.Run(Outbox.Start + Duration.FromMinutes(6));
        Assert.Equal(Outbox.Start + Duration.FromMinutes(126), await outbox.Delivery.Earliest());
        await outbox.RunToTheEnd();

        var mails = await outbox.All("mail");
        Assert.Equal(40, mails.Count);
        Assert.All(mails, mail => Assert.Equal(("Sent", 4), (mail.Status, mail.Tries)));
        Assert.Equal(mails.SelectMany(mail => new[] { mail.Id, mail.Id }).Order(), peer.Taken.Order());
        Assert.Empty(await outbox.Alerts());
    }

    [Fact]
    public async Task A_SendGrid_that_never_answers_gets_a_mail_eight_times_at_most_and_a_lead_is_told_that_it_may_have_come()
    {
        peer.Rule = (_, request, context) =>
        {
            peer.Take(request);
            context.Abort();
            return Task.CompletedTask;
        };
        using var outbox = new Outbox(mailer: Mailer());
        await outbox.Refer(1);

        // Not to the end: to be told that it failed, leads get mails of their own, and so on.
        await outbox.Delivery.Run(Outbox.Start);
        var mail = Assert.Single(await outbox.All("mail"));
        while ((mail = (await outbox.All("mail")).Single(one => one.Id == mail.Id)).Status == "Waiting")
        {
            await outbox.Delivery.Run((await outbox.Delivery.Earliest())!.Value);
        }

        Assert.Equal(("GivenUp", 8), (mail.Status, mail.Tries));
        Assert.Contains("Whether mail", mail.Fault, StringComparison.Ordinal);
        Assert.Equal(8, peer.Taken.Count(id => id == mail.Id));
        Assert.Contains("MessageUndelivered", await outbox.Alerts());
    }

    [Fact]
    public async Task An_address_that_SendGrid_refuses_is_given_up_at_once_and_a_lead_is_told()
    {
        peer.Rule = (n, _, context) => n == 1
            ? MailPeer.Answer(context, 400, """{"errors":[{"message":"x","field":"personalizations.0.to.0.email"}]}""")
            : MailPeer.Answer(context, 202);
        using var outbox = new Outbox(mailer: Mailer());
        await outbox.Refer(1);

        await outbox.RunToTheEnd();

        Assert.Contains(await outbox.All("mail"), mail => mail is { Status: "GivenUp", Tries: 1 });
        Assert.Contains("MessageUndelivered", await outbox.Alerts());
    }

    private SendGridMailer Mailer()
    {
        var settings = new SendGridSettings("SG.key", Sandbox: false);
        var clock = Mock.Of<IClock>(c => c.GetCurrentInstant() == Outbox.Start);
        return new SendGridMailer(settings.Connect(peer.Connect(SendGridSettings.Network())), settings, Given.Programme, clock);
    }
}
