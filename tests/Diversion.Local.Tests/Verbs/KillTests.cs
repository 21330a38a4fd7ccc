using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using Xunit.Abstractions;

namespace Diversion.Local.Tests.Verbs;

/// <summary>
/// Kills the server in the middle of commands and of a move of the clock, and checks what is there afterwards. Two rounds
/// here; <c>eng/kill-test</c> runs twenty.
/// </summary>
[Collection(nameof(RunningProgram))]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 64;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("DIVERSION_KILLS"), out var rounds) ? rounds : 2;

    private readonly TemporaryFolder home = new();
    private readonly ConcurrentDictionary<string, int> acknowledged = new();

    private string Data => home.File("data/demo");

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task After_kills_under_load_everything_acknowledged_is_there_and_everything_due_fired_once()
    {
        string? token = null;
        var shown = default(DateTimeOffset);
        for (var round = 0; round < Rounds; round++)
        {
            var restart = Stopwatch.StartNew();
            var (program, client) = await RunningProgram.ServeDemo(home.Path);
            using var server = program;
            using var http = client;
            var ready = restart.Elapsed;
            token ??= (await RunningProgram.Run(
                home.Path, "token", "--role", "police-officer", "--name", "Alice Thornley", "--id", "demo-po-1", "--team", "Police North", "--data", "data/demo")).Output.Trim();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.True(await Shown(http) >= shown, "The clock went back.");

            var before = acknowledged.Count;
            using var dead = new CancellationTokenSource();
            var load = Load(http, round, dead.Token);
            var journeys = Journeys(http, dead.Token);
            var wanted = before + 100 + (round * 37 % 200);
            for (var waited = 0; acknowledged.Count < wanted && waited < 3_000; waited++)
            {
                await Task.Delay(10);
            }

            await program.Kill();
            await dead.CancelAsync();
            await Task.WhenAll(load);
            var (last, made) = await journeys;
            shown = last ?? shown;
            output.WriteLine($"round {round + 1}: ready after {ready.TotalSeconds:F1} s; before the kill {acknowledged.Count - before} referrals and {made} days of the demo acknowledged");
            Assert.True(acknowledged.Count >= wanted, "The load did not get through.");
        }

        await LookAtWhatIsThere(token!);
    }

    private async Task LookAtWhatIsThere(string token)
    {
        var (program, client) = await RunningProgram.ServeDemo(home.Path);
        using (program)
        using (client)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.NotNull(await Journey(client));
            foreach (var (id, version) in acknowledged)
            {
                using var found = await client.GetAsync($"/api/v1/agreements/{id}");
                Assert.Equal(HttpStatusCode.OK, found.StatusCode);
                Assert.True((await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32() >= version);
            }

            await Sent.All(Data);
            Assert.Equal(ExitCodes.Ok, await program.Stop());
        }

        var verified = await RunningProgram.Run(home.Path, "verify", "--data", "data/demo");
        output.WriteLine(verified.Output);
        Assert.Equal(ExitCodes.Ok, verified.Code);
        await EverythingFiredOnceAndWasSent();
    }

    private async Task EverythingFiredOnceAndWasSent()
    {
        using var store = SqliteTableStore.OpenToRead(Data);
        var fired = new Dictionary<(string Agreement, string Name, string Data), DateTimeOffset>();
        var mails = Directory.EnumerateFiles(Path.Combine(Data, "mail"), "*.eml", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToArray();
        var sent = mails.ToHashSet();
        var messages = Directory.EnumerateFiles(Path.Combine(Data, "messages")).SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!).ToArray();
        sent.UnionWith(messages);
        var firings = 0;
        await foreach (var row in store.Scan(Tables.Agreements))
        {
            if (row.Row.StartsWith("e:", StringComparison.Ordinal) && row.Text("meta").Contains("\"process\":\"time\"", StringComparison.Ordinal))
            {
                // Reminders of one appointment are days apart; one that a restart repeats comes at once.
                firings++;
                var key = (row.Partition, row.Text("name"), row.Text("data"));
                var at = JsonDocument.Parse(row.Text("meta")).RootElement.GetProperty("at").GetDateTimeOffset();
                Assert.False(fired.TryGetValue(key, out var earlier) && at - earlier < TimeSpan.FromHours(12), $"{row.Partition} {row.Row}: {key.Item2} fired twice.");
                fired[key] = at;
            }
            else if (row.Row.StartsWith("o:", StringComparison.Ordinal) && acknowledged.ContainsKey(row.Partition))
            {
                Assert.Equal("Sent", row.Text("status"));
                Assert.Contains(row.Row[2..], sent);
            }
        }

        Assert.True(firings > 0);
        Assert.Equal(mails.Length, mails.Distinct().Count());
        Assert.Equal(messages.Length, messages.Distinct().Count());
        output.WriteLine($"{acknowledged.Count} referrals acknowledged and there, {firings} due moments fired once, {mails.Length} mails and {messages.Length} messages sent once.");
    }

    private Task[] Load(HttpClient http, int round, CancellationToken dead) =>
        [.. Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var n = 0; !dead.IsCancellationRequested; n++)
            {
                try
                {
                    using var answer = await http.PostAsJsonAsync("/api/v1/referrals", Referral($"KILL/{round}/{client}/{n}"), dead);
                    Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                    var body = await answer.Content.ReadFromJsonAsync<JsonElement>(dead);
                    acknowledged[body.GetProperty("agreement").GetString()!] = body.GetProperty("version").GetInt32();
                }
                catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
                {
                    return;
                }
            }
        }))];

    /// <summary>One day after the other until the kill.</summary>
    private static async Task<(DateTimeOffset? Last, int Made)> Journeys(HttpClient http, CancellationToken dead)
    {
        DateTimeOffset? last = null;
        for (var made = 0; ; made++)
        {
            if (dead.IsCancellationRequested || await Journey(http) is not { } shown)
            {
                return (last, made);
            }

            last = shown;
        }
    }

    /// <returns>The instant that was acknowledged; null when the kill came first.</returns>
    private static async Task<DateTimeOffset?> Journey(HttpClient http)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync("/demo/clock", new { by = "P1D" });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<DateTimeOffset> Shown(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/demo/clock")).GetProperty("now").GetDateTimeOffset();

    private static object Referral(string reference) => new
    {
        person = new { name = "Anna Smith", bornOn = "1990-05-01" },
        offence = new { description = "Theft", group = "theft", committedOn = "2026-10-20", @class = "eitherWay" },
        custodyReference = reference,
        duplicateReason = "Other people of the same name.",
    };
}
