using System.CommandLine;
using Diversion.Casework.Csv;
using Diversion.Casework.Storage;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>A file whose rows are imported one by one: those that can be taken are kept, the others are reported.</summary>
internal static class ImportedRows
{
    public static readonly Option<bool> Strict = new("--strict") { Description = "Exit 1 when any row was rejected, not only when nothing could be imported." };

    public static readonly Option<string?> Rejected = new("--rejected")
    {
        Description = "Where to write the rejected rows. [default: beside the file, as NAME.rejected.csv]",
        HelpName = "FILE",
    };

    /// <summary>The rejected rows go beside the file, unless another place was named.</summary>
    public static string RejectedPath(ParseResult parsed, string path) => parsed.GetValue(Rejected) ?? RejectedFile.PathFor(path);

    public static void TellUnknown(IEnumerable<string> headings)
    {
        foreach (var unknown in headings)
        {
            Terminal.Error.MarkupLineInterpolated($"[yellow]The column {unknown} is unknown and is not imported.[/]");
        }
    }

    /// <param name="import">Calls back after every row.</param>
    /// <param name="done">What happens to a row, in the past: "recorded".</param>
    /// <exception cref="CannotGoOnException">It stopped before the end of the file.</exception>
    public static async Task<TReport> Run<TReport>(Func<Action, Task<TReport>> import, string done)
    {
        try
        {
            return await Counting.Show("Importing", progress =>
            {
                var count = 0L;
                return import(() => progress.Report(Interlocked.Increment(ref count)));
            });
        }
        catch (Exception stopped) when (stopped is StorageUnavailableException or OperationCanceledException)
        {
            throw new CannotGoOnException(
                stopped is StorageUnavailableException ? ExitCodes.DataUnavailable : ExitCodes.Interrupted,
                $"The import stopped before the end of the file. {(stopped is StorageUnavailableException ? stopped.Message : "It was interrupted.")} What was {done} stays. Import the same file again for the rest; nothing is {done} twice.",
                stopped);
        }
    }

    /// <summary>The rejected rows, then the summary, then where they are.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="rows">In the file.</param>
    /// <param name="summary">Shows the counts.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> End(
        ParseResult parsed, string path, IReadOnlyList<string> headings, int rows, IReadOnlyList<(int Line, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults)> rejected, Action summary)
    {
        var to = RejectedPath(parsed, path);
        var unwritten = await RejectedRows.Tell([.. rejected.Select(row => new FileRow.Faulty(row.Line, row.Cells, row.Faults))], headings, to);
        summary();
        RejectedRows.SayWhere(rejected.Count > 0, to, unwritten);
        return unwritten is not null || (rejected.Count > 0 && (parsed.GetValue(Strict) || rejected.Count == rows)) ? ExitCodes.Failed : ExitCodes.Ok;
    }
}
