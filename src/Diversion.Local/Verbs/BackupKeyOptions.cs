using System.CommandLine;
using Diversion.Local.Backups;
using Diversion.Local.Faults;

namespace Diversion.Local.Verbs;

/// <summary>With which key a backup or an export is encrypted.</summary>
internal static class BackupKeyOptions
{
    public static readonly Option<string?> NewKey = new("--new-key")
    {
        Description = "Make a new key, write it to this file, and encrypt with it. Keep it apart from what it encrypts: without it nothing can be restored or imported.",
        HelpName = "FILE",
    };

    /// <param name="folder">The data folder, in which the key must not lie; null when there is none.</param>
    /// <returns>Null when neither was given.</returns>
    public static BackupKey? KeyOf(ParseResult parsed, string? folder)
    {
        var (known, made) = (parsed.GetValue(SharedOptions.BackupKey), parsed.GetValue(NewKey));
        if (known is not null && made is not null)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, "Name either --key or --new-key, not both.");
        }

        if (folder is not null && (known ?? made) is { } path && !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, path)))
        {
            throw new CannotGoOnException(
                ExitCodes.WrongUsage, $"{path} is in the data folder, and would be lost together with it. Keep the key of backups somewhere else.");
        }

        return known is not null ? BackupKey.Read(known) : made is not null ? BackupKey.Make(made) : null;
    }
}
