using System.CommandLine;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Local.Backups;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>verify</c>: checks that a data folder contains what was written.</summary>
internal static class VerifyVerb
{
    private static readonly Option<string?> Data = new("--data") { Description = "Data folder to check; it is not changed. Stop the server first if you can.", HelpName = "DIR" };

    private static readonly Option<string?> Backup = new("--backup")
    {
        Description = "Check a backup instead: it is unpacked into the system's folder for temporary files, checked like a data folder, and removed there.",
        HelpName = "FILE",
    };

    public static Verb Make()
    {
        var command = new Command("verify", "Check the hash chain of every event stream, and compare every snapshot, read model and paper with its events.")
        {
            Data, Backup, SharedOptions.BackupKey,
        };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion verify --data data/demo", "Exit code 0 and a summary if everything is correct; otherwise 1 and the first fault."),
            ("diversion verify --backup diversion.backup --key backup.key", "Whether this backup could be restored."));
    }

    /// <summary>Checks a data folder and prints what it found.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Check(string folder, CancellationToken cancellation)
    {
        await using var store = SqliteTableStore.OpenToRead(folder);
        var papers = new DocumentVault(new FolderDocumentStore(folder), new WrappingKey(Keys.OfPapersIfAny(folder)));
        return Tell(await Counting.Show("Checking streams", progress => Verification.Run(store, progress, papers, cancellation)));
    }

    /// <returns>The exit code.</returns>
    public static int Tell(VerificationReport report)
    {
        if (report.Fault is { } fault)
        {
            Terminal.Out.MarkupLineInterpolated($"[red]{fault}[/]");
            return ExitCodes.Failed;
        }

        Terminal.Out.MarkupLineInterpolated(
            $"[green]All is well:[/] {report.Streams}, {report.Events:N0} events in unbroken chains, {report.Rows:N0} read-model rows correct{(report.Papers > 0 ? $", {report.Papers:N0} papers as they were added" : "")}. Digest {report.Digest}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation) => (parsed.GetValue(Data), parsed.GetValue(Backup)) switch
    {
        ({ } folder, null) => await Check(folder, cancellation),
        (null, { } backup) => await CheckBackup(backup, parsed.GetValue(SharedOptions.BackupKey) is { } path ? BackupKey.Read(path) : null, cancellation),
        _ => throw new CannotGoOnException(ExitCodes.WrongUsage, "Name either a data folder with --data, or a backup with --backup."),
    };

    private static async Task<int> CheckBackup(string backup, BackupKey? key, CancellationToken cancellation)
    {
        var temporary = Directory.CreateTempSubdirectory("diversion-verify-");
        try
        {
            var manifest = await new BackupReader(backup, key).Unpack(temporary.FullName, cancellation);
            await RestoredFolder.BringUpToDate(temporary.FullName, cancellation);
            Terminal.Out.MarkupLineInterpolated($"{manifest.Files.Count:N0} files as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC, each as it was backed up.");
            return await Check(temporary.FullName, cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
