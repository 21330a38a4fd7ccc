using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

/// <summary>The command as a person runs it.</summary>
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

    [Fact]
    public async Task A_table_of_offence_codes_is_imported_whole_or_refused_with_the_row()
    {
        home.Write("good.csv", "code,description,class,group\nA1,Theft from a shop,TEW,theft\n");
        home.Write("bad.csv", "code,description,class,group\nA1,Theft from a shop,TEW,theft\nA2,Affray,perhaps,public order\n");
        var refused = await RunningProgram.Run(home.Path, "import", "offences", "bad.csv", "--data", "data");
        Assert.Equal(1, refused.Code);
        Assert.Contains("Row 3: class: perhaps is not known", refused.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);

        var done = await RunningProgram.Run(home.Path, "import", "offences", "good.csv", "--data", "data");
        Assert.Equal((0, "Offence codes loaded: 1."), (done.Code, done.Output.Trim()));
        Assert.Contains("loaded already", (await RunningProgram.Run(home.Path, "import", "offences", "good.csv", "--data", "data")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunningProgram.Run(home.Path, "verify", "--data", "data")).Code);
    }
}
