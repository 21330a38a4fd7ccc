using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

public sealed class InboxStreamTests
{
    [Fact]
    public async Task A_proposed_breach_reaches_a_lead_who_watches_within_a_second()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var client = app.As(Staff.Lead);
        using var response = await client.GetAsync(new Uri("/api/v1/inbox/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);

        var first = await Next(events, "inbox");
        Assert.Equal(0, first["count"]!.GetValue<int>());
        await Next(events, "heartbeat");

        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        var answered = TimeProvider.System.GetTimestamp();
        var second = await Next(events, "inbox");
        Assert.True(TimeProvider.System.GetElapsedTime(answered) < TimeSpan.FromSeconds(1));
        Assert.Equal(1, second["count"]!.GetValue<int>());
        Assert.Equal((id, "breach", "A breach is proposed: judgement"), (
            second["newest"]![0]!["agreement"]!.GetValue<string>(), second["newest"]![0]!["kind"]!.GetValue<string>(), second["newest"]![0]!["title"]!.GetValue<string>()));

        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"continue","reason":"Came back."}""");
        Assert.Equal(0, (await Next(events, "inbox"))["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_another_process_did_shows_at_the_next_heartbeat_and_only_once()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await app.Signed();
        using var client = app.As(Staff.Lead);
        using var response = await client.GetAsync(new Uri("/api/v1/inbox/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        await Next(events, "inbox");

        await app.Sibling.Execute(
            new AgreementId(id), new BreachCommand.ProposeBreach { By = Staff.Worker, At = app.Clock.GetCurrentInstant(), Reason = "Gone for weeks." });

        Assert.Equal(1, (await Next(events, "inbox"))["count"]!.GetValue<int>());
        for (var heartbeats = 0; heartbeats < 3; heartbeats++)
        {
            Assert.True(await events.MoveNextAsync());
            Assert.Equal("heartbeat", events.Current.EventType);
        }
    }

    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_end_of_the_host()
    {
        await using var app = await TestApp.Begin();
        using var client = app.As(Staff.Lead);
        using var response = await client.GetAsync(new Uri("/api/v1/inbox/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var reading = response.Content.ReadAsStringAsync();
        await app.Stop();
        Assert.Contains("event: inbox", await reading.WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_a_lead_watches()
    {
        await using var app = await TestApp.Begin();
        foreach (var actor in Staff.All.Where(one => one.Key != "lead"))
        {
            Assert.Equal(403, (await app.Get(actor.Value, "/api/v1/inbox/stream")).Status);
        }
    }

    private static async Task<JsonNode> Next(IAsyncEnumerator<SseItem<string>> events, string name)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType == name)
            {
                return JsonNode.Parse(events.Current.Data)!;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
