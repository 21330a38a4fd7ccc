using Diversion.Local.Storage;
using Diversion.Local.Tests.Import;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Install;

/// <summary>Who may read the files of a data folder, whoever in the program creates them.</summary>
[Collection(nameof(RunningProgram))]
public sealed class FileModeTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Everything_is_for_the_owner_only_also_what_libraries_create_and_what_was_open_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data")).Code);
        Assert.Equal([], OpenToOthers());

        // As an earlier version left them, and as an operator has opened the feeds for another system.
        Directory.CreateDirectory(home.File("data/mail"));
        File.SetUnixFileMode(home.File("data/mail"), OwnerOnly.FolderMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(home.File("data/diversion.db"), OwnerOnly.FileMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        OwnerOnly.MakeFolder(home.File("data/feeds/tag-events"));
        File.SetUnixFileMode(home.File("data/feeds"), OwnerOnly.FolderMode | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute);

        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using (program)
        using (client)
        {
            await Sent.All(home.File("data"));
            using var page = await client.GetAsync("/sign-in");
            Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "backup", "one.backup", "--data", "data")).Code);
            Assert.Equal(["backup.lock", "feeds"], OpenToOthers());
            Assert.Equal(ExitCodes.Ok, await program.Stop());
        }

        Assert.NotEmpty(Directory.EnumerateFiles(home.File("data/session-keys")));
        Assert.NotEmpty(Directory.EnumerateFiles(home.File("data/messages")));
    }

    private string[] OpenToOthers()
    {
        var data = new DirectoryInfo(home.File("data"));
        return OperatingSystem.IsWindows()
            ? []
            : [.. data.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(one => (one.UnixFileMode & Others) != UnixFileMode.None).Select(one => Path.GetRelativePath(data.FullName, one.FullName)).Order(StringComparer.Ordinal)];
    }
}
