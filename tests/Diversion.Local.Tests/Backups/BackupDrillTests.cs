using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Maintenance;
using Diversion.Local.Backups;
using Diversion.Local.Storage;
using Diversion.Local.Tests.Verbs;
using Xunit.Abstractions;

namespace Diversion.Local.Tests.Backups;

/// <summary>Backups of a served programme: while commands run, while a paper goes, and what is there after a restore.</summary>
[Collection(nameof(RunningProgram))]
public sealed class BackupDrillTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 8;

    private readonly TemporaryFolder home = new();
    private readonly ConcurrentDictionary<string, int> acknowledged = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Backups_under_load_hold_everything_acknowledged_before_them_and_verify_when_restored()
    {
        var (program, client) = await RunningProgram.ServeDemo(home.Path);
        using var server = program;
        using var http = client;
        http.DefaultRequestHeaders.Authorization = await Token("police-officer");
        using var enough = new CancellationTokenSource();
        var load = Load(http, enough.Token);
        await Acknowledged(40);

        var before = acknowledged.ToArray();
        var plain = await RunningProgram.Run(home.Path, "backup", "plain.backup", "--data", "data/demo");
        await Acknowledged(acknowledged.Count + 20);
        var later = acknowledged.ToArray();
        var @sealed = await RunningProgram.Run(home.Path, "backup", "sealed.backup", "--data", "data/demo", "--new-key", "backup.key");
        await Acknowledged(acknowledged.Count + 20);
        await enough.CancelAsync();
        await Task.WhenAll(load);
        output.WriteLine($"{plain.Output}{@sealed.Output}{acknowledged.Count} commands acknowledged");
        Assert.True(plain.Code == ExitCodes.Ok, plain.Error);
        Assert.True(@sealed.Code == ExitCodes.Ok, @sealed.Error);
        Assert.Contains("not encrypted", plain.Output, StringComparison.Ordinal);
        Assert.Contains("Encrypt backups", plain.Error, StringComparison.Ordinal);
        Assert.Equal(string.Empty, @sealed.Error.Trim());
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "verify", "--backup", "sealed.backup", "--key", "backup.key")).Code);
        await Restored("plain.backup", before);
        await Restored("sealed.backup", later, "--key", "backup.key");
        Assert.DoesNotContain("Anna Smith", Encoding.Latin1.GetString(File.ReadAllBytes(home.File("sealed.backup"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_is_removed_while_its_backup_is_taken_is_in_it_and_one_removed_before_is_not()
    {
        var (program, client) = await RunningProgram.ServeDemo(home.Path);
        using var server = program;
        using var http = client;
        var lead = await Token("programme-lead");
        http.DefaultRequestHeaders.Authorization = await Token("police-officer");
        using var referred = await http.PostAsJsonAsync("/api/v1/referrals", Referral("PAPERS/1"));
        var id = (await referred.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("agreement").GetString()!;
        await Keep(http, id, "Removed before the backup.");
        var gone = await Papers(http, id);
        http.DefaultRequestHeaders.Authorization = lead;
        await Remove(http, id, gone.Single());
        http.DefaultRequestHeaders.Authorization = await Token("police-officer");
        await Keep(http, id, "Removed meanwhile.");
        var paper = (await Papers(http, id)).Single();
        var file = home.File($"data/demo/papers/{id}/{paper}");

        var key = BackupKey.Make(home.File("backup.key"));
        http.DefaultRequestHeaders.Authorization = lead;
        var writer = new BackupWriter(home.File("data/demo"), TimeProvider.System) { Copied = () => Remove(http, id, paper) };
        var manifest = await writer.Write(home.File("one.backup"), key);

        Assert.Empty(manifest.MissingPapers);
        Assert.True(File.Exists(file), "Nothing is deleted while a backup is taken.");
        Assert.Equal([$"papers/{id}/{paper}"], manifest.Files.Select(one => one.Path).Where(path => path.StartsWith($"papers/{id}/", StringComparison.Ordinal)));
        Assert.Empty(await Papers(http, id));
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        var restored = await RunningProgram.Run(home.Path, "restore", "one.backup", "--data", "again", "--key", "backup.key");
        Assert.True(restored.Code == ExitCodes.Ok, restored.Output + restored.Error);
        Assert.Matches("[1-9][0-9]* papers as they were added", restored.Output);
        Assert.True(File.Exists(home.File($"again/papers/{id}/{paper}")));
        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "verify", "--data", "data/demo")).Code);
    }

    private async Task Restored(string backup, IReadOnlyCollection<KeyValuePair<string, int>> expected, params string[] key)
    {
        var to = $"from-{backup}";
        var restored = await RunningProgram.Run(home.Path, ["restore", backup, "--data", to, .. key]);
        output.WriteLine(restored.Output);
        Assert.True(restored.Code == ExitCodes.Ok, restored.Output + restored.Error);
        Assert.Contains("All is well", restored.Output, StringComparison.Ordinal);
        using (var store = SqliteTableStore.Open(home.File(to)))
        {
            Assert.Equal((0, 0), await Rebuilding.Run(store) is var report ? (report.Written, report.Removed) : default);
        }

        var (program, client) = await RunningProgram.Serve(home.Path, "--data", to);
        using var server = program;
        using var http = client;
        http.DefaultRequestHeaders.Authorization = await Token("police-officer", to);
        foreach (var (id, version) in expected)
        {
            Assert.True((await http.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{id}")).GetProperty("version").GetInt32() >= version);
        }

        Assert.Equal(ExitCodes.Ok, await server.Stop());
        var again = await RunningProgram.Run(home.Path, ["restore", backup, "--data", to, .. key]);
        Assert.Equal(ExitCodes.DataUnavailable, again.Code);
        Assert.Contains("is not empty", again.Error, StringComparison.Ordinal);
    }

    private async Task<AuthenticationHeaderValue> Token(string role, string data = "data/demo") => new("Bearer", (await RunningProgram.Run(
        home.Path, "token", "--role", role, "--name", "Alice Thornley", "--id", role == "police-officer" ? "demo-po-1" : "demo-lead-1", "--team", "Police North", "--data", data)).Output.Trim());

    private async Task Acknowledged(int wanted)
    {
        for (var waited = 0; acknowledged.Count < wanted; waited++)
        {
            Assert.True(waited < 3_000, $"Only {acknowledged.Count} of {wanted} commands were acknowledged within 30 seconds.");
            await Task.Delay(10);
        }
    }

    private Task[] Load(HttpClient http, CancellationToken enough) =>
        [.. Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/referrals", Referral($"LOAD/{client}/{n}"));
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("agreement").GetString()!;
                acknowledged[id] = await Keep(http, id, $"A letter about {id}.");
            }
        }))];

    private static async Task<int> Keep(HttpClient http, string id, string text)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "letter.txt" }, { new StringContent("letter"), "kind" } };
        using var answer = await http.PostAsync($"/api/v1/agreements/{id}/keep-document", form);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
    }

    private static async Task Remove(HttpClient http, string id, string paper)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/agreements/{id}/remove-document", new { documentId = paper, reason = "Another person's." });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string[]> Papers(HttpClient http, string id) =>
        [.. (await http.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{id}/documents")).EnumerateArray().Select(paper => paper.GetProperty("id").GetString()!)];

    private static object Referral(string reference) => new
    {
        person = new { name = "Anna Smith", bornOn = "1990-05-01" },
        offence = new { description = "Theft", group = "theft", committedOn = "2026-10-20", @class = "eitherWay" },
        custodyReference = reference,
        duplicateReason = "Other people of the same name.",
    };
}
