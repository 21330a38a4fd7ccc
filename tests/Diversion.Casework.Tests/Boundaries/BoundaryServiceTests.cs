using System.Text;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Boundaries;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Tests.Boundaries;

/// <summary>Boundaries from a file to the map.</summary>
public sealed class BoundaryServiceTests : IDisposable
{
    private const string Square = """{"type":"Feature","properties":{"name":"NAME"},"geometry":{"type":"Polygon","coordinates":[[[-1.6,54.7],[-1.5,54.7],[-1.5,54.8],[-1.6,54.8],[-1.6,54.7]]]}}""";
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly BoundaryService boundaries;

    public BoundaryServiceTests() => boundaries = new BoundaryService(casework.Store, cache, casework);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_set_is_kept_for_each_kind_of_area_found_in_any_case_and_replaced_by_the_next()
    {
        Assert.Empty(await boundaries.Maps());
        Assert.IsType<Outcome<BoundarySet>.Accepted>(await Import(BoundaryId.Districts, Collection(Square.Replace("NAME", "County Durham", StringComparison.Ordinal))));
        Assert.IsType<Outcome<BoundarySet>.Accepted>(await Import(BoundaryId.Wards, Collection(Square.Replace("NAME", "Deerness", StringComparison.Ordinal))));
        var maps = await boundaries.Maps();
        Assert.True(maps[GroupKind.District].Areas.ContainsKey("county durham"));
        var ring = Assert.Single(maps[GroupKind.Ward].Areas["Deerness"]);
        Assert.Equal((-1.6, 54.7), (Math.Round(ring[0].Longitude, 3), Math.Round(ring[0].Latitude, 3)));

        Assert.IsType<Outcome<BoundarySet>.Unchanged>(await Import(BoundaryId.Wards, Collection(Square.Replace("NAME", "Deerness", StringComparison.Ordinal))));
        await Import(BoundaryId.Wards, Collection(Square.Replace("NAME", "Esh", StringComparison.Ordinal)));
        Assert.Equal(["Esh"], (await boundaries.Maps())[GroupKind.Ward].Areas.Keys);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a GeoJSON feature collection")]
    [InlineData("""{"features":[]}""", "no areas")]
    [InlineData("""{"features":[{"properties":{"other":1},"geometry":{}}]}""", "no property \"name\"")]
    [InlineData("""{"features":[{"properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[427000,543000],[427100,543000],[427100,543100]]]}}]}""", "WGS 84")]
    [InlineData("""{"features":[{"properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""", "not a polygon")]
    public async Task A_faulty_file_is_refused_in_words(string file, string told)
    {
        var refused = Assert.IsType<Outcome<BoundarySet>.Refused>(await Import(BoundaryId.Wards, file));
        Assert.Contains(told, refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await boundaries.Maps());
    }

    [Fact]
    public async Task A_detailed_outline_is_kept_as_fine_as_a_map_shows_it_and_too_many_areas_are_refused()
    {
        var fine = string.Join(',', Enumerable.Range(0, 20_000).Select(n => FormattableString.Invariant($"[{-1.5 + (0.1 * Math.Cos(n * Math.Tau / 20_000)):0.######},{54.7 + (0.1 * Math.Sin(n * Math.Tau / 20_000)):0.######}]")));
        await Import(BoundaryId.Wards, $$$"""{"features":[{"properties":{"name":"Round"},"geometry":{"type":"Polygon","coordinates":[[{{{fine}}}]]}}]}""");
        Assert.InRange((await boundaries.Maps())[GroupKind.Ward].Areas["Round"][0].Length, 500, 6_000);

        var many = Collection([.. Enumerable.Range(0, BoundaryDecider.MostAreas + 1).Select(n => Square.Replace("NAME", $"Area {n}", StringComparison.Ordinal))]);
        Assert.Contains("at most", Assert.IsType<Outcome<BoundarySet>.Refused>(await Import(BoundaryId.Wards, many)).Refusal.Message, StringComparison.Ordinal);
        Assert.IsType<Outcome<BoundarySet>.Refused>(await boundaries.Import(BoundaryId.Wards, Encoding.UTF8.GetBytes(Collection(Square)), "name", CaseworkUnderTest.Officer, casework.Now));
        Assert.IsType<Outcome<BoundarySet>.Refused>(await Import(BoundaryId.Of("streets"), Collection(Square)));
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private async Task<Outcome<BoundarySet>> Import(BoundaryId id, string file) => await boundaries.Import(id, Encoding.UTF8.GetBytes(file), "name", CaseworkUnderTest.Lead, casework.Now);
}
