using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Diversion.Local.Storage;
using Diversion.Local.Tests.Import;

namespace Diversion.Local.Tests.Verbs;

/// <summary>The server as people start it.</summary>
[Collection(nameof(RunningProgram))]
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_real_programme_starts_empty_answers_to_a_token_and_has_no_time_machine()
    {
        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using var server = program;
        using var http = client;

        var token = await RunningProgram.Run(home.Path, "token", "--role", "programme-lead", "--name", "Alex Lead", "--data", "data");
        Assert.DoesNotContain(' ', token.Output.Trim());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Output.Trim());

        Assert.Empty((await http.GetFromJsonAsync<JsonElement>("/api/v1/inbox")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/demo/clock")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Move(http, """{ "next": true }""")).StatusCode);
        Assert.Equal(ExitCodes.Ok, await server.Stop());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home.File("data")));
        }
    }

    [Fact]
    public async Task The_demo_moves_through_time_and_a_restart_never_goes_back()
    {
        var (first, client) = await RunningProgram.ServeDemo(home.Path);
        using (first)
        using (client)
        {
            var next = await Next(client);
            var there = await Reading(await Move(client, """{ "next": true }"""));
            Assert.Equal(next, there.GetProperty("now").GetDateTimeOffset(), TimeSpan.FromMinutes(1));
            Assert.True(there.GetProperty("woken").GetInt32() >= 1);

            var later = await Reading(await Move(client, """{ "by": "P7D" }"""));
            Assert.Equal(next.AddDays(7), later.GetProperty("now").GetDateTimeOffset(), TimeSpan.FromHours(2));
            Assert.True(later.GetProperty("nextDue").GetDateTimeOffset() > later.GetProperty("now").GetDateTimeOffset());
            Assert.NotEmpty(Directory.EnumerateFiles(home.File("data/demo/mail"), "*.eml", SearchOption.AllDirectories));

            await Refused(client, HttpStatusCode.UnprocessableEntity, """{ "to": "2020-01-01T00:00:00Z" }""");
            await Refused(client, HttpStatusCode.UnprocessableEntity, """{ "to": "2029-06-01T00:00:00Z" }""");
            await Refused(client, HttpStatusCode.BadRequest, """{ "by": "yesterday" }""");
            await Refused(client, HttpStatusCode.BadRequest, $$"""{ "by": "{{new string('P', 2_000)}}" }""");
            using (var form = new StringContent("""{ "next": true }"""))
            {
                Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync("/demo/clock", form)).StatusCode);
            }

            using (var rebound = new HttpRequestMessage(HttpMethod.Get, "/demo/clock") { Headers = { Host = "evil.example" } })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(rebound)).StatusCode);
            }

            await first.Kill();
        }

        var (second, again) = await RunningProgram.ServeDemo(home.Path);
        using (second)
        using (again)
        {
            var now = (await again.GetFromJsonAsync<JsonElement>("/demo/clock")).GetProperty("now").GetDateTimeOffset();
            Assert.True(now > DateTimeOffset.UtcNow.AddDays(6));
            Assert.Equal(ExitCodes.Ok, await second.Stop());
        }

        var back = await RunningProgram.Run(home.Path, "serve", "--clock", "2026-01-01T00:00:00Z");
        Assert.Equal(ExitCodes.WrongUsage, back.Code);
        Assert.Contains("The clock cannot go back", back.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "verify", "--data", "data/demo")).Code);
    }

    [Fact]
    public async Task Two_moves_at_once_are_refused_and_so_is_a_demo_beyond_loopback()
    {
        var (program, client) = await RunningProgram.Serve(home.Path, "--clock", "2026-12-07T12:00:00Z");
        using var server = program;
        using var http = client;
        Assert.Equal(new DateOnly(2026, 12, 7), DateOnly.FromDateTime((await http.GetFromJsonAsync<JsonElement>("/demo/clock")).GetProperty("now").GetDateTime()));

        var journey = Move(http, """{ "by": "P1M" }""");
        while (!(await http.GetFromJsonAsync<JsonElement>("/demo/clock")).TryGetProperty("movingTo", out _))
        {
            Assert.False(journey.IsCompleted);
        }

        await Refused(http, HttpStatusCode.Conflict, """{ "next": true }""");
        Assert.Equal(HttpStatusCode.OK, (await journey).StatusCode);
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        var open = await RunningProgram.Run(home.Path, "serve", "--data", "data/demo", "--urls", "http://0.0.0.0:5999");
        Assert.Equal(ExitCodes.AddressUnavailable, open.Code);
    }

    [Fact]
    public async Task What_was_imported_while_nobody_served_is_sent_by_the_next_server()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data");

        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using var server = program;
        using var http = client;

        await Sent.All(home.File("data"));
        Assert.NotEmpty(File.ReadAllLines(Directory.EnumerateFiles(home.File("data/messages")).Single()));
        Assert.Equal(ExitCodes.Ok, await server.Stop());
    }

    [Fact]
    public async Task Batches_in_the_feed_folder_are_taken_or_refused_with_a_reason()
    {
        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using var server = program;
        using var http = client;
        var folder = home.File("data/feeds/custody-notices");
        await Until(() => Directory.Exists(Path.Combine(folder, "refused")));

        File.WriteAllText(Path.Combine(folder, "a.part"), """{ "items": [] }""");
        File.Move(Path.Combine(folder, "a.part"), Path.Combine(folder, "a.json"));
        File.WriteAllText(Path.Combine(folder, "b.json"), """{ "items": [ { "agreement": "DV-00000-00000", "id": "n-1", "kind": "arrest", "occurredOn": "2026-11-01" } ] }""");

        await Until(() => File.Exists(Path.Combine(folder, "done", "a.json")) && File.Exists(Path.Combine(folder, "refused", "b.json")));
        Assert.Contains("item 0 (n-1): agreement-unknown", File.ReadAllText(Path.Combine(folder, "refused", "b.json.reason.txt")), StringComparison.Ordinal);
    }

    /// <summary>The next due moment, once the server has done what was due when it started.</summary>
    private static async Task<DateTimeOffset> Next(HttpClient client)
    {
        for (var waited = 0; ; waited++)
        {
            var clock = await client.GetFromJsonAsync<JsonElement>("/demo/clock");
            var next = clock.GetProperty("nextDue").GetDateTimeOffset();
            if (next > clock.GetProperty("now").GetDateTimeOffset())
            {
                return next;
            }

            Assert.True(waited < 200, "What was due did not happen within 20 seconds.");
            await Task.Delay(100);
        }
    }

    private static async Task Until(Func<bool> done)
    {
        for (var waited = 0; !done(); waited++)
        {
            Assert.True(waited < 200, "It did not happen within 20 seconds.");
            await Task.Delay(100);
        }
    }

    private static async Task Refused(HttpClient client, HttpStatusCode status, string body)
    {
        using var answer = await Move(client, body);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<JsonElement> Reading(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> Move(HttpClient client, string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        return await client.PostAsync("/demo/clock", content);
    }
}
