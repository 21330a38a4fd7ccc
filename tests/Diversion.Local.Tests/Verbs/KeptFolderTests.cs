using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Diversion.Local.Tests.Verbs;

/// <summary>
/// A data folder that the version before routes wrote (November 2026): four referrals with an admission of yes, no and not
/// asked, one of them signed, two with a second offence. It opens, nobody repairs it, and work goes on in it.
/// </summary>
public sealed class KeptFolderTests : IDisposable
{
    private const string Signed = "DV-9MY06-D0A2C";
    private const string Denied = "DV-3J69J-BGRVR";
    private const string NotAsked = "DV-G40G8-TQAHQ";

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_folder_of_the_last_version_opens_and_is_worked_on()
    {
        Unpack();
        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using (program)
        using (client)
        {
            var token = await RunningProgram.Run(home.Path, "token", "--role", "police-officer", "--name", "PC Lucy Nowak", "--id", "5077", "--team", "Darlington", "--data", "data");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Output.Trim());
            client.DefaultRequestHeaders.Add("X-Access-Reason", "A test");

            var signed = await Referral(client, Signed);
            Assert.Equal("full", signed.GetProperty("facts").GetProperty("admission").GetString());
            Assert.Equal("Criminal damage to a door", signed.GetProperty("furtherOffences")[0].GetProperty("offence").GetProperty("description").GetString());
            Assert.Equal("none", (await Referral(client, Denied)).GetProperty("facts").GetProperty("admission").GetString());
            Assert.False((await Referral(client, NotAsked)).GetProperty("facts").TryGetProperty("admission", out _));

            using var answered = await client.PostAsJsonAsync($"/api/v1/agreements/{NotAsked}/record-facts", new { facts = new { admission = "noComment", route = "outcome-22" } });
            Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync());
            Assert.Equal("noComment", (await Referral(client, NotAsked)).GetProperty("facts").GetProperty("admission").GetString());
            Assert.Equal(ExitCodes.Ok, await program.Stop());
        }

        var after = await RunningProgram.Run(home.Path, "verify", "--data", "data");
        Assert.True(after.Code == ExitCodes.Ok, after.Output + after.Error);
    }

    private static async Task<JsonElement> Referral(HttpClient client, string reference) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/agreements/{reference}")).GetProperty("referral");

    private void Unpack()
    {
        var kept = Path.Combine(Repository.Root, "tests", "Diversion.Local.Tests", "Verbs", "KeptFolder");
        Directory.CreateDirectory(home.File("data"));
        File.Copy(Path.Combine(kept, "programme.json"), home.File("data/programme.json"));
        using var packed = new GZipStream(File.OpenRead(Path.Combine(kept, "diversion.db.gz")), CompressionMode.Decompress);
        using var database = File.Create(home.File("data/diversion.db"));
        packed.CopyTo(database);
    }
}
