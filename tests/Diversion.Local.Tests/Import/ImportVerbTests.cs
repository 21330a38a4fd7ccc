using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

/// <summary>The command as a person runs it.</summary>
[Collection(nameof(RunningProgram))]
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Standard_input_is_read()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row()}\n{ImportBench.Row("CR/2", date: "never")}\n");
        var told = await RunningProgram.RunWith(home.File("in.csv"), home.Path, "import", "/dev/stdin", "--data", "data");
        Assert.Equal(0, told.Code);
        Assert.True(File.Exists(home.File("import.rejected.csv")));
        Assert.Equal(0, (await RunningProgram.RunWith(home.File("in.csv"), home.Path, "import", "-", "--data", "data")).Code);
    }

    [Fact]
    public async Task Rejected_rows_that_cannot_be_written_are_reported_and_the_good_ones_stay()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row()}\n{ImportBench.Row("CR/2", date: "never")}\n");
        Directory.CreateDirectory(home.File("in.rejected.csv"));
        var told = await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data");
        Assert.Equal(1, told.Code);
        Assert.Contains("import again with --rejected FILE", told.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);

        var again = await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data", "--rejected", "elsewhere.csv");
        Assert.Equal(0, again.Code);
        Assert.Contains("never is not a date", File.ReadAllText(home.File("elsewhere.csv")), StringComparison.Ordinal);
    }
}
