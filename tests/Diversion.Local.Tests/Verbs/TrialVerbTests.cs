using System.Diagnostics;
using Diversion.Casework.Storage;
using Diversion.Local.Storage;
using Diversion.Local.Tests.Demo;

namespace Diversion.Local.Tests.Verbs;

/// <summary>The demo's closed trial, checked by the program and by the independent lines.</summary>
public sealed class TrialVerbTests : IDisposable
{
    private const string Closed = "medium-risk-1";

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_closed_trial_is_recomputed_here_and_by_the_lines_in_another_language()
    {
        await Demo();

        var verified = await Run("verify");
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        Assert.Contains("vehicle-crime-1: its seed is still sealed", verified.Output, StringComparison.Ordinal);
        var sealedOne = await Run("export", "--trial", "vehicle-crime-1");
        Assert.Equal((1, true), (sealedOne.Code, sealedOne.Error.Contains("still sealed", StringComparison.Ordinal)));

        var exported = await Run("export", "--trial", Closed);
        var allocated = exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Assert.Contains($"{Closed}: {allocated} allocations", verified.Output, StringComparison.Ordinal);
        Assert.True(allocated >= 40, $"{allocated} were allocated.");

        var line = exported.Error.Trim();
        Assert.Equal((0, true), await Independent(line, exported.Output));
        Assert.Equal((1, false), await Independent(line, Flipped(exported.Output)));
    }

    [Fact]
    public async Task An_arm_that_was_changed_afterwards_is_the_first_fault_in_words()
    {
        await Demo();
        await using (var store = SqliteTableStore.Open(home.File("data")))
        {
            await foreach (var row in store.Scan(Tables.Streams))
            {
                if (row.Partition == $"trial:{Closed}" && row.TextOrNull("name") == "trial.person-allocated")
                {
                    var data = row.Text("data");
                    var changed = data.Contains("\"arm\":\"control\"", StringComparison.Ordinal)
                        ? data.Replace("\"arm\":\"control\"", "\"arm\":\"programme\"", StringComparison.Ordinal)
                        : data.Replace("\"arm\":\"programme\"", "\"arm\":\"control\"", StringComparison.Ordinal);
                    await store.Commit(
                        new TableTransaction(Tables.Streams, row.Partition, [new RowChange.Upsert(row.Row, row.Properties.Select(pair => pair.Key == "data" ? new("data", changed) : pair).ToDictionary())]), []);
                    break;
                }
            }
        }

        var told = await Run("verify");

        Assert.Equal(1, told.Code);
        Assert.Contains("by the seed, but person 1 was allocated to", told.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_trial_or_with_another_one_says_so()
    {
        await using (SqliteTableStore.Open(home.File("data")))
        {
        }

        Assert.Contains("There is no trial in this folder", (await Run("verify")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("export", "--trial", "other")).Code);
    }

    private Task Demo() => MadeDemo.Today.CopyTo(home.File("data"));

    private Task<(int Code, string Output, string Error)> Run(string verb, params string[] more) => RunningProgram.Run(home.Path, ["trial", verb, "--data", "data", .. more]);

    private static string Flipped(string csv)
    {
        var at = csv.IndexOf("control", StringComparison.Ordinal);
        return string.Concat(csv.AsSpan(0, at), "programme", csv.AsSpan(at + "control".Length));
    }

    /// <summary>Runs the command line that was printed, as somebody would type it.</summary>
    private static async Task<(int Code, bool IsRight)> Independent(string line, string csv)
    {
        var start = new ProcessStartInfo("python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in line.Split(' ')[1..^2])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(csv);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Contains(" 0 not as the seed says", StringComparison.Ordinal));
    }
}
