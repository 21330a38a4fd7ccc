using Diversion.Casework.Schemes;
using Diversion.Local.Faults;

namespace Diversion.Local.Programmes;

/// <summary>The schemes folder: the one that is given, otherwise the one next to the program.</summary>
public static class ShippedSchemes
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "schemes");

    /// <exception cref="FaultyFilesException">With every fault of every file.</exception>
    public static SchemeLoad.Loaded Load(string? named)
    {
        var folder = named ?? Folder;
        return SchemeFiles.Load(folder) switch
        {
            SchemeLoad.Loaded loaded => loaded,
            SchemeLoad.Faulty faulty => throw new FaultyFilesException(folder, faulty.Faults),
            _ => throw new InvalidOperationException(),
        };
    }
}
