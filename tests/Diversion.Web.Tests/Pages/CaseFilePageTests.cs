using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Pages.CaseFiles;

namespace Diversion.Web.Tests.Pages;

public sealed class CaseFilePageTests
{
    [Fact]
    public async Task After_a_completion_the_completion_file_says_why_no_charge_follows()
    {
        await using var app = await TestApp.Begin();
        var id = await Completed(app);
        using var officer = await app.Browse(Staff.Officer);
        var link = (await officer.Get($"/agreements/{id}/whole")).Html.QuerySelectorAll("main ul a").First(one => one.TextContent == "Open the completion file");
        var file = await officer.Get(link.GetAttribute("href")!);
        Assert.Equal($"/agreements/{id}/completion-file", file.Address);
        foreach (var said in (string[])
            ["No charge follows. The police record outcome 22.", "No reoffending", "StatusKept, on", "No breach was proposed.", "The agreement was completed", "Eligibility", "Email to the person:", "The case has no papers.", "Theft from a shop"])
        {
            Assert.Contains(said, file.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(404, (await officer.Get($"/agreements/{id}/breach-file")).Status);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get($"/agreements/{id}/completion-file")).Status);
        Assert.Equal("completion", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/completion-file"))["kind"]!.GetValue<string>());
        Assert.Equal("breach-file-not-made", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/breach-file")).Code);
    }

    [Fact]
    public async Task The_file_says_who_was_told_what_and_how_and_what_of_the_victim_only_to_those_who_see_the_victim()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Vic Tim","contact":"0191 000000"}""");
        await app.Do(Staff.Officer, id, "tell-victim", """{"news":"decision","how":"telephone","said":"She is content."}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"letter","toldAt":"2026-03-05T10:00:00Z","said":"Posted first class."}""");

        using var officer = await app.Browse(Staff.Officer);
        var file = await officer.Get($"/agreements/{id}/breach-file");
        foreach (var said in (string[])
            ["The person was told about the proposed breach.", "By letter", "Email to the person:", "The victim was told about the decision by telephone", "She is content."])
        {
            Assert.Contains(said, file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_said_in_supervision_is_in_the_file_only_for_those_who_may_read_it_on_the_record()
    {
        string[] all = ["Said in tears.", "I was there.", "Posted first class.", "My mother was ill."];
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        await app.Do(Staff.Worker, id, "tell-person", """{"news":"warning-1","how":"letter","toldAt":"2026-03-05T10:00:00Z","said":"Said in tears."}""");
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"warning-1","how":"letter","answeredAt":"2026-03-05T10:00:00Z","said":"I was there."}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"letter","toldAt":"2026-03-05T10:00:00Z","said":"Posted first class."}""");
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"breach-proposed-1","how":"letter","answeredAt":"2026-03-05T10:00:00Z","said":"My mother was ill."}""");

        await Reads(Staff.Lead, all);
        await Reads(Staff.Sergeant, "I was there.");
        await Reads(Staff.Officer);

        async Task Reads(Actor who, params string[] parts)
        {
            foreach (var shown in (string[])["", "/breach-file", "/timeline?limit=200"])
            {
                var text = (await app.Get(who, $"/api/v1/agreements/{id}{shown}")).Json!.ToJsonString();
                Assert.Equal((shown, string.Join(' ', parts)), (shown, string.Join(' ', all.Where(part => text.Contains(part, StringComparison.Ordinal)))));
            }
        }
    }

    [Fact]
    public async Task Papers_of_a_complaint_are_in_no_file_and_those_of_a_contest_only_in_that_of_who_decides_on_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"warning-1","how":"letter","answeredAt":"2026-03-05T10:00:00Z","said":"I was there."}""");
        await app.Do(Staff.Worker, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"decision","what":"It took too long."}""");
        using var worker = await app.Browse(Staff.Worker);
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add/complaint-1"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"), ("Title", "Complaint letter"));
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add/warning-1"), "Upload", [.. Photos.Pdf, 10], "b.pdf", ("Kind", "Letter"), ("Title", "Contest letter"));
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");

        Assert.Equal(["Complaint letter", "Contest letter"], await Titles(Staff.Lead));
        Assert.Equal(["Complaint letter", "Contest letter"], await Titles(Staff.Sergeant));
        Assert.Empty(await Titles(Staff.Officer));
        Assert.DoesNotContain("t letter", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline?limit=200")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["manifest.txt", "breach-file.html", "papers/01-letter.pdf"], Names(await Save(app, Staff.Lead, id)));
        var officers = await Save(app, Staff.Officer, id);
        Assert.Equal(["manifest.txt", "breach-file.html"], Names(officers));
        Assert.DoesNotContain("With it:", Encoding.UTF8.GetString(Read(officers, "breach-file.html")), StringComparison.Ordinal);

        async Task<string[]> Titles(Actor who) =>
            [.. (await app.Get(who, $"/api/v1/agreements/{id}/documents")).Json!.AsArray().Select(paper => (string)paper!["title"]!).Order(StringComparer.Ordinal)];
    }
}
