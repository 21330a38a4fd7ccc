using System.Text.Json;
using Diversion.Casework.Schemes;
using Diversion.Local.Verbs;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Reporting;
using Diversion.Simulation.Running;
using Diversion.Storage.Compliance;
using NodaTime;

namespace Diversion.Local.Tests.Verbs;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task Writes_the_summary_and_leaves_the_data_folder()
    {
        var folder = Directory.CreateTempSubdirectory("diversion-test-").FullName;
        try
        {
            Assert.Equal(0, await Run("--participants", "12", "--months", "1", "--seed", "3", "--out", folder));
            using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json")));
            foreach (var name in (string[])["participants", "outcomes", "events", "escalations", "workloadByWeek", "digest", "elapsedSeconds", "scheme", "seed", "behaviour"])
            {
                Assert.True(summary.RootElement.TryGetProperty(name, out _), name);
            }

            Assert.Equal(12, summary.RootElement.GetProperty("participants").GetInt32());
            Assert.True(File.Exists(Path.Combine(folder, "data", "diversion.db")));

            // The folder is in use now.
            Assert.Equal(2, await Run("--participants", "12", "--months", "1", "--out", folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--participants", "0")]
    [InlineData("--participants", "20001")]
    [InlineData("--months", "37")]
    [InlineData("--start", "tomorrow")]
    [InlineData("--start", "2023-12-29")]
    [InlineData("--start", "2028-06-01")]
    [InlineData("--scheme", "nothing")]
    [InlineData("--set", "breach.proposeAt=nine")]
    [InlineData("--set", "breach.propose=4")]
    public async Task Refuses_what_cannot_be_carried_out(string option, string value) => Assert.Equal(2, await Run(option, value));

    [Fact]
    public async Task On_disk_the_same_seed_gives_the_same_digest_as_in_memory()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, await Run("--participants", "12", "--months", "1", "--seed", "3", "--out", folder.Path));
        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("summary.json")));
        var schemes = Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes")));
        var start = new LocalDate(2025, 1, 6);
        var order = new SimulationOrder(12, 1, 3, start, schemes.Catalogue.InForce("checkpoint", start)!, schemes.Calendar, []);

        var inMemory = await SimulationRun.Run(new InMemoryTableStore(), order, Behaviour.Read(Behaviour.ShippedFile), progress: null, CancellationToken.None);

        Assert.True(inMemory.Tally.Events > 300);
        Assert.Equal(inMemory.Tally.Digest, summary.RootElement.GetProperty("digest").GetString());
    }

    [Fact]
    public async Task Trials_are_listed_beside_the_truth_and_no_file_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, await Trials("--trials", "3", "--participants", "40", "--out", folder.File("trials.csv")));

        var lines = await File.ReadAllLinesAsync(folder.File("trials.csv"));
        Assert.Equal(4, lines.Length);
        Assert.Equal("trial,programme_reoffended,programme_people,control_reoffended,control_people,true_difference,difference,lower,upper,covered,p,rejected,net_pounds", lines[0]);
        Assert.Single(lines[1..].Select(line => line.Split(',')[5]).Distinct());
        Assert.Equal(2, await Trials("--trials", "3", "--participants", "40", "--out", folder.File("trials.csv")));
    }

    [Theory]
    [InlineData("--trials", "0")]
    [InlineData("--participants", "2000")]
    [InlineData("--months", "18")]
    [InlineData("--usual", "1.5")]
    [InlineData("--programme", "-0.1")]
    [InlineData("--signing", "0")]
    [InlineData("--threads", "0")]
    public async Task Refuses_trials_that_cannot_be(string option, string value) => Assert.Equal(2, await Trials(option, value));

    private static Task<int> Trials(params string[] arguments) => SimulateTrialsCommand.Create().Parse(arguments).InvokeAsync();

    private static Task<int> Run(params string[] arguments) => SimulateCommand.Create().Parse(arguments).InvokeAsync();
}
