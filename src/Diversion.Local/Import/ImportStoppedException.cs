namespace Diversion.Local.Import;

/// <summary>The store failed, or somebody stopped the import, before the end of the file.</summary>
/// <param name="soFar">Of the rows that were dealt with; those that were taken stay.</param>
public sealed class ImportStoppedException(ImportReport soFar, Exception cause) : Exception(cause.Message, cause)
{
    public ImportReport SoFar { get; } = soFar;
}
