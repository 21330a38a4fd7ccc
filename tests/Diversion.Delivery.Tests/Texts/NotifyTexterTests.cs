using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Delivery.Texts;

namespace Diversion.Delivery.Tests.Texts;

/// <summary>Against a local server that speaks GOV.UK Notify's wire.</summary>
public sealed class NotifyTexterTests : IAsyncLifetime
{
    private static readonly RenderedText Text = new("DV-7K3M9-2QX4P.12.1", "+447700900982", "Reminder: you have an appointment on Thursday 5 March at 2pm.", "appointment-reminder");

    private NotifyPeer notify = null!;

    public async Task InitializeAsync() => notify = await NotifyPeer.Start();

    public async Task DisposeAsync() => await notify.DisposeAsync();

    [Fact]
    public async Task A_text_goes_out_with_its_id_as_the_reference()
    {
        await Send();

        var asked = Assert.Single(notify.Asked);
        Assert.Equal(
            ("+447700900982", NotifyPeer.TemplateId, Text.Id, Text.Body),
            (asked.GetProperty("phone_number").GetString(), asked.GetProperty("template_id").GetString(), asked.GetProperty("reference").GetString(), asked.GetProperty("personalisation").GetProperty("body").GetString()));
    }

    [Fact]
    public async Task Sent_again_it_does_not_come_twice()
    {
        await Send();
        await Send();
        Assert.Equal([Text.Id], notify.Sent);
    }

    [Fact]
    public async Task One_that_failed_on_its_way_may_be_sent_again()
    {
        await Send();
        notify.Fail(Text.Id, "technical-failure");
        await Send();
        Assert.Equal([Text.Id, Text.Id], notify.Sent);
    }

    [Fact]
    public async Task When_the_answer_is_lost_it_is_asked_first_and_does_not_come_twice()
    {
        notify.Hangs = true;
        var fault = await Fault(TimeSpan.FromMilliseconds(400));
        Assert.False(fault.IsFinal);
        Assert.Contains("is not known", fault.Message, StringComparison.Ordinal);

        notify.Hangs = false;
        await Send();
        Assert.Equal([Text.Id], notify.Sent);
    }

    [Fact]
    public async Task A_number_that_is_none_is_final()
    {
        notify.Instead = NotifyPeer.Answer(400, "ValidationError", "phone_number Number is too short");
        var fault = await Fault();
        Assert.True(fault.IsFinal);
        Assert.Contains("is no mobile number", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "BadRequestError", "Can't send to this recipient using a team-only API key", "the service is live")]
    [InlineData(400, "ValidationError", "template_id is not a valid UUID", "Notify__TextTemplateId")]
    [InlineData(403, "AuthError", "Invalid token: API key not found", "does not accept the API key")]
    [InlineData(429, "RateLimitError", "Exceeded rate limit for key type live of 3000 requests per 60 seconds", "no more texts for now")]
    [InlineData(429, "TooManyRequestsError", "Exceeded send limits (250,000) for today", "no more texts for now")]
    [InlineData(500, "Exception", "Internal server error", "has a fault (status 500)")]
    [InlineData(503, "Exception", "Unavailable", "has a fault (status 503)")]
    public async Task Everything_else_is_tried_again_and_says_what_to_do(int status, string error, string message, string told)
    {
        notify.Instead = NotifyPeer.Answer(status, error, message);
        var fault = await Fault();
        Assert.False(fault.IsFinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_notify_asks_for_is_kept()
    {
        notify.Instead = NotifyPeer.Answer(429, "RateLimitError", "Exceeded rate limit", "120");
        Assert.Equal(TimeSpan.FromMinutes(2), (await Fault()).RetryAfter);
    }

    [Theory]
    [InlineData("<html>Sign in to the proxy</html>")]
    [InlineData("[1, 2]")]
    [InlineData("{\"errors\": \"none\"}")]
    [InlineData("{\"errors\": [7, {\"error\": 7}]}")]
    [InlineData("")]
    public async Task An_answer_that_is_not_notifys_is_no_reason_to_give_up(string body)
    {
        notify.Instead = context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body)).AsTask();
        };
        Assert.False((await Fault()).IsFinal);
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
    {
        var address = notify.Address;
        await notify.DisposeAsync();
        using var texter = new NotifyTexter(Settings(address), TimeSpan.FromSeconds(5));
        var fault = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await texter.Send(Text));
        Assert.False(fault.IsFinal);
        Assert.Contains("cannot be reached", fault.Message, StringComparison.Ordinal);
        notify = await NotifyPeer.Start();
    }

    [Theory]
    [InlineData(400, "ValidationError", "phone_number +447700900982 is not a number")]
    [InlineData(403, "AuthError", "for +447700900982")]
    [InlineData(500, "Exception", "for +447700900982")]
    public async Task No_fault_repeats_the_number_the_words_or_the_key(int status, string error, string message)
    {
        notify.Instead = NotifyPeer.Answer(status, error, message);
        var fault = $"{await Fault()} {Text} {Settings(notify.Address)}";
        Assert.All(["7700900982", "Reminder", NotifyPeer.Secret], secret => Assert.DoesNotContain(secret, fault, StringComparison.Ordinal));
    }

    private async Task Send()
    {
        using var texter = new NotifyTexter(Settings(notify.Address));
        await texter.Send(Text);
    }

    private async Task<DeliveryFailedException> Fault(TimeSpan? patience = null)
    {
        using var texter = new NotifyTexter(Settings(notify.Address), patience ?? TimeSpan.FromSeconds(20));
        return await Assert.ThrowsAsync<DeliveryFailedException>(async () => await texter.Send(Text));
    }

    private static NotifySettings Settings(Uri address) => new(NotifyPeer.Key, NotifyPeer.TemplateId, address, null);
}
