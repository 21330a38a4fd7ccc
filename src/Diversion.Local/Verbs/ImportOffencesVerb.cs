using System.CommandLine;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Local.Import;
using Diversion.Local.Programmes;

namespace Diversion.Local.Verbs;

/// <summary><c>import offences</c>: the force's own table of offence codes, whole or not at all.</summary>
internal static class ImportOffencesVerb
{
    private const int CachedStreams = 1;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into; created if it does not exist.");

    private static readonly Option<string> Encoding = SharedOptions.Encoding();

    public static Verb Make()
    {
        var command = new Command("offences", "Import the force's own table of offence codes. It replaces the one before; one faulty row refuses the file.")
        {
            File, Data, Encoding, SharedOptions.Scheme, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import offences samples/offences.csv --data data/x", "Offences are then found by code or by words. The sample is invented."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var csv = FileText.Read(parsed.GetValue(File)!, parsed.GetValue(Encoding)!);
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, parsed.GetValue(SharedOptions.Scheme), cancellation: cancellation);
        using var cache = new StreamCache(CachedStreams);
        var table = new OffenceTableService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        return ImportedFile.Tell(
            await table.Import(csv, CommandLineUser.By, folder.Clock.GetCurrentInstant(), cancellation: cancellation),
            "This table is",
            loaded => $"Offence codes loaded: {loaded.Codes.Length:N0}{(loaded.Version > 1 ? "; the table before is no longer used" : "")}.");
    }
}
