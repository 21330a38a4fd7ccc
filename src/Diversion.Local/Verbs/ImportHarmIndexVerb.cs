using System.CommandLine;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Programmes;

namespace Diversion.Local.Verbs;

/// <summary><c>import harm-index</c>: a harm index, whole or not at all.</summary>
internal static class ImportHarmIndexVerb
{
    private const int CachedStreams = 1;
    private const int LargestFile = 16 * 1024 * 1024;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Version = new("--version") { Description = "Version of the index, as its publisher names it.", HelpName = "V", Required = true };

    public static Verb Make()
    {
        var command = new Command("harm-index", "Import a harm index (CSV in UTF-8 with offence_code and days). It replaces the one before; one fault refuses the file.")
        {
            File, Data, Version, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import harm-index harm.csv --version 2020 --data data/x", "Results name the version and the file's checksum. No index ships."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = ImportedFile.Read(parsed.GetValue(File)!, LargestFile, "harm index");
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        using var cache = new StreamCache(CachedStreams);
        var service = new HarmTableService(folder.Store, cache, new ChangeListeners());
        return ImportedFile.Tell(
            await service.Import(file, parsed.GetValue(Version)!, CommandLineUser.By, folder.Clock.GetCurrentInstant(), cancellation: cancellation),
            "This index is",
            index => $"Harm index {index.Name} loaded: {index.Values.Length:N0} offences, SHA-256 {index.Checksum}.");
    }
}
