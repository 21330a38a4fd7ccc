namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The templates in a temporary folder: some commands of the compiler write beside what they read.</summary>
internal sealed class TemplateCopy : IDisposable
{
    public TemplateCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Bicep.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Bicep.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory().FullName;

    /// <summary>Paths from the folder.</summary>
    public IReadOnlyList<string> Files(string pattern) =>
        [.. Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
