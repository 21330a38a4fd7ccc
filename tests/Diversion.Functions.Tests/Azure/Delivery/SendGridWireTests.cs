using System.Text.Json;
using Diversion.Casework.Delivery;
using Diversion.Functions.Azure.Delivery;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Tests.Azure.Delivery.Mail;
using Microsoft.AspNetCore.Http;
using Moq;
using NodaTime;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>The real SendGrid client and our mailer against an HTTP server: what is asked, and what is said of each answer.</summary>
public sealed class SendGridWireTests : IAsyncLifetime
{
    private const string FaultyRecipient =
        """{"errors":[{"message":"Does not contain a valid address: jo.bloggs@example.com","field":"personalizations.0.to.0.email","help":null}]}""";

    private MailPeer peer = null!;

    public async Task InitializeAsync() => peer = await MailPeer.Start();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_to_SendGrid_with_the_key_its_texts_category_and_id_and_nothing_is_tracked()
    {
        await Mailer().Send(Given.Mail);

        var request = Assert.Single(peer.Requests);
        Assert.Equal("POST https://api.sendgrid.com/v3/mail/send", request.Line);
        Assert.Equal("Bearer SG.key", request.Authorization);
        Assert.Equal("DV-7K3M9-2QX4P.12.1", request.MessageId);
        Assert.Equal("""["participant-reminder"]""", request.Body.GetProperty("categories").GetRawText());
        Assert.Equal("A meeting for you", request.Body.GetProperty("subject").GetString());
        Assert.Equal(
            [("text/plain", "Please come."), ("text/html", "<p>Please come.</p>")],
            request.Body.GetProperty("content").EnumerateArray().Select(part => (part.GetProperty("type").GetString(), part.GetProperty("value").GetString())));
        Assert.Equal("no-reply@example.org", request.Body.GetProperty("from").GetProperty("email").GetString());
        var to = Assert.Single(request.Body.GetProperty("personalizations")[0].GetProperty("to").EnumerateArray());
        Assert.Equal("jo.bloggs@example.com", to.GetProperty("email").GetString());
        Assert.All(request.Body.GetProperty("tracking_settings").EnumerateObject(), tracking => Assert.False(tracking.Value.GetProperty("enable").GetBoolean(), tracking.Name));
        Assert.False(Sandbox(request.Body));
    }

    [Fact]
    public async Task In_the_sandbox_the_mail_says_so_and_is_checked_only()
    {
        peer.Rule = (_, _, context) => MailPeer.Answer(context, 200);

        await Mailer(sandbox: true).Send(Given.Mail);

        Assert.True(Sandbox(Assert.Single(peer.Requests).Body));
    }

    [Theory]
    [InlineData(400, FaultyRecipient, "SendGrid finds the mail faulty in personalizations.0.to.0.email. Correct the recipient's address", true)]
    [InlineData(400, """{"errors":[{"message":"x","field":"subject"}]}""", "SendGrid finds the mail faulty in subject.", false)]
    [InlineData(401, """{"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked","field":null}]}""", "Set SendGrid__ApiKey to one that is valid", false)]
    [InlineData(403, """{"errors":[{"message":"The from address does not match a verified Sender Identity.","field":"from"}]}""", "verify the senderAddress of programme.json", false)]
    [InlineData(413, "", "SendGrid finds the mail faulty.", false)]
    [InlineData(500, "<html>", "SendGrid cannot take mail now (status 500)", false)]
    [InlineData(503, "", "SendGrid cannot take mail now (status 503)", false)]
    public async Task A_refusal_says_what_to_do_and_nothing_of_the_mail(int status, string body, string told, bool isFinal)
    {
        peer.Rule = (_, _, context) => MailPeer.Answer(context, status, body, ("Content-Type", "application/json"));

        var failed = await Failed();

        Assert.StartsWith("Mail DV-7K3M9-2QX4P.12.1 could not be sent: ", failed.Message, StringComparison.Ordinal);
        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bloggs", failed.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isFinal, failed.IsFinal);
        Assert.Single(peer.Requests);
    }

    [Theory]
    [InlineData("Retry-After", "120", 120)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 09:05:00 GMT", 300)]
    [InlineData("X-RateLimit-Reset", "1795424460", 60)]
    public async Task Too_many_is_told_with_how_long_to_wait(string header, string value, int seconds)
    {
        peer.Rule = (_, _, context) => MailPeer.Answer(context, 429, """{"errors":[{"field":null,"message":"too many requests"}]}""", (header, value));

        var failed = await Failed();

        Assert.Contains("SendGrid takes no more mail for now; it is tried again.", failed.Message, StringComparison.Ordinal);
        Assert.Equal(seconds, failed.RetryAfter?.TotalSeconds);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public async Task A_page_that_a_proxy_sends_people_to_does_not_pass_for_a_mail_that_was_taken()
    {
        peer.Rule = (_, _, context) => MailPeer.Answer(context, 302, "", ("Location", "/sign-in"));

        var failed = await Failed();

        Assert.Contains("SendGrid refuses the mail (status 302)", failed.Message, StringComparison.Ordinal);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_cut_after_the_mail_was_taken_is_told_as_not_known_and_nobody_repeats_it_unasked()
    {
        var mailer = Mailer();
        await mailer.Send(Given.Mail);
        peer.Rule = (_, _, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        // On the connection that is open from the mail before: a client may take its end for one that it had not seen.
        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await mailer.Send(Given.Mail with { Id = "DV-7K3M9-2QX4P.12.2" }));

        Assert.StartsWith("Whether mail DV-7K3M9-2QX4P.12.2 was sent is not known: SendGrid did not answer. It is tried again, so it may come twice", failed.Message, StringComparison.Ordinal);
        Assert.False(failed.IsFinal);
        Assert.Equal(["DV-7K3M9-2QX4P.12.1", "DV-7K3M9-2QX4P.12.2"], peer.Requests.Select(request => request.MessageId));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_told_as_not_known()
    {
        peer.Rule = (_, _, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

        var failed = await Failed(Mailer(timeout: TimeSpan.FromSeconds(2)));

        Assert.StartsWith("Whether mail DV-7K3M9-2QX4P.12.1 was sent is not known", failed.Message, StringComparison.Ordinal);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public async Task A_SendGrid_that_cannot_be_reached_has_not_got_the_mail()
    {
        var mailer = Mailer();
        await peer.DisposeAsync();

        var failed = await Failed(mailer);

        Assert.StartsWith("Mail DV-7K3M9-2QX4P.12.1 could not be sent: SendGrid cannot be reached.", failed.Message, StringComparison.Ordinal);
    }

    private static bool Sandbox(JsonElement body) => body.GetProperty("mail_settings").GetProperty("sandbox_mode").GetProperty("enable").GetBoolean();

    private async Task<DeliveryFailedException> Failed(SendGridMailer? mailer = null) =>
        await Assert.ThrowsAsync<DeliveryFailedException>(async () => await (mailer ?? Mailer()).Send(Given.Mail));

    private SendGridMailer Mailer(bool sandbox = false, TimeSpan? timeout = null)
    {
        var settings = new SendGridSettings("SG.key", sandbox);
        var clock = Mock.Of<IClock>(c => c.GetCurrentInstant() == Given.Now);
        return new SendGridMailer(settings.Connect(peer.Connect(SendGridSettings.Network(), timeout)), settings, Given.Programme, clock);
    }
}
