using System.Text;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What the analysis is computed with, imported by a page that both hosts have.</summary>
public sealed class ImportForAnalysisPageTests
{
    private const string Wards = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"WD24NM":"Deerness"},"geometry":{"type":"Polygon","coordinates":[[[-1.6,54.7],[-1.5,54.7],[-1.5,54.8],[-1.6,54.8],[-1.6,54.7]]]}}]}""";
    private const string Costs = "id,name,unit,pounds,price_year,source\nworker-hour,Key worker,hour,38,2024,\"Finance, 2024\"\n";
    private const string Series = "year,index\n2024,95\n2026,100\n";

    [Fact]
    public async Task A_lead_imports_boundaries_and_a_faulty_file_changes_nothing()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get("/boundaries");
        Assert.Contains("No boundaries", form.Text, StringComparison.Ordinal);
        Assert.Contains(await Links(lead, "/analysis"), link => link == "/boundaries");

        Assert.Equal(["Choose what the outlines are of", "Enter the property with the names", "Choose a file"], (await lead.Submit(form)).Faults);
        var wrong = await lead.Upload(form, "Upload", Encoding.UTF8.GetBytes(Wards), "wards.geojson", ("Areas", "wards"), ("Property", "NAME"));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("NAME", Assert.Single(wrong.Faults), StringComparison.Ordinal);
        Assert.Empty(await app.Boundaries.Maps());

        var imported = await lead.Upload(form, "Upload", Encoding.UTF8.GetBytes(Wards), "wards.geojson", ("Areas", "wards"), ("Property", "WD24NM"));
        Assert.Equal("The boundaries were imported.", imported.Banner);
        Assert.Contains("1 area, named by WD24NM", imported.Text, StringComparison.Ordinal);
        Assert.Single(await app.Boundaries.Maps());
        Assert.Equal(
            "Nothing was changed: these boundaries are loaded already.",
            (await lead.Upload(await lead.Get("/boundaries"), "Upload", Encoding.UTF8.GetBytes(Wards), "wards.geojson", ("Areas", "wards"), ("Property", "WD24NM"))).Banner);
    }

    [Fact]
    public async Task An_analyst_imports_unit_costs_and_both_files_stand_or_fall_together()
    {
        await using var app = await TestApp.Begin();
        using var analyst = await app.Browse(Staff.Analyst);
        var form = await analyst.Get("/unit-costs");
        Assert.Contains("The examples that ship with Diversion", form.Text, StringComparison.Ordinal);
        (string, string)[] typed = [("SeriesSource", "GDP deflators, HM Treasury, June 2026"), ("PriceYear", "2026")];

        var without = await analyst.Upload(form, "Costs", Encoding.UTF8.GetBytes(Costs), "costs.csv", typed);
        Assert.Equal("Choose a file", Assert.Single(without.Faults));
        var faulty = await analyst.Upload(form, Files(Costs, "year,index\n2026,100\n"), typed);
        Assert.Equal(422, faulty.Status);
        Assert.Contains("no value for 2024", Assert.Single(faulty.Faults), StringComparison.Ordinal);

        var imported = await analyst.Upload(form, Files(Costs, Series), typed);
        Assert.Equal("The unit costs were imported.", imported.Banner);
        Assert.Contains("1 unit cost, in prices of 2026", imported.Text, StringComparison.Ordinal);
        Assert.Equal(40m, Assert.Single((await app.UnitCosts.Sheet()).Sheet.Costs).Pounds);
    }

    [Theory]
    [InlineData("/boundaries")]
    [InlineData("/unit-costs")]
    public async Task Nobody_else_imports_by_sending_the_form(string address)
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get(address);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Equal(403, (await officer.Get(address)).Status);
        Assert.InRange((await officer.Post(address, new MultipartFormDataContent { { new StringContent("wards"), "Areas" } })).Status, 400, 403);
        Assert.Equal(200, form.Status);
    }

    private static IReadOnlyList<(string, byte[], string)> Files(string costs, string series) =>
        [("Costs", Encoding.UTF8.GetBytes(costs), "costs.csv"), ("Series", Encoding.UTF8.GetBytes(series), "series.csv")];

    private static async Task<IEnumerable<string?>> Links(Browser browser, string address) =>
        (await browser.Get(address)).Html.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href"));
}
