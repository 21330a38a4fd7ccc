using System.CommandLine;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.UnitCosts;
using Diversion.Local.Programmes;

namespace Diversion.Local.Verbs;

/// <summary><c>import unit-costs</c>: the force's own unit costs with a price series, whole or not at all.</summary>
internal static class ImportUnitCostsVerb
{
    private const int CachedStreams = 1;
    private const int LargestFile = 1024 * 1024;

    private static readonly Argument<string> File = SharedOptions.File();
    private static readonly Option<string> Data = SharedOptions.Data("Data folder to import into. Stop its server first.");
    private static readonly Option<string> Series = new("--deflator") { Description = "Price series (CSV in UTF-8 with year and index).", HelpName = "FILE", Required = true };
    private static readonly Option<string> Source = new("--deflator-source") { Description = "Which price series it is, and its date.", HelpName = "TEXT", Required = true };
    private static readonly Option<int> PriceYear = new("--price-year") { Description = "In whose prices sums are given.", HelpName = "YYYY", Required = true };

    public static Verb Make()
    {
        var command = new Command("unit-costs", "Import unit costs (CSV in UTF-8 with id, name, unit, pounds, price_year and source). They replace the examples that ship; one fault refuses both files.")
        {
            File, Data, Series, Source, PriceYear, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(command, (
            "diversion import unit-costs costs.csv --deflator gdp.csv --deflator-source \"GDP deflators, HM Treasury, June 2026\" --price-year 2026 --data data/x",
            "The money part of the analysis says which costs were used."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (costs, series) = (ImportedFile.Read(parsed.GetValue(File)!, LargestFile, "table of unit costs"), ImportedFile.Read(parsed.GetValue(Series)!, LargestFile, "price series"));
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var folder = await ProgrammeFolder.Open(parsed.GetValue(Data)!, schemes, null, cancellation: cancellation);
        using var cache = new StreamCache(CachedStreams);
        var service = new UnitCostService(folder.Store, cache, new ChangeListeners());
        return ImportedFile.Tell(
            await service.Import(costs, series, parsed.GetValue(Source)!, parsed.GetValue(PriceYear), CommandLineUser.By, folder.Clock.GetCurrentInstant(), cancellation: cancellation),
            "These unit costs are",
            table => $"{table.Costs.Length:N0} unit costs loaded, in prices of {table.PriceYear}, SHA-256 {table.Checksum}.");
    }
}
