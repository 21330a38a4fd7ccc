using Diversion.Casework.Maintenance;
using Diversion.Casework.Moving;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>What an export or an import has done, on either host.</summary>
internal static class ExportScreen
{
    public static void Exported(IAnsiConsole console, string file, MoveManifest manifest, bool encrypted)
    {
        console.MarkupLineInterpolated(
            $"[green]Exported:[/] {file}, {manifest.Streams:N0} streams, {manifest.Events:N0} events, {manifest.Papers:N0} papers, {(encrypted ? "encrypted" : "not encrypted")}, digest {manifest.Digest}.");
        console.WriteLine("The programme stands still here. Import the file on the other host, compare the digest, and delete the file.");
        if (!encrypted)
        {
            console.MarkupLine("[yellow]Whoever can read this file can read every record and paper. Encrypt exports with --key or --new-key.[/]");
        }
    }

    public static void Imported(IAnsiConsole console, string place, VerificationReport report) => console.MarkupLineInterpolated(
        $"[green]Imported:[/] {place}, {report.Streams}, {report.Events:N0} events in unbroken chains, {report.Rows:N0} read-model rows, {report.Papers:N0} papers, digest {report.Digest}.");
}
