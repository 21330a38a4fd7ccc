using System.Text.Json;
using Diversion.Local.Simulation.Behaviours;
using Diversion.Local.Simulation.Running;
using Diversion.Local.Simulation;
using NodaTime;

namespace Diversion.Local.Tests.Simulation;

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
    public void Says_what_to_change_when_the_bank_holidays_end_too_early()
    {
        var order = SimulatedProgramme.Order(1) with { Start = new LocalDate(2028, 6, 1), Months = 3 };

        Assert.Contains("bank holidays end on 2028-12-31. Give fewer --months, an earlier --start", order.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_figure_of_behaviour_says_where_it_comes_from()
    {
        var figures = Behaviour.Read(Behaviour.ShippedFile).Figures;

        Assert.Contains(figures.Values, figure => !figure.Assumed);
        Assert.All(figures.Values, figure => Assert.NotEmpty(figure.Source));
        Assert.Equal(0.056, figures["reoffending.provedOnContract"].Value);
        Assert.False(figures["reoffending.provedOnContract"].Assumed);
    }

    private static Task<int> Run(params string[] arguments) => SimulateCommand.Create().Parse(arguments).InvokeAsync();
}
