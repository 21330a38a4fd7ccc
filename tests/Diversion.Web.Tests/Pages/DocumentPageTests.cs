using System.Text;
using AngleSharp.Dom;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using SkiaSharp;

namespace Diversion.Web.Tests.Pages;

public sealed class DocumentPageTests
{
    [Fact]
    public async Task A_worker_puts_in_a_photo_sees_it_and_a_lead_removes_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Papers", (await worker.Get($"/agreements/{id}")).Html.QuerySelectorAll(".moj-sub-navigation a").Select(link => link.TextContent));
        Assert.Contains("There are no papers", (await worker.Get($"/agreements/{id}/documents")).Text, StringComparison.Ordinal);

        var list = await PutIn(worker, id, Photos.Jpeg(3000, 1500, "lat 54.77"), "IMG_1.jpg", ("Kind", "PhotoOfWork"), ("Title", "The new fence"));
        Assert.Equal((200, "The paper was added.", $"/agreements/{id}/documents"), (list.Status, list.Banner, list.Address));
        Assert.Contains("The new fence", list.Text, StringComparison.Ordinal);
        Assert.Contains("Photo of work done, JPG photo", list.Text, StringComparison.Ordinal);

        var one = await worker.Get(list.Html.QuerySelector("main tbody a")!.GetAttribute("href")!);
        var picture = await worker.Get(one.Html.QuerySelector("img.paper-picture")!.GetAttribute("src")!);
        Assert.Equal(200, picture.Status);
        using var drawn = SKBitmap.Decode(picture.Body);
        Assert.InRange(drawn.Width, 1500, 2000);
        Assert.InRange(drawn.Height, (drawn.Width / 2) - 1, (drawn.Width / 2) + 1);
        Assert.True(drawn.GetPixel(100, 500).Red > 200 && drawn.GetPixel(drawn.Width - 100, 500).Blue > 200);
        Assert.Equal(-1, picture.Body.AsSpan().IndexOf("54.77"u8));
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")));
        Assert.Null(one.Html.QuerySelector("a[href$=remove]"));

        using var lead = await app.Browse(Staff.Lead);
        var asked = await lead.Get(one.Address + "/remove");
        Assert.Equal(["Enter the reason"], (await lead.Submit(asked, ("Reason", ""))).Faults);
        var after = await lead.Submit(asked, ("Reason", "It shows somebody else."));
        Assert.Equal("The paper was removed.", after.Banner);
        Assert.Empty(app.Papers.Bytes);
        Assert.Equal(404, (await worker.Get(one.Address)).Status);
        Assert.Equal(404, (await worker.Get(one.Address + "/file")).Status);
        Assert.Contains("It shows somebody else.", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_back_byte_by_byte_as_a_download_in_a_sandbox()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var list = await PutIn(worker, id, Photos.Html, "x.html", ("Kind", "Other"));
        var address = list.Html.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.Null((await worker.Get(address)).Html.QuerySelector("img"));

        using var client = app.As(Staff.Worker);
        using var file = await client.GetAsync(new Uri($"{address}/file", UriKind.Relative));
        Assert.Equal(Photos.Html, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@$"^{id}-other-paper-[0-9a-f]{{6}}\.txt$", file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        Assert.Equal(404, (await worker.Get($"{address}/picture")).Status);

        // What is kept is sealed.
        Assert.All(app.Papers.Bytes.Values, bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf("script"u8)));
    }

    [Fact]
    public async Task Small_faults_are_told_beside_the_field()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        await PutIn(worker, id, Photos.Pdf, "a.pdf", ("Kind", "Letter"));

        await Refused("already among the papers", Photos.Pdf, "b.pdf", ("Kind", "Letter"));
        await Refused("This is a program", Photos.Exe, "holiday.jpg", ("Kind", "Letter"));
        await Refused("of no kind that is kept", [0, 1, 2, 3], "x.pdf", ("Kind", "Letter"));
        await Refused("The file is empty", [], "x.pdf", ("Kind", "Letter"));
        await Refused("larger than 20 MB", [.. Photos.Pdf, .. new byte[21 * 1024 * 1024]], "x.pdf", ("Kind", "Letter"));
        await Refused("Choose what it is", Photos.Pdf, "c.pdf", ("Title", "x"));
        Assert.Single(app.Papers.Bytes);

        var form = await worker.Get($"/agreements/{id}/documents/add");
        var none = await worker.Submit(form, ("Kind", "Letter"));
        Assert.Equal((422, "Choose a file"), (none.Status, Assert.Single(none.Faults)));

        async Task Refused(string words, byte[] file, string name, params (string, string)[] typed)
        {
            var page = await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", file, name, typed);
            Assert.Equal(422, page.Status);
            Assert.Contains(words, string.Join(' ', page.Faults), StringComparison.Ordinal);
            Assert.NotNull(page.Html.QuerySelector(words == "Choose what it is" ? "#Kind-error" : "#Upload-error"));
        }
    }

    [Fact]
    public async Task A_form_that_is_cut_short_or_far_too_large_is_refused_in_words()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var bad = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"Upload\"; filename=\"a.pdf\"\r\n\r\n%PDF"));
        bad.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        var cut = await worker.Post($"/agreements/{id}/documents/add", bad);
        Assert.Equal((400, "This file could not be taken – Diversion"), (cut.Status, cut.Title));
        Assert.Contains("cut short", cut.Text, StringComparison.Ordinal);
        Assert.Empty(app.Papers.Bytes);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_paper_and_nothing_is_left_over()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var form = await worker.Get($"/agreements/{id}/documents/add");
        await worker.Upload(form, "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"));
        var again = await worker.Upload(form, "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"));
        Assert.Equal(200, again.Status);
        Assert.Single(again.Html.QuerySelectorAll("main tbody tr"));

        var other = await worker.Upload(form, "Upload", [.. Photos.Pdf, 10], "b.pdf", ("Kind", "Letter"));
        Assert.Contains("sent before with other answers", Assert.Single(other.Faults), StringComparison.Ordinal);
        Assert.Single(app.Papers.Bytes);
    }

    [Fact]
    public async Task A_store_that_fails_leaves_no_event_and_an_event_that_fails_no_bytes()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        app.Papers.Fault = new StorageUnavailableException("The disk is full.");
        var page = await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"));
        Assert.Equal(503, page.Status);
        Assert.Empty((await app.Casework.Find(new AgreementId(id)))!.Documents);
        await PutIn(worker, id, Photos.Pdf, "a.pdf", ("Kind", "Letter"));
    }

    [Fact]
    public async Task A_missing_or_changed_file_is_told_and_not_sent()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var list = await PutIn(worker, id, Photos.Pdf, "a.pdf", ("Kind", "Letter"));
        var address = list.Html.QuerySelector("main tbody a")!.GetAttribute("href")! + "/file";
        var (key, bytes) = Assert.Single(app.Papers.Bytes);

        var changed = (byte[])bytes.Clone();
        changed[^1] ^= 1;
        app.Papers.Put(key, changed, default);
        Assert.Contains("is not what was added", (await worker.Get(address)).Text, StringComparison.Ordinal);
        await app.Papers.Delete(key);
        var missing = await worker.Get(address);
        Assert.Equal(409, missing.Status);
        Assert.Contains("its file is missing", missing.Text, StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("cannot be opened", StringComparison.Ordinal) && !line.Contains("Robin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_role_sees_its_own_and_every_view_is_logged()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        using var provider = await app.Browse(Staff.Provider);
        using var officer = await app.Browse(Staff.Officer);
        await PutIn(worker, id, Photos.Pdf, "a.pdf", ("Kind", "ExcuseEvidence"), ("Title", "Doctor"));
        var letter = await PutIn(worker, id, [.. Photos.Pdf, 10], "b.pdf", ("Kind", "Letter"), ("Title", "Employer"));

        var form = await provider.Get($"/agreements/{id}/documents/add");
        Assert.Contains("Choose the condition", (await provider.Upload(form, "Upload", [.. Photos.Pdf, 32], "c.pdf", ("Kind", "Assessment"))).Faults);
        var own = await provider.Upload(form, "Upload", [.. Photos.Pdf, 32], "c.pdf", ("Kind", "Assessment"), ("Condition", "pathway"), ("Title", "Start"));
        Assert.Equal(["Start"], Names(own));
        Assert.Equal(["Employer"], Names(await officer.Get($"/agreements/{id}/documents")));
        Assert.Equal(["Start", "Employer", "Doctor"], Names(await worker.Get($"/agreements/{id}/documents")));
        var address = letter.Html.QuerySelectorAll("main tbody a").First(link => link.TextContent == "Employer").GetAttribute("href")!;
        Assert.Equal(404, (await provider.Get(address)).Status);
        Assert.Equal(404, (await provider.Get($"{address}/file")).Status);

        await officer.Get($"{address}/file");
        using var lead = await app.Browse(Staff.Lead);
        var looks = (await lead.Get($"/agreements/{id}/looks")).Text;
        Assert.Contains("Olive Officer", looks, StringComparison.Ordinal);
        Assert.Contains("Paper: letter", looks, StringComparison.Ordinal);
        Assert.DoesNotContain("Pat Provider", looks, StringComparison.Ordinal);

        // Somebody from outside gives a reason first.
        using var stranger = await app.Browse(Staff.OtherWorker);
        Assert.StartsWith($"/agreements/{id}/reason", (await stranger.Get($"{address}/file")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scanner_is_asked_and_its_silence_keeps_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("No virus scanner is set up", (await lead.Get($"/agreements/{id}/documents")).Text, StringComparison.Ordinal);

        app.Scanner.IsOn = true;
        Assert.DoesNotContain("No virus scanner", (await lead.Get($"/agreements/{id}/documents")).Text, StringComparison.Ordinal);
        app.Scanner.Finds = true;
        Assert.Contains("scanner found something", await Fault(), StringComparison.Ordinal);
        (app.Scanner.Finds, app.Scanner.IsDown) = (false, true);
        Assert.Contains("scanner does not answer", await Fault(), StringComparison.Ordinal);
        Assert.Empty(app.Papers.Bytes);
        app.Scanner.IsDown = false;
        await PutIn(lead, id, Photos.Pdf, "a.pdf", ("Kind", "Letter"));

        async Task<string> Fault() =>
            Assert.Single((await lead.Upload(await lead.Get($"/agreements/{id}/documents/add"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"))).Faults);
    }

    [Fact]
    public async Task Evidence_is_put_in_from_the_meeting_that_waits_for_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + NodaTime.Duration.FromHours(3));
        await app.Do(Staff.Worker, id, "record-attendance", $$"""{"conditionId":"supervision","appointmentId":"{{Meetings.Id}}","attendance":"evidenceAwaited"}""");
        using var worker = await app.Browse(Staff.Worker);
        var link = (await worker.Get($"/agreements/{id}/whole")).Html.QuerySelectorAll("main a").First(one => one.TextContent == "Add the evidence").GetAttribute("href")!;
        var form = await worker.Get(link);
        Assert.Contains("supervision", form.Text, StringComparison.OrdinalIgnoreCase);
        var list = await worker.Upload(form, "Upload", Photos.Pdf, "a.pdf", ("Kind", "ExcuseEvidence"));
        Assert.Contains("Meeting of", list.Text, StringComparison.Ordinal);
    }

    private static string[] Names(Visit page) => [.. page.Html.QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];

    private static async Task<Visit> PutIn(Browser browser, string id, byte[] file, string name, params (string, string)[] typed)
    {
        var list = await browser.Upload(await browser.Get($"/agreements/{id}/documents/add"), "Upload", file, name, typed);
        Assert.True(list.Status == 200, $"{list.Status} {string.Join(' ', list.Faults)} {list.Text}");
        return list;
    }
}
