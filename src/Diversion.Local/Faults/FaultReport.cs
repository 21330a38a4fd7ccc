using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Spectre.Console;

namespace Diversion.Local.Faults;

/// <summary>The one place where an exception becomes a message for the person at the command line, and an exit code.</summary>
internal static class FaultReport
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int NoSpaceLeft = 28;

    /// <param name="verbose">Show the stack trace too.</param>
    public static int Tell(Exception fault, IAnsiConsole console, bool verbose)
    {
        var (code, message) = Explain(fault);
        if (fault is FaultyFilesException faulty)
        {
            console.Write(TableOf(faulty));
        }

        console.MarkupLineInterpolated($"[red]{message}[/]");
        if (verbose)
        {
            console.WriteLine(fault.ToString());
        }

        return code;
    }

    private static (int Code, string Message) Explain(Exception fault) => fault switch
    {
        CannotGoOnException told => (told.ExitCode, told.Message),
        FaultyFilesException faulty => (
            ExitCodes.FaultyFiles, $"{(faulty.Faults.Count == 1 ? "Correct this error" : $"Correct these {faulty.Faults.Count} errors")} and start again. No data was changed."),
        MoveException => (ExitCodes.Failed, fault.Message),
        StorageUnavailableException or StreamBrokenException => (ExitCodes.DataUnavailable, fault.Message),
        OperationCanceledException => (ExitCodes.Interrupted, "Stopped before the end. Finished work is kept; run the command again to continue."),
        IOException { HResult: DiskFull or NoSpaceLeft } => (ExitCodes.DataUnavailable, $"The disk is full. Free space and try again. ({fault.Message})"),
        UnauthorizedAccessException or IOException => (ExitCodes.DataUnavailable, $"{fault.Message} Check the path and its permissions, then try again."),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => (
            ExitCodes.Failed,
            $"Internal error: {fault.Message} Run the command again with --verbose and report the output. Data that was acknowledged is safe."),
    };

    private static Table TableOf(FaultyFilesException faulty)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(faulty.Folder)).AddColumns("File", "Path", "Reason");
        foreach (var fault in faulty.Faults)
        {
            table.AddRow(Markup.Escape(fault.File), Markup.Escape(fault.Path), Markup.Escape(fault.Reason));
        }

        return table;
    }
}
