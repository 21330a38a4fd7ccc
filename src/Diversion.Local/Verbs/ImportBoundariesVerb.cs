using System.CommandLine;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Boundaries;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;

namespace Diversion.Local.Verbs;

/// <summary><c>import boundaries</c>: the outlines of wards or districts, whole or not at all.</summary>
internal static class ImportBoundariesVerb
{
    private const int CachedStreams = 1;
    private const int LargestFile = 64 * 1024 * 1024;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Areas = new("--areas") { Description = "What the outlines are of: wards or districts.", HelpName = "KIND", Required = true };
    private static readonly Option<string> Property = new("--name") { Description = "The property of each feature that holds the area's name, as cases have it.", HelpName = "PROPERTY", Required = true };

    public static Verb Make()
    {
        var command = new Command("boundaries", "Import boundaries for the maps (GeoJSON in longitude and latitude, WGS 84). They replace those before; one fault refuses the file.")
        {
            File, Data, Areas, Property, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, ("diversion import boundaries wards.geojson --areas wards --name WD24NM --data data/x", "The analysis page and the board pack draw maps with them."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (BoundaryId.Read(parsed.GetValue(Areas)) is not { } id)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, "--areas is wards or districts.");
        }

        var file = ImportedFile.Read(parsed.GetValue(File)!, LargestFile, "boundary file");
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        using var cache = new StreamCache(CachedStreams);
        var service = new BoundaryService(folder.Store, cache, new ChangeListeners());
        return ImportedFile.Tell(
            await service.Import(id, file, parsed.GetValue(Property)!, CommandLineUser.By, folder.Clock.GetCurrentInstant(), cancellation: cancellation),
            "These boundaries are",
            set => $"Boundaries of {set.Areas.Length:N0} {id.Value} loaded, SHA-256 {set.Checksum}.");
    }
}
