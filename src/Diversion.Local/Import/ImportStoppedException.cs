namespace Diversion.Local.Import;

/// <summary>The store failed, or somebody stopped the import, before the end of the file.</summary>
/// <param name="soFar">The result for the rows that were processed; accepted ones stay.</param>
public sealed class ImportStoppedException(ImportReport soFar, Exception cause) : Exception(cause.Message, cause)
{
    public ImportReport SoFar { get; } = soFar;
}
