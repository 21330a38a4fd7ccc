using System.CommandLine;
using Diversion.Casework.Answers;
using Diversion.Casework.Staff;
using Diversion.Casework.StaffFiles;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import staff</c>: people, their roles, teams and organisations from a file.</summary>
internal static class ImportStaffVerb
{
    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Encoding = SharedOptions.Encoding();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be added and changed; keep nothing." };

    public static Verb Make()
    {
        var command = new Command("staff", "Import people with their roles, teams and organisations (CSV). Somebody of a known id is changed where the file says so; nobody leaves by an import.")
        {
            File, Data, Encoding, DryRun, ImportedRows.Rejected, ImportedRows.Strict, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import staff samples/staff.csv --data data/x --dry-run", "Says what would be added and changed. The sample is invented."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(File)!;
        var csv = FileText.Read(path, parsed.GetValue(Encoding)!);
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        var read = StaffFile.Read(csv);
        if (read is not Reply<StaffFile>.Given { Value: var file })
        {
            Terminal.Error.MarkupLineInterpolated($"[red]{((Reply<StaffFile>.Refused)read).Refusal.Message}[/]");
            return ExitCodes.Failed;
        }

        ImportedRows.TellUnknown(file.Unknown);
        using var cache = new StreamCache(1);
        var import = new StaffFileImport(new StaffService(folder.Store, cache, folder.Rulebook, new ChangeListeners()));
        var report = await ImportedRows.Run(
            rowDone => import.Run(file, CommandLineUser.By, folder.Clock.GetCurrentInstant(), parsed.GetValue(DryRun), rowDone, cancellation), "taken");
        return await ImportedRows.End(parsed, path, file.Headings, report.Rows, [.. report.Rejected.Select(row => (row.Line, row.Cells, row.Faults))], () => Tell(report));
    }

    private static void Tell(StaffFileReport report)
    {
        var people = new Table().Border(TableBorder.Simple).AddColumns("Line", "Id", "Name", "", "What");
        foreach (var (change, kind) in report.Added.Select(one => (one, "added")).Concat(report.Changed.Select(one => (one, "changed"))).OrderBy(one => one.one.Line))
        {
            people.AddRow(new string[] { $"{change.Line}", change.Id, change.Name, kind, string.Join("; ", change.What) }.Select(Markup.Escape).ToArray());
        }

        if (people.Rows.Count > 0)
        {
            Terminal.Out.Write(people);
        }

        var summary = new Table().Border(TableBorder.Rounded).AddColumn(report.DryRun ? "Rows, nothing kept" : "Rows").AddColumn(new TableColumn($"{report.Rows:N0}").RightAligned());
        summary.AddRow("added", $"{report.Added.Count:N0}");
        summary.AddRow("changed", $"{report.Changed.Count:N0}");
        summary.AddRow("as they are already", $"{report.Present:N0}");
        summary.AddRow("rejected", $"{report.Rejected.Count:N0}");
        summary.AddRow("not in the file, left as they are", $"{report.NotInFile.Count:N0}");
        Terminal.Out.Write(summary);
        TellNew("team", report.Teams);
        TellNew("organisation", report.Organisations);
        if (report.DryRun)
        {
            Terminal.Out.MarkupLine("Nothing was kept. Import it without --dry-run.");
        }
    }

    private static void TellNew(string what, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Terminal.Out.MarkupLineInterpolated($"New {what}: {name}");
        }
    }
}
