using Diversion.Casework.Documents;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Local.Tests.Storage;

public sealed class FolderDocuments() : DocumentStoreContract(new TemporaryPapers());

public sealed class FolderDocumentStoreTests
{
    private static readonly DocumentKey Key = new("DV-7K3M9-2QX4P", "0123abcd");

    [Fact]
    public async Task Only_the_owner_may_read_them()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var papers = new TemporaryPapers();
        await papers.Store.Write(Key, new MemoryStream([1]));
        var file = Path.Combine(papers.Folder, "papers", Key.Agreement, Key.Document);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_is_no_paper_and_goes_after_a_day()
    {
        using var papers = new TemporaryPapers();
        await papers.Store.Write(Key, new MemoryStream([1]));
        var left = Path.Combine(papers.Folder, "papers", Key.Agreement, "half.part");
        var fresh = Path.Combine(papers.Folder, "papers", Key.Agreement, "fresh.part");
        await File.WriteAllTextAsync(left, "half");
        await File.WriteAllTextAsync(fresh, "half");
        File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        var listed = new List<StoredDocument>();
        await foreach (var one in papers.Store.All())
        {
            listed.Add(one);
        }

        Assert.Equal([Key], listed.Select(one => one.Key));
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(fresh));
    }

    [Fact]
    public async Task A_lost_key_is_not_replaced_while_there_are_papers()
    {
        using var papers = new TemporaryPapers();
        var key = Keys.OfPapers(papers.Folder);
        Assert.Equal(key, Keys.OfPapers(papers.Folder));
        File.Delete(Path.Combine(papers.Folder, Keys.PapersFile));
        Assert.NotEqual(key, Keys.OfPapers(papers.Folder));

        await papers.Store.Write(Key, new MemoryStream([1]));
        File.Delete(Path.Combine(papers.Folder, Keys.PapersFile));
        Assert.Contains("Restore it from a backup", Assert.Throws<CannotGoOnException>(() => Keys.OfPapers(papers.Folder)).Message, StringComparison.Ordinal);
    }
}

internal sealed class TemporaryPapers : IDocumentStoreUnderTest
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("diversion-test-");

    public TemporaryPapers() => Store = new FolderDocumentStore(folder.FullName);

    public string Folder => folder.FullName;

    public IDocumentStore Store { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
