using System.CommandLine;
using Diversion.Casework.Agreements;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Diversion.Local.Programmes;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>import</c>: referrals from a custody system's export.</summary>
internal static class ImportVerb
{
    private const int CachedAgreements = 1_000;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into; created if it does not exist.");
    private static readonly Option<string> Encoding = SharedOptions.Encoding();

    public static Verb Make()
    {
        var command = new Command("import", "Import referrals from a custody system's export. Valid rows are kept; importing twice adds nothing.")
        {
            File, Data, Encoding, ImportedRows.Rejected, ImportedRows.Strict, SharedOptions.Scheme, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        var offences = ImportOffencesVerb.Make();
        command.Subcommands.Add(offences.Command);
        var transfer = ImportTransferVerb.Make();
        command.Subcommands.Add(transfer.Command);
        var harm = ImportHarmIndexVerb.Make();
        command.Subcommands.Add(harm.Command);
        var reoffences = ImportReoffencesVerb.Make();
        command.Subcommands.Add(reoffences.Command);
        var boundaries = ImportBoundariesVerb.Make();
        command.Subcommands.Add(boundaries.Command);
        var costs = ImportUnitCostsVerb.Make();
        command.Subcommands.Add(costs.Command);
        var services = ImportServicesVerb.Make();
        command.Subcommands.Add(services.Command);
        var staff = ImportStaffVerb.Make();
        command.Subcommands.Add(staff.Command);
        return new Verb(
            command,
            ("diversion import samples/referrals.csv --data data/x", "Rejected rows go to samples/referrals.rejected.csv with their reasons."),
            ("diversion import referrals.rejected.csv --data data/x --strict", "After correcting the rows; fails unless every row is imported."))
        {
            Below = [offences, transfer, reoffences, harm, boundaries, costs, services, staff],
        };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(File)!;
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        var file = ReferralFile.Open(path, parsed.GetValue(Encoding)!);
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, parsed.GetValue(SharedOptions.Scheme), cancellation: cancellation);
        ImportedRows.TellUnknown(file.Unknown);
        using var cache = new StreamCache(CachedAgreements);
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        var table = await new OffenceTableService(folder.Store, cache, folder.Rulebook, new ChangeListeners()).Current(cancellation);
        var rejectedPath = ImportedRows.RejectedPath(parsed, path);
        ImportReport report;
        try
        {
            report = await Shown(file, rowDone => new ReferralImport(casework, folder.Clock, table).Run(file, rowDone, cancellation));
        }
        catch (ImportStoppedException stopped)
        {
            await Tell(stopped.SoFar, file, rejectedPath);
            var isFault = stopped.InnerException is StorageUnavailableException;
            var why = isFault ? stopped.Message.Replace("; nothing of this command was written.", ".", StringComparison.Ordinal) : "It was interrupted.";
            throw new CannotGoOnException(
                isFault ? ExitCodes.DataUnavailable : ExitCodes.Interrupted,
                $"The import stopped before the end of the file. {why} {stopped.SoFar.Added + stopped.SoFar.Present:N0} referrals are imported. Import the same file again for the rest; nothing is added twice.",
                stopped);
        }

        if (!await Tell(report, file, rejectedPath))
        {
            return ExitCodes.Failed;
        }

        return report.Rejected.Count > 0 && (parsed.GetValue(ImportedRows.Strict) || report.Added + report.Present == 0) ? ExitCodes.Failed : ExitCodes.Ok;
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

    /// <returns>False when the rejected rows could not be written.</returns>
    private static async Task<bool> Tell(ImportReport report, ReferralFile file, string rejectedPath)
    {
        var unwritten = await RejectedRows.Tell(report.Rejected, file.Headings, rejectedPath);
        foreach (var again in report.Repeated.Take(RejectedRows.Shown))
        {
            Terminal.Out.MarkupLineInterpolated($"Line {again.Line} is the same as line {again.First}; it was imported once.");
        }

        foreach (var found in report.PossibleDuplicates.Take(RejectedRows.Shown))
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
        RejectedRows.SayWhere(report.Rejected.Count > 0, rejectedPath, unwritten);
        return unwritten is null;
    }
}
