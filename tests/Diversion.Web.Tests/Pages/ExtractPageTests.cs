using System.IO.Compression;
using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The extract for analysts: a reason first, then the zip.</summary>
public sealed class ExtractPageTests
{
    [Fact]
    public async Task An_analyst_gives_a_reason_and_gets_the_zip()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Analyst);
        Assert.Equal("/analysis/extract", (await browser.Get("/analysis/extract/file?Format=Csv")).Address);

        var form = await browser.Get("/analysis/extract");
        var faulty = await browser.Submit(form, ("Reason", "short"), ("Release", new string('x', 61)));
        Assert.Equal((422, 3), (faulty.Status, faulty.Faults.Count));

        var ready = await browser.Submit(form, ("Format", "Parquet"), ("Release", "2026 quarter 1"), ("Reason", "The evaluation of the first quarter"));
        Assert.Equal((200, "The extract is ready"), (ready.Status, ready.Html.QuerySelector("h1")!.TextContent));
        var zip = await browser.Get(ready.Html.QuerySelectorAll("main a").Single(a => a.TextContent == "Download the extract (zip)").GetAttribute("href")!);
        Assert.Equal(200, zip.Status);
        using var read = new ZipArchive(new MemoryStream(zip.Body));
        Assert.Equal(["about.txt", "counts-to-publish.csv", "dictionary.csv", "events.parquet", "people.parquet", "victims-to-publish.csv", "victims.parquet"], read.Entries.Select(entry => entry.FullName).Order());

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("The evaluation of the first quarter", (await lead.Get("/register/downloads")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await lead.Get("/analysis/extract/file?Format=Csv")).Status);
    }
}
