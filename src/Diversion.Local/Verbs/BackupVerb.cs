using System.CommandLine;
using Diversion.Local.Backups;
using Diversion.Local.Faults;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>backup</c>: everything in a data folder as of one instant, in one file, while the server goes on.</summary>
internal static class BackupVerb
{
    private static readonly Argument<string> Destination = new("dest") { Description = "The file to write; it must not exist. For a folder that exists: a file in it that is named after the time." };
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to back up. A server may be running on it.");

    private static readonly InstantPattern InName = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HHmmss'Z'");

    public static Verb Make()
    {
        var command = new Command("backup", "Back up a data folder as of one instant, in one file, while the server goes on.") { Destination, Data, SharedOptions.BackupKey, BackupKeyOptions.NewKey };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion backup /backups --data /srv/diversion --key /etc/diversion/backup.key", "For every night: a new file in /backups, encrypted."),
            ("diversion backup first.backup --data /srv/diversion --new-key backup.key", "Makes the key, too. Keep it apart from the backups."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(Data)!;
        var destination = parsed.GetValue(Destination)!;
        if (Directory.Exists(destination))
        {
            destination = Path.Combine(destination, $"diversion-{InName.Format(SystemClock.Instance.GetCurrentInstant())}.backup");
        }

        var key = BackupKeyOptions.KeyOf(parsed, folder);
        var manifest = await new BackupWriter(folder, TimeProvider.System).Write(destination, key, cancellation);
        var megabytes = new FileInfo(destination).Length / 1024d / 1024d;
        Terminal.Out.MarkupLineInterpolated(
            $"[green]Backed up:[/] {destination}, {manifest.Files.Count:N0} files as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC, {megabytes:N1} MB, {(key is null ? "not encrypted" : "encrypted")}.");
        if (key is null)
        {
            Terminal.Error.MarkupLine("[yellow]Whoever can read this file can read every record and sign in as anybody. Encrypt backups with --key or --new-key.[/]");
        }

        foreach (var name in manifest.LeftOut)
        {
            Terminal.Error.MarkupLineInterpolated($"[yellow]Left out, because not every system can have a file of this name: {name}[/]");
        }

        if (manifest.MissingPapers.Count > 0)
        {
            Terminal.Error.MarkupLineInterpolated(
                $"[red]{manifest.MissingPapers.Count:N0} papers are missing from the data folder and so from the backup, the first is {manifest.MissingPapers[0]}. Restore them from an older backup; `verify` names them.[/]");
            return ExitCodes.Failed;
        }

        return ExitCodes.Ok;
    }
}
