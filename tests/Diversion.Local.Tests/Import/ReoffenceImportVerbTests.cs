using Diversion.Casework.Reoffences;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

/// <summary>The command as a person runs it.</summary>
public sealed class ReoffenceImportVerbTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task What_matches_nobody_is_counted_and_kept_in_a_file_with_its_reason()
    {
        home.Write("referrals.csv", $"{ImportBench.Headings}\n{ImportBench.Row()}\n");
        Assert.Equal(0, (await RunningProgram.Run(home.Path, "import", "referrals.csv", "--data", "data")).Code);
        home.Write("in.csv", "custody_reference,source_id,offence_date,extra\nCR/1,R-1,2026-10-03,x\nCR/9,R-2,2026-10-03,x\n");

        var told = await RunningProgram.Run(home.Path, "import", "reoffences", "in.csv", "--data", "data", "--dry-run");

        Assert.Equal(1, told.Code);
        Assert.Contains("The column extra is unknown", told.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was kept", told.Output, StringComparison.Ordinal);
        var rejected = File.ReadAllText(home.File("in.rejected.csv"));
        Assert.Contains("neither allocated in a trial nor signed", rejected, StringComparison.Ordinal);
        Assert.Contains("no case here has this number", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_what_it_needs_is_refused_whole()
    {
        home.Write("in.csv", "name,offence_date\n");
        var told = await RunningProgram.Run(home.Path, "import", "reoffences", "in.csv", "--data", "data");

        Assert.Equal(1, told.Code);
        Assert.Contains("says whom a row is about", told.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_has_every_column()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "import.md"));

        Assert.All(ReoffenceColumns.Columns.All.Where(column => column.Name != ReoffenceColumns.RejectReason), column =>
            Assert.Contains($"| `{column.Name}` ({string.Join(", ", column.Aliases)})", page, StringComparison.Ordinal));
    }
}
