using System.Text.RegularExpressions;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Local.Tests.Import;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Moving;

public sealed partial class ProgrammeVerbTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_programme_is_exported_and_imported_with_the_same_digest_and_stands_still_where_it_was()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        await Run(ExitCodes.Ok, "import", "in.csv", "--data", "old");
        home.Write("old/destruction.log", """{"at":"2026-11-29T10:00:00Z","kind":"drafts","count":2}""" + "\n");

        // A batch that waits is in no export.
        Directory.CreateDirectory(home.File("old/feeds/tag-events"));
        home.Write("old/feeds/tag-events/waits.json", "{}");
        Assert.Contains("1 files wait in", await Run(ExitCodes.WrongUsage, "programme", "export", "moving.export", "--data", "old"), StringComparison.Ordinal);
        File.Delete(home.File("old/feeds/tag-events/waits.json"));

        var exported = await Run(ExitCodes.Ok, "programme", "export", "moving.export", "--data", "old", "--new-key", "moving.key");
        Assert.Contains("encrypted", exported, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(home.File("moving.export")));
        }

        Assert.Contains("Name the file of its key with --key", await Run(ExitCodes.WrongUsage, "programme", "import", "moving.export", "--data", "new"), StringComparison.Ordinal);
        Assert.False(Path.Exists(home.File("new")));
        var imported = await Run(ExitCodes.Ok, "programme", "import", "moving.export", "--data", "new", "--key", "moving.key");
        var verified = await Run(ExitCodes.Ok, "verify", "--data", "new");
        Assert.Equal(Digest(exported), Digest(imported));
        Assert.Equal(Digest(exported), Digest(verified));
        Assert.Equal(Keys.OfPseudonyms(home.File("old")), Keys.OfPseudonyms(home.File("new")));
        foreach (var name in new[] { ProgrammeFile.FileName, FileDestructionLog.FileName })
        {
            Assert.Equal(await File.ReadAllTextAsync(home.File($"old/{name}")), await File.ReadAllTextAsync(home.File($"new/{name}")));
        }

        Assert.Contains("There is a programme here already", await Run(ExitCodes.Failed, "programme", "import", "moving.export", "--data", "new", "--key", "moving.key"), StringComparison.Ordinal);

        // Where it was, no server starts and nothing is imported, until it is told to go on.
        Assert.Contains("was exported on", await Run(ExitCodes.DataUnavailable, "serve", "--data", "old"), StringComparison.Ordinal);
        Assert.Contains("was exported on", await Run(ExitCodes.DataUnavailable, "import", "in.csv", "--data", "old"), StringComparison.Ordinal);
        await Run(ExitCodes.Ok, "programme", "resume", "--data", "old");
        await Run(ExitCodes.Failed, "programme", "resume", "--data", "old");
        await Run(ExitCodes.Ok, "import", "in.csv", "--data", "old");
    }

    [Fact]
    public async Task A_damaged_file_a_folder_with_something_else_and_wrong_names_are_refused_and_nothing_is_left()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        await Run(ExitCodes.Ok, "import", "in.csv", "--data", "old");
        await Run(ExitCodes.Ok, "programme", "export", "moving.export", "--data", "old");
        var damaged = await File.ReadAllBytesAsync(home.File("moving.export"));
        damaged[damaged.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(home.File("damaged.export"), damaged);
        Directory.CreateDirectory(home.File("letters"));
        home.Write("letters/letter.txt", "mine");

        Assert.Contains("is damaged or is not an export", await Run(ExitCodes.Failed, "programme", "import", "damaged.export", "--data", "new"), StringComparison.Ordinal);
        Assert.Contains("There is no file nowhere", await Run(ExitCodes.WrongUsage, "programme", "import", "nowhere", "--data", "new"), StringComparison.Ordinal);
        Assert.Contains("is not empty", await Run(ExitCodes.DataUnavailable, "programme", "import", "moving.export", "--data", "letters"), StringComparison.Ordinal);
        Assert.Contains("moving.export exists", await Run(ExitCodes.WrongUsage, "programme", "export", "moving.export", "--data", "old"), StringComparison.Ordinal);
        Assert.Contains("There is no Diversion database", await Run(ExitCodes.DataUnavailable, "programme", "export", "other.export", "--data", "letters"), StringComparison.Ordinal);

        Assert.False(Path.Exists(home.File("new")));
        Assert.Equal([home.File("letters/letter.txt")], Directory.GetFiles(home.File("letters")));
    }

    private async Task<string> Run(int code, params string[] arguments)
    {
        var (ended, output, error) = await RunningProgram.Run(home.Path, arguments);
        Assert.True(code == ended, $"{string.Join(' ', arguments)}: {ended}\n{output}{error}");
        return output + error;
    }

    private static string Digest(string output) => TheDigest().Match(output).Groups["digest"].Value is { Length: 64 } digest ? digest : throw new InvalidOperationException(output);

    [GeneratedRegex("[Dd]igest (?<digest>[0-9a-f]{64})", RegexOptions.None, 1000)]
    private static partial Regex TheDigest();
}
