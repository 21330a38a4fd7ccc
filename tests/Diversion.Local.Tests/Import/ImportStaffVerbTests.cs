using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

public sealed class ImportStaffVerbTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task The_sample_says_what_it_would_do_and_is_imported_with_its_errors_told()
    {
        home.Write("staff.csv", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "staff.csv")));

        var dry = await RunningProgram.Run(home.Path, "import", "staff", "staff.csv", "--data", "data", "--dry-run");
        Assert.Equal(ExitCodes.Ok, dry.Code);
        Assert.Matches(@"added\W+6\b", dry.Output);
        Assert.Contains("Nothing was kept", dry.Output, StringComparison.Ordinal);
        Assert.Contains("New team: North", dry.Output, StringComparison.Ordinal);

        var done = await RunningProgram.Run(home.Path, "import", "staff", "staff.csv", "--data", "data", "--strict");
        Assert.Equal(ExitCodes.Failed, done.Code);
        Assert.Matches(@"added\W+6\b", done.Output);
        Assert.Matches(@"\b8\b.*roles.*caseworker is not known", done.Output);
        Assert.Equal(4, (await File.ReadAllLinesAsync(home.File("staff.rejected.csv"))).Length);
        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "verify", "--data", "data")).Code);
    }
}
