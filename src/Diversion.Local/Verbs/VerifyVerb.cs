using System.CommandLine;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>verify</c>: checks that a data folder contains what was written.</summary>
internal static class VerifyVerb
{
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to check; it is not changed. Stop the server first if you can.");

    public static Verb Make()
    {
        var command = new Command("verify", "Check the hash chain of every event stream, and compare every snapshot, read model and paper with its events.") { Data };
        command.SetAction(Run);
        return new Verb(command, ("diversion verify --data data/demo", "Exit code 0 and a summary if everything is correct; otherwise 1 and the first fault."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(Data)!;
        await using var store = SqliteTableStore.OpenToRead(folder);
        var papers = new DocumentVault(new FolderDocumentStore(folder), new WrappingKey(Keys.OfPapersIfAny(folder)));
        var report = await Counting.Show("Checking streams", progress => Verification.Run(store, progress, papers, cancellation));
        if (report.Fault is { } fault)
        {
            Terminal.Out.MarkupLineInterpolated($"[red]{fault}[/]");
            return ExitCodes.Failed;
        }

        Terminal.Out.MarkupLineInterpolated(
            $"[green]All is well:[/] {report.Streams}, {report.Events:N0} events in unbroken chains, {report.Rows:N0} read-model rows correct{(report.Papers > 0 ? $", {report.Papers:N0} papers as they were added" : "")}.");
        return ExitCodes.Ok;
    }
}
