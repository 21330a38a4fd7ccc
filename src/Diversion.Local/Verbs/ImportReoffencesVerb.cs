using System.CommandLine;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Register;
using Diversion.Casework.Reoffences;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import reoffences</c>: what the police's records say of the people who are followed up.</summary>
internal static class ImportReoffencesVerb
{
    private const int CachedAgreements = 1_000;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Encoding = SharedOptions.Encoding();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read, match and check everything; keep nothing." };

    public static Verb Make()
    {
        var command = new Command("reoffences", "Import reoffences, and up to which day the police's records were searched. Importing twice changes nothing.")
        {
            File, Data, Encoding, DryRun, ImportedRows.Rejected, ImportedRows.Strict, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import reoffences samples/reoffences.csv --data data/x --dry-run", "Says what would be recorded, what matches nobody and what matches more than one. The sample is invented."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(File)!;
        var csv = FileText.Read(path, parsed.GetValue(Encoding)!);
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        var now = folder.Clock.GetCurrentInstant();
        var read = ReoffenceFile.Read(csv, WorkingCalendar.DateOf(now), folder.Rulebook.Schemes.Vocabulary);
        if (read is not Reply<ReoffenceFile>.Given { Value: var file })
        {
            Terminal.Error.MarkupLineInterpolated($"[red]{((Reply<ReoffenceFile>.Refused)read).Refusal.Message}[/]");
            return ExitCodes.Failed;
        }

        ImportedRows.TellUnknown(file.Unknown);
        using var cache = new StreamCache(CachedAgreements);
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        var import = new ReoffenceImport(folder.Store, casework, new Pseudonyms(Keys.OfPseudonyms(folder.Path)));
        var report = await ImportedRows.Run(rowDone => import.Run(file, CommandLineUser.By, now, parsed.GetValue(DryRun), rowDone, cancellation), "recorded");
        return await ImportedRows.End(parsed, path, file.Headings, report.Rows, [.. report.Rejected.Select(row => (row.Line, row.Cells, row.Faults))], () => Tell(report));
    }

    private static void Tell(ReoffenceReport report)
    {
        var summary = new Table().Border(TableBorder.Rounded).AddColumn(report.DryRun ? "Rows, nothing kept" : "Rows").AddColumn(new TableColumn($"{report.Rows:N0}").RightAligned());
        summary.AddRow("reoffences recorded", $"{report.Recorded:N0}");
        summary.AddRow("reoffences corrected", $"{report.Corrected:N0}");
        summary.AddRow("searches recorded", $"{report.Searched:N0}");
        summary.AddRow("already there", $"{report.Present:N0}");
        summary.AddRow("rejected", $"{report.Rejected.Count:N0}");
        summary.AddRow("  no case has the number", $"{report.NotMatched:N0}");
        summary.AddRow("  of more than one person", $"{report.MatchedMore:N0}");
        summary.AddRow("  not followed up, or before the start", $"{report.NotFollowedUp:N0}");
        Terminal.Out.Write(summary);
        if (report.DryRun)
        {
            Terminal.Out.MarkupLine("Nothing was kept. Import it without --dry-run.");
        }
    }
}
