using System.CommandLine;
using Diversion.Local.Backups;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>restore</c>: a data folder from a backup.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<string> Source = new("source") { Description = "The file that backup wrote." };
    private static readonly Option<string> Data = SharedOptions.Data("Folder to restore to; it is new or empty.");

    private static readonly Option<string?> Destroyed = new("--destroyed")
    {
        Description = "The destruction log of the programme as it was last, or a copy of it: what was erased after the backup is erased again. Needed unless Destruction__Log names it.",
    };

    public static Verb Make()
    {
        var command = new Command("restore", "Make a data folder from a backup, and verify it.") { Source, Data, SharedOptions.BackupKey, Destroyed };
        command.SetAction(Run);
        return new Verb(command, ("diversion restore diversion.backup --data /srv/restored --key backup.key --destroyed /srv/diversion/destruction.log", "Then serve it: diversion serve --data /srv/restored"));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (source, folder) = (parsed.GetValue(Source)!, parsed.GetValue(Data)!);
        var key = parsed.GetValue(SharedOptions.BackupKey) is { } path ? BackupKey.Read(path) : null;
        var manifest = await new BackupReader(source, key).Unpack(folder, cancellation);
        if (parsed.GetValue(Destroyed) is { } log)
        {
            await RestoredFolder.Merge(folder, log, cancellation);
        }

        await RestoredFolder.BringUpToDate(folder, cancellation);
        Terminal.Out.MarkupLineInterpolated(
            $"[green]Restored:[/] {folder}, {manifest.Files.Count:N0} files as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC, each as it was backed up.");
        return await VerifyVerb.Check(folder, cancellation);
    }
}
