using System.Diagnostics;
using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Local.Tests.Verbs;

/// <summary>The demo's trial, checked by the program and by the independent lines.</summary>
public sealed class TrialVerbTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 10, 0);
    private static readonly WrappingKey Key = WrappingKey.From([1]);
    private static readonly TrialId Id = new("vehicle-crime-1");

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_closed_trial_is_recomputed_here_and_by_the_lines_in_another_language()
    {
        await Demo();
        var still = await Run("verify");
        Assert.Equal((1, true), (still.Code, still.Output.Contains("still sealed", StringComparison.Ordinal)));
        var early = await Run("export", "--trial", Id.Value);
        Assert.Equal((1, true), (early.Code, early.Error.Contains("still sealed", StringComparison.Ordinal)));

        var trial = await Unsealed();

        var verified = await Run("verify");
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        Assert.Contains($"{trial.Allocations.Length} allocations", verified.Output, StringComparison.Ordinal);
        var exported = await Run("export", "--trial", Id.Value);
        Assert.Equal(trial.Allocations.Length + 1, exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(trial.Allocations.Length >= 5, $"{trial.Allocations.Length} were allocated.");

        var line = exported.Error.Trim();
        Assert.Equal((0, true), await Independent(line, exported.Output));
        Assert.Equal((1, false), await Independent(line, Flipped(exported.Output)));
    }

    [Fact]
    public async Task An_arm_that_was_changed_afterwards_is_the_first_fault_in_words()
    {
        await Demo();
        await Unsealed();
        await using (var store = SqliteTableStore.Open(home.File("data")))
        {
            await foreach (var row in store.Scan(Tables.Streams))
            {
                if (row.Partition == $"trial:{Id}" && row.TextOrNull("name") == "trial.person-allocated")
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

    private async Task Demo()
    {
        await using var store = SqliteTableStore.Open(home.File("data"));
        await DemoProgramme.Create(store, Rulebook(), Now, Key);
    }

    private async Task<TrialState> Unsealed()
    {
        await using var store = SqliteTableStore.Open(home.File("data"));
        using var cache = new StreamCache(10);
        var rulebook = Rulebook();
        var trials = new TrialService(
            store, cache, rulebook, new ChangeListeners(), new TrialKeys(Key, RandomSeeds.Instance), new OpenTrials(store, rulebook), () => throw new InvalidOperationException("No case is asked."));
        foreach (var command in (TrialCommand[])[new TrialCommand.CloseTrial { Reason = "The target is reached." }, new TrialCommand.UnsealTrial()])
        {
            Assert.IsType<Outcome<TrialState>.Accepted>(await trials.Execute(Id, command with { By = DemoStaff.FirstLead, At = Now }));
        }

        return (await trials.Find(Id))!;
    }

    private static Rulebook Rulebook()
    {
        var schemes = ShippedSchemes.Load(null);
        return new Rulebook(schemes.Catalogue, schemes.Calendar, DemoStaff.Programme(new Uri("http://127.0.0.1:5080")));
    }

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
