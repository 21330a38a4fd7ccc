using System.CommandLine;
using Diversion.Casework.Maintenance;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>rebuild</c>: rebuilds snapshots and read models from the events.</summary>
internal static class RebuildVerb
{
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to rebuild; no other program may use it meanwhile.");

    public static Verb Make()
    {
        var command = new Command("rebuild", "Rebuild every snapshot and read model from the events. Events are not changed.") { Data };
        command.SetAction(Run);
        return new Verb(command, ("diversion rebuild --data data/demo", "Writes only what differs; running it twice changes nothing."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(Data)!;
        if (!ProgrammeFolder.HasDatabase(folder))
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, $"There is no Diversion database in {folder}. Name the data folder of a programme.");
        }

        await using var store = SqliteTableStore.Open(folder);
        var report = await Counting.Show("Replaying streams", progress => Rebuilding.Run(store, progress, cancellation));
        Terminal.Out.MarkupLineInterpolated(
            $"[green]Rebuilt:[/] {report.Streams} from {report.Events:N0} events; {report.Written:N0} rows written, {report.Removed:N0} removed.");
        return ExitCodes.Ok;
    }
}
