using System.CommandLine;
using Diversion.Casework.Maintenance;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>verify</c>: checks that a data folder contains what was written.</summary>
internal static class VerifyVerb
{
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to check; it is only read. Stop the server first if you can.");

    public static Verb Make()
    {
        var command = new Command("verify", "Walk every chain of events, compare every snapshot and read model with them.") { Data };
        command.SetAction(Run);
        return new Verb(command, ("diversion verify --data data/demo", "Exit 0 and a summary when all is well; exit 1 and the first fault when not."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = SqliteTableStore.OpenToRead(parsed.GetValue(Data)!);
        var report = await Counting.Show("Checking agreements", progress => Verification.Run(store, progress, cancellation));
        if (report.Fault is { } fault)
        {
            Terminal.Out.MarkupLineInterpolated($"[red]{fault}[/]");
            return ExitCodes.Failed;
        }

        Terminal.Out.MarkupLineInterpolated(
            $"[green]All is well:[/] {report.Agreements:N0} agreements, {report.Events:N0} events in unbroken chains, {report.Rows:N0} read-model rows as they should be.");
        return ExitCodes.Ok;
    }
}
