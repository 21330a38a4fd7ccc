using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Diversion.Casework.Transfers;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

/// <summary>The demo hands a case over; another data folder takes it in.</summary>
public sealed class ImportTransferTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_bundle_is_imported_once_with_its_code_and_the_record_verifies()
    {
        var (reference, code) = await Save("bundle.zip");

        var refused = await Import("0000-0000-0000-0000");
        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.Contains("not the code of this bundle", Flat(refused.Error), StringComparison.Ordinal);

        var taken = await Import(code);
        Assert.True(taken.Code == ExitCodes.Ok, taken.Output + taken.Error);
        Assert.Contains($"{reference} was imported", Flat(taken.Output), StringComparison.Ordinal);

        var again = await Import(code);
        Assert.Equal(ExitCodes.Failed, again.Code);
        Assert.Contains("was imported on", Flat(again.Error), StringComparison.Ordinal);

        var verified = await RunningProgram.Run(home.Path, "verify", "--data", "there");
        Assert.True(verified.Code == ExitCodes.Ok, verified.Output + verified.Error);
    }

    [Fact]
    public async Task A_scanner_that_cannot_be_or_a_bundle_that_is_not_there_is_said()
    {
        Assert.Equal(ExitCodes.WrongUsage, (await Import("x", "--scanner", "clamd")).Code);
        var missing = await Import("x");
        Assert.Equal(ExitCodes.Failed, missing.Code);
        Assert.Contains("cannot be read", Flat(missing.Error), StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> Import(string code, params string[] more) => RunningProgram.Run(
        home.Path, ["import", "transfer", "bundle.zip", "--data", "there", "--code", code, "--key-worker", "kw-9", "--officer", "po-9", .. more]);

    /// <returns>The case that the demo has handed over, and the code of its bundle.</returns>
    private async Task<(string Reference, string Code)> Save(string name)
    {
        var (program, client) = await RunningProgram.ServeDemo(home.Path);
        using (program)
        using (client)
        {
            var token = await RunningProgram.Run(home.Path, "token", "--role", "programme-lead", "--name", "Harriet Ashdown", "--id", "demo-lead-1", "--data", "data/demo");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Output.Trim());
            var register = await client.GetFromJsonAsync<JsonElement>("/api/v1/register?status=transferred");
            var reference = register.GetProperty("items")[0].GetProperty("agreement").GetString()!;
            var zip = await client.GetByteArrayAsync($"/api/v1/agreements/{reference}/transfer-bundle");
            await File.WriteAllBytesAsync(home.File(name), zip);
            Assert.Equal(ExitCodes.Ok, await program.Stop());

            // As somebody reads it out from the page.
            await using var archive = new ZipArchive(new MemoryStream(zip));
            await using var manifest = await archive.GetEntry(TransferManifest.FileName)!.OpenAsync();
            using var text = new MemoryStream();
            await manifest.CopyToAsync(text);
            return (reference, TransferManifest.CodeOf(text.ToArray()).ToLowerInvariant());
        }
    }

    /// <summary>The console breaks lines where they are full.</summary>
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
