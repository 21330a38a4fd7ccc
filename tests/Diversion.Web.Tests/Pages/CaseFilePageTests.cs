using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

public sealed class CaseFilePageTests
{
    [Fact]
    public async Task After_a_completion_the_completion_file_says_why_no_charge_follows()
    {
        await using var app = await TestApp.Begin();
        var id = await Completed(app);
        using var officer = await app.Browse(Staff.Officer);
        var link = (await officer.Get($"/agreements/{id}")).Html.QuerySelectorAll("main ul a").First(one => one.TextContent == "Open the completion file");
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

    [Fact]
    public async Task The_zip_holds_the_file_the_papers_and_a_list_of_hashes_and_saving_it_is_logged()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var zip = await Save(app, Staff.Lead, id);
        Assert.Equal(["manifest.txt", "breach-file.html", "papers/01-evidence-of-an-excuse.pdf", "papers/02-letter.pdf"], Names(zip));
        Assert.Equal([.. Photos.Pdf, 10], Read(zip, "papers/02-letter.pdf"));

        var lines = Encoding.UTF8.GetString(Read(zip, "manifest.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Read(zip, line[66..])))));

        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Read(zip, "breach-file.html")));
        Assert.Contains("Gone for weeks.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, link, img"));
        Assert.Equal("papers/02-letter.pdf", page.QuerySelectorAll("#papers-caption ~ *  a").Concat(page.QuerySelectorAll("table a")).Last().GetAttribute("href"));
        Assert.DoesNotContain(page.All, element => element.LocalName.Contains('-'));

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains($"Zip of the case, manifest {Convert.ToHexStringLower(SHA256.HashData(Read(zip, "manifest.txt")))}", (await lead.Get($"/agreements/{id}/looks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reader_gets_only_the_papers_that_they_may_see_and_is_told_that_there_are_more()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var zip = await Save(app, Staff.Officer, id);
        Assert.Equal(["manifest.txt", "breach-file.html", "papers/01-letter.pdf"], Names(zip));
        Assert.Contains("One more paper is kept with the case for those who supervise it.", Encoding.UTF8.GetString(Read(zip, "breach-file.html")), StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get($"/agreements/{id}/case-file/zip")).Status);
        using var stranger = await app.Browse(Staff.OtherSergeant);
        Assert.StartsWith($"/agreements/{id}/reason", (await stranger.Get($"/agreements/{id}/case-file/zip")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_paper_is_told_and_nothing_is_sent()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        await app.Papers.Delete(app.Papers.Bytes.Keys.First());
        using var lead = await app.Browse(Staff.Lead);
        var refused = await lead.Get($"/agreements/{id}/case-file/zip");
        Assert.NotEqual(200, refused.Status);
        Assert.Contains("its file is missing", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zip of the case, manifest", (await lead.Get($"/agreements/{id}/looks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_paper_is_told_before_anything_is_sent_or_logged_and_no_link_would_save_what_is_told()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var bytes = app.Papers.Bytes[app.Papers.Bytes.Keys.First()];
        bytes[^1] ^= 0xFF;
        using var lead = await app.Browse(Staff.Lead);
        var refused = await lead.Get($"/agreements/{id}/case-file/zip");
        Assert.NotEqual(200, refused.Status);
        Assert.Contains("its file is missing, or is not what was added", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zip of the case, manifest", (await lead.Get($"/agreements/{id}/looks")).Text, StringComparison.Ordinal);
        Assert.Empty((await lead.Get($"/agreements/{id}/breach-file")).Html.QuerySelectorAll("a[download]"));
    }

    [Fact]
    public async Task Whoever_saves_it_because_the_case_waits_for_them_is_logged_with_that_reason()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","earlyReason":"The person has moved away.","reason":"Every chance was given."}""");
        await app.TravelTo(Instant.FromUtc(2026, 6, 30, 12, 0));
        await Saved(Staff.OtherSergeant, "the sergeants were told");
        await Saved(Staff.Sergeant, "On the case.");

        async Task Saved(Actor who, string reason)
        {
            using var browser = await app.Browse(who);
            Assert.Equal(200, (await browser.Get($"/agreements/{id}/case-file/zip")).Status);
            using var lead = await app.Browse(Staff.Lead);
            var rows = (await lead.Get($"/agreements/{id}/looks")).Html.QuerySelectorAll("main tr").Select(row => row.TextContent);
            Assert.Contains(reason, Assert.Single(rows, row => row.Contains("manifest", StringComparison.Ordinal) && row.Contains(who.Name, StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_alone_of_a_zip_that_is_too_large_to_send_can_be_checked_from_the_case()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var list = Read(await Save(app, Staff.Lead, id), "manifest.txt");
        using var lead = await app.Browse(Staff.Lead);
        Assert.NotNull((await lead.Get($"/agreements/{id}")).Html.QuerySelector($"main ul a[href='/agreements/{id}/case-file/check']"));

        var found = await Check(lead, id, list);
        Assert.Contains("Diversion gave out exactly this list.", found.Text, StringComparison.Ordinal);
        Assert.Contains("Not compared: only the list was sent", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This zip is exactly", found.Text, StringComparison.Ordinal);

        var forged = await Check(lead, id, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(list).Replace("  papers/01", "  papers/07", StringComparison.Ordinal)));
        Assert.Contains("Do not rely on this zip.", forged.Text, StringComparison.Ordinal);
        Assert.Contains("Diversion never gave out a zip with this list", forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_as_it_was_given_out_is_found_genuine_also_when_the_case_has_gone_on()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var zip = await Save(app, Staff.Lead, id);
        using var officer = await app.Browse(Staff.Officer);
        var found = await Check(officer, id, zip);
        Assert.Equal(200, found.Status);
        Assert.Contains("This zip is exactly what Diversion gave out.", found.Text, StringComparison.Ordinal);
        Assert.Contains("Diversion gave out this list to Lee Lead, programme lead, on 5 March 2026", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Since then", found.Text, StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "add-note", """{"text":"Called."}""");
        var later = await Check(officer, id, zip);
        Assert.Contains("This zip is exactly what Diversion gave out.", later.Text, StringComparison.Ordinal);
        Assert.Contains("One more entry was made in the case.", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_missing_or_added_file_and_a_list_of_somebody_elses_making_are_found()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var zip = await Save(app, Staff.Lead, id);
        using var lead = await app.Browse(Staff.Lead);

        await Finds("breach-file.html Changed", Changed(zip, archive => Put(archive, "breach-file.html", "Nothing happened.")));
        await Finds("papers/02-letter.pdf Missing", Changed(zip, archive => archive.GetEntry("papers/02-letter.pdf")!.Delete()));
        await Finds("papers/03-letter.pdf Not in the list: it was added later", Changed(zip, archive => Put(archive, "papers/03-letter.pdf", "x")));
        await Finds("papers/02-letter.pdf Changed", Changed(zip, archive => archive.CreateEntry("papers/02-letter.pdf")));

        // File and list changed together: all hashes fit, and Diversion never gave out such a list.
        var forged = Changed(zip, archive =>
        {
            Put(archive, "breach-file.html", "Nothing happened.");
            var hash = Convert.ToHexStringLower(SHA256.HashData("Nothing happened."u8));
            var lines = Encoding.UTF8.GetString(Read(zip, "manifest.txt")).Split('\n').Select(line => line.EndsWith("breach-file.html", StringComparison.Ordinal) ? $"{hash}  breach-file.html" : line);
            Put(archive, "manifest.txt", string.Join('\n', lines));
        });
        await Finds("Diversion never gave out a zip with this list", forged);

        // The record that the list names is another.
        var other = Changed(zip, archive => Put(archive, "manifest.txt", Encoding.UTF8.GetString(Read(zip, "manifest.txt")).Replace("has the hash ", "has the hash 0", StringComparison.Ordinal)));
        Assert.Contains("manifest.txt in this zip cannot be read", Assert.Single((await Check(lead, id, other)).Faults), StringComparison.Ordinal);

        async Task Finds(string what, byte[] changed)
        {
            var found = await Check(lead, id, changed);
            Assert.Contains("Do not rely on this zip.", found.Text, StringComparison.Ordinal);
            Assert.Contains(what, string.Join('\n', found.Html.QuerySelectorAll("main tr, main .govuk-summary-list__row").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_such_zip_is_refused_in_words()
    {
        await using var app = await TestApp.Begin();
        var id = await WithPapers(app);
        var zip = await Save(app, Staff.Lead, id);
        using var lead = await app.Browse(Staff.Lead);
        await Refused("This file is no zip", Photos.Pdf);
        await Refused("This file is no zip", []);
        await Refused("has no manifest.txt", Changed(zip, archive => archive.GetEntry("manifest.txt")!.Delete()));
        await Refused("cannot be read", Changed(zip, archive => Put(archive, "manifest.txt", "hello")));
        await Refused("cannot be read", Changed(zip, archive => Put(archive, "manifest.txt", Encoding.UTF8.GetString(Read(zip, "manifest.txt")) + "../../etc/passwd")));
        await Refused("more in it than Diversion puts", Changed(zip, archive => Enumerable.Range(0, 200).ToList().ForEach(number => archive.CreateEntry($"f-{number}"))));
        await Refused("is of another case, DV-", Changed(zip, archive => Put(archive, "manifest.txt", Encoding.UTF8.GetString(Read(zip, "manifest.txt")).Replace($"# case: {id}", "# case: DV-22222-22222", StringComparison.Ordinal))));
        Assert.Equal("Choose a zip", Assert.Single((await lead.Submit(await lead.Get($"/agreements/{id}/case-file/check"))).Faults));

        async Task Refused(string why, byte[] file)
        {
            var page = await Check(lead, id, file);
            Assert.True(page.Faults is [var fault] && fault.Contains(why, StringComparison.Ordinal), $"{why}: {page.Status} {page.Text}");
        }
    }

    private static async Task<string> Completed(TestApp app)
    {
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"}]""");
        await app.TravelTo(Instant.FromUtc(2026, 7, 6, 9, 0));
        Assert.Equal(AgreementStatus.Completed, (await app.Stands(id)).Status);
        return id;
    }

    /// <summary>Under breach review, with evidence of an excuse and a letter.</summary>
    private static async Task<string> WithPapers(TestApp app)
    {
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "ExcuseEvidence"), ("Title", "Doctor"));
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", [.. Photos.Pdf, 10], "b.pdf", ("Kind", "Letter"), ("Title", "Employer"));
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        return id;
    }

    private static async Task<byte[]> Save(TestApp app, Actor who, string id)
    {
        using var browser = await app.Browse(who);
        var link = (await browser.Get($"/agreements/{id}/breach-file")).Html.QuerySelectorAll("main a[data-saves]").Single();
        var saved = await browser.Get(link.GetAttribute("href")!);
        Assert.Equal(200, saved.Status);
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", Assert.Single(saved.Headers.GetValues("Content-Security-Policy")));
        return saved.Body;
    }

    private static async Task<Visit> Check(Browser browser, string id, byte[] zip) =>
        await browser.Upload(await browser.Get($"/agreements/{id}/case-file/check"), "Upload", zip, "case.zip");

    private static string[] Names(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static byte[] Read(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var content = archive.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Changed(byte[] zip, Action<ZipArchive> change)
    {
        var copy = new MemoryStream();
        copy.Write(zip);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(archive);
        }

        return copy.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)?.Delete();
        using var content = archive.CreateEntry(name).Open();
        content.Write(Encoding.UTF8.GetBytes(text));
    }
}
