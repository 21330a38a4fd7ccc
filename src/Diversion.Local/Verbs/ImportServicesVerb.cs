using System.CommandLine;
using Diversion.Casework.Answers;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import services</c>: the service directory from a file.</summary>
internal static class ImportServicesVerb
{
    private const int CachedStreams = 100;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Encoding = SharedOptions.Encoding();

    public static Verb Make()
    {
        var command = new Command("services", "Import the service directory (CSV; field names of Open Referral UK). Valid rows are kept; importing twice changes nothing.")
        {
            File, Data, Encoding, ImportedRows.Rejected, ImportedRows.Strict, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import services services.csv --data data/x", "Adds and changes services; a service that the file leaves out stays as it is."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(File)!;
        var csv = FileText.Read(path, parsed.GetValue(Encoding)!);
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        var read = ServiceFile.Read(csv, folder.Rulebook.Schemes.Vocabulary);
        if (read is not Reply<ServiceFile>.Given { Value: var file })
        {
            Terminal.Error.MarkupLineInterpolated($"[red]{((Reply<ServiceFile>.Refused)read).Refusal.Message}[/]");
            return ExitCodes.Failed;
        }

        ImportedRows.TellUnknown(file.Unknown);
        using var cache = new StreamCache(CachedStreams);
        var services = new ServiceService(folder.Store, cache, folder.Rulebook, new ServiceDirectory(folder.Store), new ChangeListeners());
        var report = await ImportedRows.Run(
            rowDone => new ServiceImport(services, folder.Rulebook).Run(file, CommandLineUser.By, folder.Clock.GetCurrentInstant(), rowDone, cancellation), "taken");
        return await ImportedRows.End(parsed, path, file.Headings, report.Rows, [.. report.Rejected.Select(row => (row.Line, row.Cells, row.Faults))], () => Tell(report));
    }

    private static void Tell(ServiceImportReport report)
    {
        var summary = new Table().Border(TableBorder.Rounded).AddColumn("Rows").AddColumn(new TableColumn($"{report.Rows:N0}").RightAligned());
        summary.AddRow("added", $"{report.Added:N0}");
        summary.AddRow("changed", $"{report.Changed:N0}");
        summary.AddRow("already there", $"{report.Present:N0}");
        summary.AddRow("rejected", $"{report.Rejected.Count:N0}");
        Terminal.Out.Write(summary);
    }
}
