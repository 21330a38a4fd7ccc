using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Pages.CaseFiles;

namespace Diversion.Web.Tests.Pages;

/// <summary>The case file as a zip with its papers, and checking such a zip.</summary>
public sealed class CaseFileZipTests
{
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
        Assert.NotNull((await lead.Get($"/agreements/{id}/whole")).Html.QuerySelector($"main ul a[href='/agreements/{id}/case-file/check']"));

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

    [Fact]
    public async Task A_file_that_is_far_too_large_is_told_with_the_sizes_that_are_taken()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        var refused = await Check(lead, id, new byte[65 * 1024 * 1024]);
        Assert.Contains("A paper can have up to 20 MB, and a zip to check up to 60 MB.", refused.Text, StringComparison.Ordinal);
    }
}
