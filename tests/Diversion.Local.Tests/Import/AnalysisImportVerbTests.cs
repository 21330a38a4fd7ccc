using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Import;

/// <summary>What the analysis is computed with, imported as a person does it on the command line.</summary>
public sealed class AnalysisImportVerbTests : IDisposable
{
    private const string Wards = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"WD24NM":"Deerness"},"geometry":{"type":"Polygon","coordinates":[[[-1.6,54.7],[-1.5,54.7],[-1.5,54.8],[-1.6,54.8],[-1.6,54.7]]]}}]}""";
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Boundaries_are_imported_once_and_a_fault_is_told_with_what_to_do()
    {
        home.Write("wards.geojson", Wards);
        string[] verb = ["import", "boundaries", "wards.geojson", "--data", "data"];

        Assert.Equal((2, true), Told(await RunningProgram.Run(home.Path, [.. verb, "--areas", "parishes", "--name", "WD24NM"]), "--areas is wards or districts"));
        Assert.Equal((1, true), Told(await RunningProgram.Run(home.Path, [.. verb, "--areas", "wards", "--name", "NAME"]), "Nothing was imported"));
        Assert.Equal((0, true), Told(await RunningProgram.Run(home.Path, [.. verb, "--areas", "wards", "--name", "WD24NM"]), "Boundaries of 1 wards loaded, SHA-256 "));
        Assert.Equal((0, true), Told(await RunningProgram.Run(home.Path, [.. verb, "--areas", "wards", "--name", "WD24NM"]), "nothing was changed"));
        Assert.Equal((0, true), Told(await RunningProgram.Run(home.Path, "verify", "--data", "data"), "boundaries"));
        Assert.Equal((2, true), Told(await RunningProgram.Run(home.Path, "import", "boundaries", "none.geojson", "--data", "data", "--areas", "wards", "--name", "x"), "none.geojson cannot be read"));
    }

    [Fact]
    public async Task Unit_costs_are_imported_with_their_price_series_or_not_at_all()
    {
        home.Write("costs.csv", "id,name,unit,pounds,price_year,source\nworker-hour,Key worker,hour,38,2024,\"Finance, 2024\"\n");
        home.Write("short.csv", "year,index\n2026,100\n");
        home.Write("series.csv", "year,index\n2024,95\n2026,100\n");
        string[] verb = ["import", "unit-costs", "costs.csv", "--data", "data", "--deflator-source", "GDP deflators, June 2026", "--price-year", "2026", "--deflator"];

        Assert.Equal((1, true), Told(await RunningProgram.Run(home.Path, [.. verb, "short.csv"]), "no value for 2024"));
        Assert.Equal((0, true), Told(await RunningProgram.Run(home.Path, [.. verb, "series.csv"]), "1 unit costs loaded, in prices of 2026, SHA-256 "));
        Assert.Equal((0, true), Told(await RunningProgram.Run(home.Path, [.. verb, "series.csv"]), "nothing was changed"));
    }

    private static (int Code, bool Says) Told((int Code, string Output, string Error) told, string words) =>
        (told.Code, $"{told.Output} {told.Error}".ReplaceLineEndings(" ").Contains(words, StringComparison.Ordinal));
}
