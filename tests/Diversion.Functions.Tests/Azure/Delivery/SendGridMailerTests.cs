using System.Net;
using System.Text.Json;
using Diversion.Casework.Delivery;
using Diversion.Functions.Azure.Delivery;
using Diversion.Functions.Azure.Settings;
using Moq;
using NodaTime;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Diversion.Functions.Tests.Azure.Delivery;

public sealed class SendGridMailerTests
{
    private readonly Mock<ISendGridClient> client = new(MockBehavior.Strict);
    private readonly Mock<IClock> clock = new(MockBehavior.Strict);
    private readonly List<SendGridMessage> sent = [];

    public SendGridMailerTests() => clock.Setup(c => c.GetCurrentInstant()).Returns(Given.Now);

    [Fact]
    public async Task A_mail_is_sent_with_both_texts_its_template_and_its_id_and_nothing_is_tracked()
    {
        Answer(HttpStatusCode.Accepted);

        await Mailer(sandbox: false).Send(Given.Mail);

        using var json = JsonDocument.Parse(Assert.Single(sent).Serialize());
        var root = json.RootElement;
        Assert.Equal(("\"Checkpoint, Durham\"", "no-reply@example.org"), Address(root.GetProperty("from")));
        var to = Assert.Single(Assert.Single(root.GetProperty("personalizations").EnumerateArray()).GetProperty("to").EnumerateArray());
        Assert.Equal(("\"Bloggs, Jo; 'Jo'\"", "jo.bloggs@example.com"), Address(to));
        Assert.Equal("A meeting for you", root.GetProperty("subject").GetString());
        Assert.Equal(
            [("text/plain", "Please come."), ("text/html", "<p>Please come.</p>")],
            root.GetProperty("content").EnumerateArray().Select(part => (part.GetProperty("type").GetString(), part.GetProperty("value").GetString())));
        Assert.Equal("""["participant-reminder"]""", root.GetProperty("categories").GetRawText());
        Assert.Contains("""{"message_id":"DV-7K3M9-2QX4P.12.1"}""", root.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("""{"Auto-Submitted":"auto-generated"}""", root.GetRawText(), StringComparison.Ordinal);
        foreach (var tracking in new[] { "click_tracking", "open_tracking", "subscription_tracking", "ganalytics" })
        {
            Assert.False(root.GetProperty("tracking_settings").GetProperty(tracking).GetProperty("enable").GetBoolean(), tracking);
        }

        Assert.False(root.GetProperty("mail_settings").GetProperty("sandbox_mode").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task In_the_sandbox_mail_is_only_checked()
    {
        Answer(HttpStatusCode.OK);

        await Mailer(sandbox: true).Send(Given.Mail);

        Assert.True(Assert.Single(sent).MailSettings.SandboxMode.Enable);
    }

    [Theory]
    [InlineData(429, "SendGrid takes no more mail for now; it is tried again.")]
    [InlineData(500, "SendGrid cannot take mail now (status 500); it is tried again.")]
    [InlineData(503, "SendGrid cannot take mail now (status 503); it is tried again.")]
    [InlineData(401, "Set SendGrid__ApiKey to one that is valid")]
    [InlineData(403, "Give the key Mail Send access and verify the senderAddress")]
    [InlineData(400, "SendGrid finds the mail faulty in personalizations.0.to.0.email. Correct the recipient's address")]
    [InlineData(413, "SendGrid finds the mail faulty in personalizations.0.to.0.email.")]
    [InlineData(302, "SendGrid refuses the mail (status 302)")]
    public async Task A_refusal_says_what_to_do_and_nothing_of_the_mail(int status, string told)
    {
        Answer(
            (HttpStatusCode)status,
            """{"errors":[{"message":"Does not contain a valid address: jo.bloggs@example.com","field":"personalizations.0.to.0.email"},{"message":"x","field":"jo.bloggs@example.com"},{"field":null}]}""");

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Mailer().Send(Given.Mail));

        Assert.StartsWith("Mail DV-7K3M9-2QX4P.12.1 could not be sent: ", failed.Message, StringComparison.Ordinal);
        Assert.Contains(told, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bloggs", failed.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("meeting", failed.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(failed.RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"errors":[1]}""")]
    public async Task An_answer_that_cannot_be_read_is_still_a_refusal(string body)
    {
        Answer(HttpStatusCode.BadRequest, body);

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Mailer().Send(Given.Mail));

        Assert.Contains("SendGrid finds the mail faulty. Correct", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After", "120", 120)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 09:05:00 GMT", 300)]
    [InlineData("X-RateLimit-Reset", "1795424460", 60)]
    [InlineData("X-RateLimit-Reset", "1", null)]
    [InlineData("X-RateLimit-Reset", "soon", null)]
    [InlineData("X-RateLimit-Reset", "999999999999999999", null)]
    public async Task How_long_to_wait_is_passed_on(string header, string value, int? seconds)
    {
        Answer(HttpStatusCode.TooManyRequests, "{}", (header, value));

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Mailer().Send(Given.Mail));

        Assert.Equal(seconds, failed.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_network_that_fails_is_told_and_the_caller_s_own_cancellation_is_not()
    {
        client.Setup(c => c.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException(HttpRequestError.NameResolutionError));
        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Mailer().Send(Given.Mail));
        Assert.Contains("check that the app can reach api.sendgrid.com", failed.Message, StringComparison.Ordinal);

        client.Setup(c => c.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TaskCanceledException());
        await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Mailer().Send(Given.Mail));
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await Mailer().Send(Given.Mail, new CancellationToken(canceled: true)));
    }

    private static (string? Name, string? Email) Address(JsonElement address) =>
        (address.GetProperty("name").GetString(), address.GetProperty("email").GetString());

    private SendGridMailer Mailer(bool sandbox = false) =>
        new(client.Object, new SendGridSettings("SG.key", sandbox), Given.Programme, clock.Object);

    private void Answer(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        client.Setup(c => c.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>()))
            .Callback((SendGridMessage message, CancellationToken _) => sent.Add(message))
            .ReturnsAsync(new Response(status, response.Content, response.Headers));
    }
}
