using Diversion.Local.Import;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>The rejected rows of an import, with their reasons: on the screen, and in a file to correct and import again.</summary>
internal static class RejectedRows
{
    /// <summary>More would push the summary off the screen; the file has them all.</summary>
    public const int Shown = 50;

    /// <summary>Writes the file, and shows the reasons: all of them if it could not be written.</summary>
    /// <returns>Why it could not be written; null when it was, or when no row was rejected.</returns>
    public static async Task<string?> Tell(IReadOnlyList<FileRow.Faulty> rows, IReadOnlyList<string> headings, string path)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var unwritten = await Write(rows, headings, path);
        var shown = unwritten is null ? Shown : int.MaxValue;
        var faults = new Table().Border(TableBorder.Simple).AddColumns("Line", "Column", "Reason");
        foreach (var fault in rows.SelectMany(row => row.Faults).Take(shown))
        {
            faults.AddRow($"{fault.Line}", Markup.Escape(fault.Column ?? "-"), Markup.Escape(fault.Reason));
        }

        Terminal.Out.Write(faults);
        if (rows.Sum(row => row.Faults.Count) is var all && all > shown)
        {
            Terminal.Out.MarkupLineInterpolated($"... and {all - shown} more.");
        }

        return unwritten;
    }

    /// <summary>After the summary: where the file is, or what to do to get it.</summary>
    public static void SayWhere(bool anyRejected, string path, string? unwritten)
    {
        if (unwritten is not null)
        {
            Terminal.Error.MarkupLineInterpolated($"[red]The rejected rows could not be written to {path}: {unwritten} All reasons are shown above. Valid rows are not affected. To get the file, import again with --rejected FILE.[/]");
        }
        else if (anyRejected)
        {
            Terminal.Out.MarkupLineInterpolated($"The rejected rows, with reasons: {path}");
        }
    }

    private static async Task<string?> Write(IReadOnlyList<FileRow.Faulty> rows, IReadOnlyList<string> headings, string path)
    {
        try
        {
            await RejectedFile.Write(path, headings, rows);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
