namespace Diversion.Functions.Azure.Storage;

/// <summary>Rows and properties that the adapter stores beside those of its callers, who never see them.</summary>
/// <remarks>A caller's row key never starts with a space, which sorts before every other character allowed in a key.</remarks>
internal static class OwnRows
{
    /// <summary>The following transactions of this partition's commits, see <see cref="Journal"/>.</summary>
    public const string Journal = " journal";

    /// <summary>The first key that a caller can have.</summary>
    public const string FirstOfCallers = "!";

    /// <summary>On one row of each commit: which commit wrote it, so that a lost answer can be looked up.</summary>
    public const string CommitMark = "commit__";

    public static bool IsOwn(string rowKey) => rowKey[0] == ' ';
}
