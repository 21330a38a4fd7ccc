using System.Net;
using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Messages;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Web.Tests;

/// <summary>What GOV.UK Notify, or somebody who pretends to be it, sends here.</summary>
public sealed class NotifyCallbackTests
{
    private const string Receipts = "/api/v1/notify/receipts";

    [Fact]
    public async Task A_receipt_is_on_the_case_for_those_who_see_its_messages()
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);

        Assert.Equal(HttpStatusCode.NoContent, (await Post(app, Receipt(text, "delivered"))).StatusCode);

        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/agreements/{id}/messages");
        Assert.Contains("Text: appointment booked", page.Text, StringComparison.Ordinal);
        Assert.Contains("Delivered", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("900982", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_is_in_the_leads_inbox_and_on_the_page()
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);

        Assert.Equal(HttpStatusCode.NoContent, (await Post(app, Receipt(text, "permanent-failure"))).StatusCode);

        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("no such number", (await browser.Get($"/agreements/{id}/messages")).Text, StringComparison.Ordinal);
        Assert.Contains("A message could not be delivered", (await browser.Get("/")).Text, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Ask the person for a number or address that works", (await worker.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Texts do not arrive", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer what Notify shows in test")]
    [InlineData("Basic what Notify shows in tests")]
    public async Task Without_the_token_nothing_is_taken(string? shown)
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(app, Receipt(text, "permanent-failure"), shown: shown)).StatusCode);
        Assert.Equal("Sent", await State(app, id));
    }

    [Fact]
    public async Task A_persons_own_token_is_not_notifys()
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(app, Receipt(text, "delivered"), shown: $"Bearer {TestApp.Token(Staff.Lead)}")).StatusCode);
        Assert.Equal("Sent", await State(app, id));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"reference":"x","status":"exploded"}""", 400)]
    [InlineData("""{"reference":"x","status":7}""", 400)]
    [InlineData("""{"reference":null,"status":"delivered"}""", 204)]
    [InlineData("""{"reference":{"a":1},"status":"delivered"}""", 204)]
    [InlineData("""{"reference":"DV-7K3M9-2QX4P.1.1","status":"delivered"}""", 204)]
    [InlineData("""{"reference":"../../secrets","status":"permanent-failure","a":{"b":[1,2,{"c":3}]}}""", 204)]
    public async Task Anything_else_changes_nothing(string body, int status)
    {
        await using var app = await TestApp.Begin();
        var (id, _) = await Texted(app);
        Assert.Equal(status, (int)(await Post(app, body)).StatusCode);
        Assert.Equal("Sent", await State(app, id));
    }

    [Fact]
    public async Task Nor_does_a_body_that_is_too_large_too_deep_or_not_json()
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);
        Assert.Equal(400, (int)(await Post(app, Receipt(text, "delivered") + new string(' ', 20_000))).StatusCode);
        Assert.Equal(400, (int)(await Post(app, $"{{\"status\":\"delivered\",\"reference\":\"{text}\",\"x\":{new string('[', 40)}{new string(']', 40)}}}")).StatusCode);
        Assert.Equal(400, (int)(await Post(app, Receipt(text, "delivered"), "text/plain")).StatusCode);
        Assert.Equal("Sent", await State(app, id));
    }

    [Fact]
    public async Task A_receipt_of_a_mail_is_not_ours_and_one_that_comes_too_early_is_asked_for_again()
    {
        await using var app = await TestApp.Begin();
        var (id, text) = await Texted(app);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(app, $$"""{"reference":"{{text}}","status":"delivered","notification_type":"email"}""")).StatusCode);
        Assert.Equal("Sent", await State(app, id));

        var (_, waiting) = await Texted(app, send: false, name: "Two");
        var answer = await Post(app, Receipt(waiting, "delivered"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("60", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_asked_again_later()
    {
        await using var app = await TestApp.Begin();
        var (_, text) = await Texted(app);
        app.Store.Fault = new StorageUnavailableException("It does not answer.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Post(app, Receipt(text, "delivered"))).StatusCode);
    }

    [Fact]
    public async Task Neither_numbers_nor_words_are_logged()
    {
        await using var app = await TestApp.Begin();
        var (_, text) = await Texted(app);
        await Post(app, Receipt(text, "permanent-failure"));
        Assert.All(app.Log.Lines, line => Assert.DoesNotContain("7700900982", line, StringComparison.Ordinal));
    }

    private static string Receipt(string reference, string status) =>
        $$"""{"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"{{reference}}","to":"07700900982","status":"{{status}}","created_at":"2026-03-05T10:00:00.000000Z","completed_at":"2026-03-05T10:00:05.000000Z","sent_at":"2026-03-05T10:00:01.000000Z","notification_type":"sms","template_id":"f33517ff-2a88-4f6e-b855-c550268ce08a","template_version":1}""";

    private static async Task<HttpResponseMessage> Post(TestApp app, string body, string type = "application/json", string? shown = $"Bearer {TestApp.NotifyToken}")
    {
        using var client = app.As(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, Receipts) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (shown is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", shown);
        }

        return await client.SendAsync(request);
    }

    /// <summary>A person who agreed to texts, with a booking that was told by one.</summary>
    private static async Task<(string Case, string Text)> Texted(TestApp app, bool send = true, string? name = null)
    {
        var id = await (name is null ? app.Signed() : app.Signed(name));
        var at = app.Clock.GetCurrentInstant();
        var state = (await app.Casework.Find(new AgreementId(id)))!;
        AgreementCommand[] commands =
        [
            new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { Phone = "07700 900982", TextConsent = true }),
            new AppointmentCommand.ScheduleAppointment("supervision", "m-t", at + Duration.FromDays(4), 45),
        ];
        foreach (var command in commands)
        {
            Assert.IsType<Outcome<AgreementState>.Accepted>(await app.Casework.Execute(new AgreementId(id), command with { By = Staff.Worker, At = at }));
        }

        var delivered = new Texts();
        if (send)
        {
            var post = new WorkingPost();
            await new OutboxDelivery(app.Store, new StreamServices(app.Casework), new MailRenderer(), post, delivered, NullLogger<OutboxDelivery>.Instance, delivered).Run(at);
            return (id, delivered.Ids.Single());
        }

        await foreach (var row in app.Store.Rows(Tables.Agreements, id, "o:", "o;", default))
        {
            if (row.TextOrNull("kind") == "text")
            {
                return (id, row.Row[2..]);
            }
        }

        throw new InvalidOperationException("No text waits.");
    }

    private static async Task<string> State(TestApp app, string id)
    {
        await foreach (var row in app.Store.Rows(Tables.Agreements, id, "o:", "o;", default))
        {
            if (row.TextOrNull("kind") == "text")
            {
                return row.Text("status");
            }
        }

        return "none";
    }

    private sealed class Texts : ITexter, IPublisher
    {
        public List<string> Ids { get; } = [];

        public ValueTask Send(RenderedText text, CancellationToken cancellation = default)
        {
            Ids.Add(text.Id);
            return ValueTask.CompletedTask;
        }

        public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => ValueTask.CompletedTask;
    }
}
