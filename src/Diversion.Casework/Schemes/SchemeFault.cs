namespace Diversion.Casework.Schemes;

/// <summary>One fault in a scheme file, a bank holiday file or an override.</summary>
/// <param name="File">The file's name without its folder; for an override, the override as typed.</param>
/// <param name="Path">Where in the JSON, such as $.breach.proposeAt; $ is the whole file.</param>
/// <param name="Reason">What is wrong and what to put instead.</param>
public sealed record SchemeFault(string File, string Path, string Reason)
{
    public override string ToString() => $"{File} {Path}: {Reason}";
}
