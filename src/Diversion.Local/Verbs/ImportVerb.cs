using System.CommandLine;
using Diversion.Casework;
using Diversion.Casework.Keeping;
using Diversion.Casework.Queries;
using Diversion.Local.Hosting;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import</c>: referrals from a custody system's export.</summary>
internal static class ImportVerb
{
    /// <summary>More would scroll the summary's meaning away; the file of rejected rows has them all.</summary>
    private const int FaultsShown = 50;

    private const int CachedAgreements = 1_000;

    private static readonly Argument<string> File = new("file") { Description = "Comma-separated, UTF-8; docs/import.md lists the columns." };
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into; made when it is not there.");

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit 1 when any row was rejected, not only when nothing could be imported.",
    };

    public static Verb Make()
    {
        var command = new Command("import", "Take in referrals from a custody system's export. Good rows are kept; importing twice adds nothing.")
        {
            File, Data, Strict, SharedOptions.Scheme, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion import samples/referrals.csv --data data/x", "Rejected rows go to samples/referrals.rejected.csv with their reasons."),
            ("diversion import referrals.rejected.csv --data data/x --strict", "After correcting them; fails unless every row is in."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(File)!;
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        using var file = ReferralFile.Open(path);
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, parsed.GetValue(SharedOptions.Scheme), cancellation: cancellation);
        foreach (var unknown in file.Unknown)
        {
            Terminal.Error.MarkupLineInterpolated($"[yellow]The column {unknown} is not known and not imported.[/]");
        }

        using var cache = new AgreementCache(CachedAgreements);
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        var report = await Shown(file, rowDone => new ReferralImport(casework, folder.Clock).Run(file, rowDone, cancellation));
        await Tell(report, file, path, cancellation);
        return report.Rejected.Count > 0 && (parsed.GetValue(Strict) || report.Added + report.Present == 0) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<ImportReport> Shown(ReferralFile file, Func<Action?, Task<ImportReport>> import)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return await import(null);
        }

        return await Terminal.Error.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("Importing", maxValue: 1);
            return await import(() => bar.Value = file.Progress);
        });
    }

    private static async Task Tell(ImportReport report, ReferralFile file, string path, CancellationToken cancellation)
    {
        if (report.Rejected.Count > 0)
        {
            var faults = new Table().Border(TableBorder.Simple).AddColumns("Line", "Column", "Reason");
            foreach (var fault in report.Rejected.SelectMany(row => row.Faults).Take(FaultsShown))
            {
                faults.AddRow($"{fault.Line}", Markup.Escape(fault.Column ?? "-"), Markup.Escape(fault.Reason));
            }

            Terminal.Out.Write(faults);
            if (report.Rejected.Sum(row => row.Faults.Count) is var all and > FaultsShown)
            {
                Terminal.Out.MarkupLineInterpolated($"... and {all - FaultsShown} more.");
            }
        }

        foreach (var again in report.Repeated.Take(FaultsShown))
        {
            Terminal.Out.MarkupLineInterpolated($"Line {again.Line} says the same as line {again.First}; it was taken once.");
        }

        foreach (var found in report.PossibleDuplicates.Take(FaultsShown))
        {
            var others = string.Join(", ", found.Others.Select(other => $"{other.Agreement} ({DuplicateWords.Of(other.By)})"));
            Terminal.Out.MarkupLineInterpolated($"Line {found.Line}: the person of {found.Agreement} may have a case already: {others}.");
        }

        var summary = new Table().Border(TableBorder.Rounded).AddColumn("Rows").AddColumn(new TableColumn($"{report.Rows:N0}").RightAligned());
        summary.AddRow("referred", $"{report.Added:N0}");
        summary.AddRow("already there", $"{report.Present:N0}");
        summary.AddRow("repeated in the file", $"{report.Repeated.Count:N0}");
        summary.AddRow("referred, possible duplicates", $"{report.PossibleDuplicates.Count:N0}");
        summary.AddRow("rejected", $"{report.Rejected.Count:N0}");
        Terminal.Out.Write(summary);
        if (report.Rejected.Count > 0)
        {
            var rejected = RejectedFile.PathFor(path);
            await RejectedFile.Write(rejected, file.Headings, report.Rejected, cancellation);
            Terminal.Out.MarkupLineInterpolated($"The rejected rows, with reasons: {rejected}");
        }
    }
}
