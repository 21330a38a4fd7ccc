using System.CommandLine;
using Diversion.Casework.Moving;
using Diversion.Local.Backups;
using Diversion.Local.Faults;
using Diversion.Local.Moving;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using NodaTime;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>programme export</c>, <c>import</c> and <c>resume</c>: a whole programme moves to another host.</summary>
internal static class ProgrammeVerb
{
    private static readonly Argument<string> To = new("file") { Description = "The file to write; it must not exist." };
    private static readonly Argument<string> From = new("file") { Description = "The file that an export wrote." };
    private static readonly Option<string> Source = SharedOptions.Data("Data folder of the programme. Stop its server first.");
    private static readonly Option<string> Target = SharedOptions.Data("New or empty folder to import into.");
    private static readonly Option<string> Stays = SharedOptions.Data("Data folder that was exported.");

    public static Verb Make()
    {
        var export = new Command("export", "Write a whole programme into one file that any host can import. It stands still here afterwards.") { To, Source, SharedOptions.BackupKey, BackupKeyOptions.NewKey };
        export.SetAction(Export);
        var import = new Command("import", "Make a data folder from an export, of this or another host, and verify it.") { From, Target, SharedOptions.BackupKey, SharedOptions.Schemes };
        import.SetAction(Import);
        var resume = new Command("resume", "Let a programme go on here that was exported and is imported nowhere.") { Stays };
        resume.SetAction(Resume);
        return new Verb(
            new Command("programme", "Move a whole programme to another host: export it here, import it there. On Azure: ./run azure.") { export, import, resume },
            ("diversion programme export moving.export --data /srv/diversion --new-key moving.key", "Afterwards no server starts on this folder."))
        {
            Below =
            [
                new Verb(export, ("diversion programme export moving.export --data /srv/diversion --new-key moving.key", "Encrypted, with a key that is made for it.")),
                new Verb(import, ("diversion programme import moving.export --data /srv/diversion --key moving.key", "Prints the digest that the export printed.")),
                new Verb(resume, ("diversion programme resume --data /srv/diversion", "Only when the export is imported nowhere: otherwise everything happens twice.")),
            ],
        };
    }

    private static async Task<int> Export(ParseResult parsed, CancellationToken cancellation)
    {
        var (file, folder) = (Path.GetFullPath(parsed.GetValue(To)!), Path.GetFullPath(parsed.GetValue(Source)!));
        ExportFile.RequireNew(file);
        RequireDatabase(folder);
        await using var store = SqliteTableStore.Open(folder);
        await ReadModelUpkeep.Run(store, cancellation);
        await FolderPlace.RequireReady(folder, store, cancellation);
        var key = BackupKeyOptions.KeyOf(parsed, folder);
        var export = new ProgrammeExport(
            FolderPlace.Of(folder, store, FileDestructionLog.Of(folder)), await File.ReadAllTextAsync(ProgrammeFile.PathIn(folder), cancellation), Keys.OfPseudonyms(folder), TimeProvider.System);
        var manifest = await Counting.Show("Checking streams", progress => export.Run(pack => ExportFile.Write(file, key, pack, cancellation), progress, cancellation));
        ExportScreen.Exported(Terminal.Out, file, manifest, key is not null);
        return ExitCodes.Ok;
    }

    private static async Task<int> Import(ParseResult parsed, CancellationToken cancellation)
    {
        var (file, folder) = (parsed.GetValue(From)!, Path.GetFullPath(parsed.GetValue(Target)!));
        var key = parsed.GetValue(SharedOptions.BackupKey) is { } path ? BackupKey.Read(path) : null;
        var import = new ProgrammeImport(stop => ExportFile.Open(file, key, stop));
        var arriving = await import.Check(cancellation);
        FolderPlace.RequireUsable(folder, arriving, ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes)).Catalogue);
        await using var store = FolderPlace.OpenToImport(folder);
        var place = FolderPlace.Of(folder, store, new FileDestructionLog(folder));
        var report = await Counting.Show("Importing streams", progress => import.Into(
            place, arriving, SystemClock.Instance.GetCurrentInstant(), () => FolderPlace.WriteSettings(folder, arriving), progress, cancellation));
        ExportScreen.Imported(Terminal.Out, folder, report);
        return ExitCodes.Ok;
    }

    private static async Task<int> Resume(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(Stays)!;
        RequireDatabase(folder);
        await using var store = SqliteTableStore.Open(folder);
        if (!await ProgrammeExport.Resume(store, cancellation))
        {
            Terminal.Out.MarkupLineInterpolated($"{folder} does not stand still for an export. Nothing was changed.");
            return ExitCodes.Failed;
        }

        Terminal.Out.MarkupLineInterpolated($"[green]It goes on here:[/] {folder}. Delete the export, so that nobody imports it.");
        return ExitCodes.Ok;
    }

    private static void RequireDatabase(string folder)
    {
        if (!ProgrammeFolder.HasDatabase(folder))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"There is no Diversion database in {folder}. Name the data folder of a programme.");
        }
    }
}
