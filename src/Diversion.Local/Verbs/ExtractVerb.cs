using System.CommandLine;
using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Extracts;
using Diversion.Casework.Register;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using NodaTime;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>extract</c>: everybody under pseudonyms, as tables for an analyst's tools.</summary>
internal static class ExtractVerb
{
    private static readonly Argument<string> File = new("file") { Description = "The zip to write; it must not exist." };
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to read; it is not changed.");

    private static readonly Option<ExtractFormat> Format = new("--format") { Description = "csv or parquet.", DefaultValueFactory = _ => ExtractFormat.Csv };

    private static readonly Option<string?> Release = new("--release")
    {
        Description = $"Name of a release, up to {ExtractRequest.LongestRelease} characters: it gets pseudonyms of its own. The same name gives the same ones again.",
    };

    public static Verb Make()
    {
        var command = new Command("extract", "Write everybody under pseudonyms, their events, a dictionary, and counts that may leave the programme, as one zip.") { File, Data, Format, Release };
        command.SetAction(Run);
        return new Verb(command, ("diversion extract extract.zip --data data/demo --format parquet", "The pseudonyms are those that analysts see in the register, unless a release is named."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (folder, path, release) = (parsed.GetValue(Data)!, parsed.GetValue(File)!, parsed.GetValue(Release)?.Trim());
        if (release is "" or { Length: > ExtractRequest.LongestRelease })
        {
            Terminal.Error.MarkupLine($"The name of a release has 1 to {ExtractRequest.LongestRelease} characters. Shorten it, or leave out --release.");
            return ExitCodes.WrongUsage;
        }

        if (System.IO.File.Exists(path))
        {
            Terminal.Error.MarkupLineInterpolated($"{path} exists. Name a file that does not, so that no older extract is lost.");
            return ExitCodes.Failed;
        }

        await using var store = SqliteTableStore.OpenToRead(folder);
        var names = new Pseudonyms(Keys.OfPseudonyms(folder));
        var extracts = new ExtractQuery(new PeopleScan(store, names), names, new AccessLog(store));
        await using (var zip = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            await extracts.Write(new(parsed.GetValue(Format), release), SystemClock.Instance.GetCurrentInstant(), zip, cancellation);
        }

        Terminal.Out.MarkupLineInterpolated($"Written: {path}. The tables of people, events and victims are for analysts; only counts-to-publish.csv and victims-to-publish.csv may leave the programme.");
        return ExitCodes.Ok;
    }
}
