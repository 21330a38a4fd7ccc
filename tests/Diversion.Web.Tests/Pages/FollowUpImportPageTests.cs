using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>An analyst finds out who offended again with a file of the force's, and opens no case.</summary>
public sealed class FollowUpImportPageTests
{
    [Fact]
    public async Task A_file_is_tried_first_and_kept_when_it_is_confirmed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(600));
        using var analyst = await app.Browse(Staff.Analyst);
        var page = await analyst.Get("/follow-up");
        Assert.Contains("P-", page.Html.QuerySelector("#results-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(id, page.Text, StringComparison.Ordinal);

        var tried = await analyst.Upload(page, "Upload", Encoding.UTF8.GetBytes(Csv(id)), "reoffences.csv");
        Assert.Equal(200, tried.Status);
        Assert.Contains("Nothing was kept yet.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("No case here has this number", tried.Html.QuerySelector("#rejected-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await app.Stands(id)).FollowUp.Reoffences);

        var imported = await analyst.Submit(tried);
        Assert.Equal("Imported: 1 reoffence recorded, 0 corrected, 1 row with a search. 1 row rejected: correct them in the file, and import it again.", imported.Banner);
        var known = (await app.Stands(id)).FollowUp;
        Assert.Equal(("R-1", new LocalDate(2027, 9, 30)), (Assert.Single(known.Reoffences).Source, known.SearchedUntil));
    }

    [Fact]
    public async Task What_is_no_file_of_reoffences_is_said_where_it_was_chosen()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get("/follow-up");

        Assert.Contains("says whom a row is about", Assert.Single((await lead.Upload(page, "Upload", "a,b\n"u8.ToArray(), "x.csv")).Faults), StringComparison.Ordinal);
        Assert.Contains("not UTF-8", Assert.Single((await lead.Upload(page, "Upload", [0xFF, 0xFE, 0xC3], "x.csv")).Faults), StringComparison.Ordinal);
        Assert.Equal("Choose a file", Assert.Single((await lead.Submit(page)).Faults));
    }

    [Fact]
    public async Task The_api_tries_and_imports_it_for_those_who_may()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(600));
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(app.As(Staff.Officer), id, "true")).StatusCode);
        using var analyst = app.As(Staff.Analyst);

        var dry = await Send(analyst, id, "true");
        Assert.Equal(HttpStatusCode.OK, dry.StatusCode);
        Assert.Empty((await app.Stands(id)).FollowUp.Reoffences);
        var kept = await Send(analyst, id, "false");
        Assert.Contains("\"recorded\":1", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single((await app.Stands(id)).FollowUp.Reoffences);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string id, string dryRun)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Csv(id)));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return client.PostAsync("/api/v1/reoffences", new MultipartFormDataContent { { file, "file", "reoffences.csv" }, { new StringContent(dryRun), "dryRun" } });
    }

    private static string Csv(string id) => $"case_reference,source_id,offence_date,searched_until\n{id},R-1,2026-09-01,2027-09-30\nDV-00000-00000,R-2,2026-09-01,\n";
}
