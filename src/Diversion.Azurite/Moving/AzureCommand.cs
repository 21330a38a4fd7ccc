using System.CommandLine;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Moving;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Hosting;
using Diversion.Local;
using Diversion.Local.Backups;
using Diversion.Local.Faults;
using Diversion.Local.Moving;
using Diversion.Local.Programmes;
using Diversion.Local.Verbs;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Spectre.Console;

namespace Diversion.Azurite.Moving;

/// <summary><c>./run azure VERB</c>: what an operator does with a programme on Azure, from a machine that may reach its storage.</summary>
internal static class AzureCommand
{
    private static readonly Argument<string> To = new("file") { Description = "The file to write; it must not exist." };
    private static readonly Argument<string> From = new("file") { Description = "The file that an export wrote." };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Work on the programme in the storage account that the app's settings name (Tables__ServiceUri, Documents__ServiceUri, PseudonymKey, DataProtection__KeyUri, Programme__Path or Programme__Json, as environment variables), signed in as you are on this machine (az login). docs/azure.md.")
        {
            Verb("export", "Write the whole programme into one file that any host can import. It stands still here afterwards.", Export, To, SharedOptions.BackupKey, BackupKeyOptions.NewKey),
            Verb("import", "Import an export into an empty account, and verify it.", Import, From, SharedOptions.BackupKey),
            Verb("resume", "Let a programme go on here that was exported and is imported nowhere.", Resume),
            Verb("rebuild", "Make every snapshot and read model again from the events. The app stands still meanwhile.", Rebuild),
            Verb("verify", "Check the hash chain of every event stream, and compare every snapshot, read model and paper with its events. Stop the app first.", Verify),
            SharedOptions.Verbose,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Terminal.Error.WriteLine(error.Message);
            }

            Terminal.Error.WriteLine("`./run azure --help` shows the usage.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(15) });
        }
        catch (Exception fault) when (fault is FaultySettingsException or SettingsException)
        {
            Terminal.Error.WriteLine(fault.Message);
            return ExitCodes.FaultyFiles;
        }
        catch (Exception fault)
        {
            return FaultReport.Tell(fault, Terminal.Error, SharedOptions.IsVerbose(parsed));
        }
    }

    private static Command Verb(string name, string description, Func<AzureAccount, ParseResult, CancellationToken, Task> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var account = await AzureAccount.Open(new ConfigurationBuilder().AddEnvironmentVariables().Build(), cancellation: cancellation);
            await run(account, parsed, cancellation);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task Export(AzureAccount account, ParseResult parsed, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(parsed.GetValue(To)!);
        ExportFile.RequireNew(file);
        var key = BackupKeyOptions.KeyOf(parsed, folder: null);
        var export = new ProgrammeExport(account.Place, ProgrammeFile.TextOf(account.Settings.Rulebook.Settings), account.Settings.PseudonymKey, TimeProvider.System);
        var manifest = await Counting.Show("Waiting for the workers, then checking streams", progress => export.Run(pack => ExportFile.Write(file, key, pack, cancellation), progress, cancellation));
        ExportScreen.Exported(Terminal.Out, file, manifest, key is not null);
    }

    private static async Task Import(AzureAccount account, ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(From)!;
        var key = parsed.GetValue(SharedOptions.BackupKey) is { } path ? BackupKey.Read(path) : null;
        var import = new ProgrammeImport(stop => ExportFile.Open(file, key, stop));
        var arriving = await import.Check(cancellation);
        account.RequireSameSettings(arriving);
        var report = await Counting.Show("Importing streams", progress => import.Into(account.Place, arriving, SystemClock.Instance.GetCurrentInstant(), null, progress, cancellation));
        ExportScreen.Imported(Terminal.Out, account.Name, report);
        Terminal.Out.WriteLine("Start the app: within minutes its sweep starts the workflows of what falls due.");
    }

    private static async Task Resume(AzureAccount account, ParseResult parsed, CancellationToken cancellation) => Terminal.Out.WriteLine(
        await ProgrammeExport.Resume(account.Place.Store, cancellation)
            ? "It goes on here within half a minute. Delete the export, so that nobody imports it."
            : "It does not stand still for an export. Nothing was changed.");

    private static async Task Rebuild(AzureAccount account, ParseResult parsed, CancellationToken cancellation)
    {
        var report = await Counting.Show("Waiting for the workers, then replaying streams", progress =>
            StandstillRebuild.Run(account.Place, SystemClock.Instance.GetCurrentInstant(), progress, cancellation));
        Terminal.Out.MarkupLineInterpolated(
            $"[green]Rebuilt:[/] {report.Streams} from {report.Events:N0} events; {report.Written:N0} rows written, {report.Removed:N0} removed.");
    }

    private static async Task Verify(AzureAccount account, ParseResult parsed, CancellationToken cancellation)
    {
        var report = await Counting.Show("Checking streams", progress => Verification.Run(account.Place.Store, progress, account.Place.Papers, cancellation));
        VerifyVerb.Tell(report);
        if (report.Fault is not null)
        {
            throw new CannotGoOnException(ExitCodes.Failed, "On Azure, what is not as it should be while the app runs may be work that is under way: stop the app and verify again.");
        }
    }
}
