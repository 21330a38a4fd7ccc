using Diversion.Casework.Schemes;

namespace Diversion.Local.Faults;

/// <summary>Files that people write have faults; all of them are reported at once, and no data were changed.</summary>
public sealed class FaultyFilesException(string folder, IReadOnlyList<SchemeFault> faults)
    : Exception($"{faults.Count} faults in {folder}")
{
    public string Folder { get; } = folder;

    public IReadOnlyList<SchemeFault> Faults { get; } = faults;
}
