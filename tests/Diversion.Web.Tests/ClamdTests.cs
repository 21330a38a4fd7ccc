using System.Diagnostics;
using System.Text;
using Diversion.Casework.Documents;
using Diversion.Web.Requests;

namespace Diversion.Web.Tests;

/// <summary>Against ClamAV's own server, which knows one signature: that of the test file that every scanner finds.</summary>
public sealed class ClamdTests : IDisposable
{
    private const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private const string Signature = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n";
    private const int LargestStream = 1024 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clamd-");
    private Process? clamd;

    private string Socket => Path.Combine(folder.FullName, "clamd.ctl");

    public void Dispose()
    {
        clamd?.Kill();
        clamd?.WaitForExit();
        clamd?.Dispose();
        folder.Delete(recursive: true);
    }

    [ClamdFact]
    public async Task A_real_scanner_finds_the_test_file_lets_others_pass_and_an_oversize_one_is_kept_out()
    {
        var scanner = await Start();

        Assert.False(await scanner.IsClean(new MemoryStream(Encoding.ASCII.GetBytes(Eicar))));
        Assert.True(await scanner.IsClean(new MemoryStream(Encoding.ASCII.GetBytes("A letter to the victim."))));
        Assert.True(await scanner.IsClean(new MemoryStream(new byte[LargestStream / 2])));
        await Assert.ThrowsAsync<ScannerUnavailableException>(async () => await scanner.IsClean(new MemoryStream(new byte[LargestStream * 2])));
    }

    private async Task<ClamScanner> Start()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "test.hdb"), Signature);
        var settings = Path.Combine(folder.FullName, "clamd.conf");
        File.WriteAllText(settings, $"""
            Foreground yes
            LocalSocket {Socket}
            DatabaseDirectory {folder.FullName}
            TemporaryDirectory {folder.FullName}
            StreamMaxLength {LargestStream}
            User {Environment.UserName}

            """);
        clamd = Process.Start(new ProcessStartInfo(ClamdFactAttribute.Program, ["--config-file", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = new StringBuilder();
        clamd.OutputDataReceived += (_, line) => told.AppendLine(line.Data);
        clamd.ErrorDataReceived += (_, line) => told.AppendLine(line.Data);
        clamd.BeginOutputReadLine();
        clamd.BeginErrorReadLine();
        for (var waited = 0; !File.Exists(Socket); waited++)
        {
            Assert.True(waited < 600 && !clamd.HasExited, $"clamd did not start: {told}");
            await Task.Delay(100);
        }

        return new ClamScanner(new Uri($"unix://{Socket}"));
    }
}
