using System.Text;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The service directory on the pages: kept by partners, read by everybody on a case, chosen for a pathway.</summary>
public sealed class ServicePageTests
{
    private static readonly (string Name, string Value)[] Typed =
    [
        ("Form.Name", "Supported <b>housing</b>"), ("Form.Description", "Twenty flats."), ("Form.Needs", "Accommodation"), ("Form.Needs", "DrugsAndAlcohol"), ("Form.Places", "20"), ("Form.Phone", "0191 498 0001"), ("Form.District", "County Durham"),
    ];

    [Fact]
    public async Task A_partner_adds_and_changes_their_entry_and_another_partner_is_refused_told_and_logged()
    {
        await using var app = await TestApp.Begin();
        using var own = await app.Browse(Staff.Provider);
        var form = await own.Get("/services/add");
        Assert.Null(form.Html.QuerySelector("[name='Form.Organisation']"));
        Assert.Equal(422, (await own.Submit(form, ("Form.Name", "A"))).Status);
        var added = await own.Submit(form, Typed);
        Assert.Equal("The service was added to the directory.", added.Banner);
        Assert.Contains("Supported <b>housing</b>", added.Text, StringComparison.Ordinal);
        Assert.Contains("Green Spaces", added.Text, StringComparison.Ordinal);
        var address = added.Html.QuerySelector("a[href$='/change']")!.GetAttribute("href")!;
        var service = address[..^"/change".Length];
        var change = await own.Get(address);
        Assert.Equal("20", change.Html.QuerySelector("[name='Form.Places']")!.GetAttribute("value"));
        var changed = await own.Submit(change, [.. Typed.Where(field => field.Name != "Form.Places"), ("Form.Places", "22")]);
        Assert.Equal("The entry was saved.", changed.Banner);

        using var other = await app.Browse(Staff.OtherProvider);
        var seen = await other.Get(service);
        Assert.Contains("22, 0 in use", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Html.QuerySelector("a[href$='/change']"));
        Assert.DoesNotContain("Last changes", seen.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await other.Get(address)).Status);
        var token = (await other.Get("/about/cookies")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await other.Post(address, KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Form.Places", "0"));
        Assert.Equal(403, forged.Status);
        Assert.Contains("This entry belongs to Green Spaces", forged.Text, StringComparison.Ordinal);
        Assert.Contains("leads are told that you tried", forged.Text, StringComparison.Ordinal);

        using var lead = await app.Browse(Staff.Lead);
        var inbox = await lead.Get("/");
        Assert.Contains("Somebody tried to change an entry that is not theirs", inbox.Text, StringComparison.Ordinal);
        var page = await lead.Get(service);
        Assert.Contains("Paz Provider of Elsewhere tried to change this entry", page.Text, StringComparison.Ordinal);
        var read = await lead.Submit(page, "form[action*='handler=Read']");
        Assert.DoesNotContain("tried to change this entry", read.Text, StringComparison.Ordinal);
        Assert.Contains("tried to change the entry, which is not theirs", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody tried", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("22, 0 in use", (await other.Get(service)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_records_a_partnership_agreement_and_its_review_comes_to_the_inbox_when_it_is_due()
    {
        await using var app = await TestApp.Begin();
        var service = await Added(app);
        using var lead = await app.Browse(Staff.Lead);
        var recorded = await lead.Submit(
            await lead.Get(service), "form[action*='handler=Partnership']", [.. Date("Starts", 1, 3, 2026), .. Date("Review", 20, 3, 2026), .. Date("Ends", 1, 3, 2028)]);
        Assert.Equal("The partnership agreement was recorded. Leads are told on the day of the review.", recorded.Banner);
        Assert.DoesNotContain("A partnership agreement to review", (await lead.Get("/")).Text, StringComparison.Ordinal);
        await app.TravelTo(NodaTime.Instant.FromUtc(2026, 3, 20, 10, 0));
        var inbox = await lead.Get("/");
        Assert.Contains("A partnership agreement to review", inbox.Text, StringComparison.Ordinal);
        var reviewed = await lead.Submit(await lead.Get(service), "form[action*='handler=Review']", [("Outcome", "Two more flats."), .. Date("NextReview", 1, 2, 2028)]);
        Assert.Equal("The review was recorded.", reviewed.Banner);
        Assert.Contains("Two more flats.", reviewed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A partnership agreement to review", (await lead.Get("/")).Text, StringComparison.Ordinal);

        using var officer = await app.Browse(Staff.Officer);
        Assert.DoesNotContain("Partnership agreement", (await officer.Get(service)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_pathway_shows_what_fits_and_why_the_rest_does_not_and_the_case_keeps_the_name()
    {
        await using var app = await TestApp.Begin();
        var service = await Added(app);
        await app.Post(Staff.Lead, "/api/v1/services/women-only/add-service", """{"entry":{"name":"Women only","organisation":"Clear Start","description":"For women.","needs":["drugsAndAlcohol"],"onlyFor":"women"}}""");
        var id = await app.Eligible();
        using var officer = await app.Browse(Staff.Officer);
        var form = await officer.Get($"/agreements/{id}/make-offer");
        var options = form.Html.QuerySelectorAll("select[name='Form.FirstProvider'] option").ToArray();
        Assert.Contains("Supported <b>housing</b>, Green Spaces (accommodation; drugs and alcohol): in the same district, 20 of 20 places free", options[1].TextContent, StringComparison.Ordinal);
        var unfit = Assert.Single(options, option => option.TextContent.StartsWith("Women only", StringComparison.Ordinal));
        Assert.Contains("It is for women; the person’s sex is not recorded.", unfit.TextContent, StringComparison.Ordinal);
        Assert.True(unfit.HasAttribute("disabled"));

        var chosen = options[1].GetAttribute("value")!;
        var wrong = await officer.Submit(form, ("Form.Chosen", "Pathway"), ("Form.FirstNeed", "Health"), ("Form.FirstProvider", chosen));
        Assert.Contains(wrong.Faults, fault => fault.Contains("is not for health", StringComparison.Ordinal));
        var review = await officer.Submit(wrong, ("Form.Chosen", "Pathway"), ("Form.FirstNeed", "DrugsAndAlcohol"), ("Form.FirstProvider", chosen));
        Assert.Contains("Support with drugs and alcohol, from Green Spaces (Supported <b>housing</b>).", review.Text, StringComparison.Ordinal);
        await officer.Submit(review);
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
        Assert.Contains("20, 0 in use", (await officer.Get(service)).Text, StringComparison.Ordinal);
        Assert.Contains("1 referral waits for an answer", (await officer.Get(service)).Text, StringComparison.Ordinal);
        await app.Do(Staff.Provider, id, "accept-pathway-referral", """{"conditionId":"pathway"}""");
        Assert.Contains("20, 1 in use", (await officer.Get(service)).Text, StringComparison.Ordinal);

        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Supported <b>housing</b>", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var fits = await worker.Get($"/agreements/{id}/services?Need=DrugsAndAlcohol");
        Assert.Contains("1 service fits", fits.Text, StringComparison.Ordinal);
        Assert.Contains("Women only, Clear Start: It is for women; the person’s sex is not recorded.", fits.Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.OtherWorker);
        Assert.Contains("/reason", (await other.Get($"/agreements/{id}/services")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_is_searched_imported_and_saved_and_the_api_says_the_same()
    {
        await using var app = await TestApp.Begin();
        await Added(app);
        using var lead = await app.Browse(Staff.Lead);
        var imported = await lead.Upload(
            await lead.Get("/services/import"), "Upload", Encoding.UTF8.GetBytes("name,organization,description,pathways\nDebt advice,Clear Start,Letters opened.,debt\nNo need,Clear Start,Text.,astrology\n"), "services.csv");
        Assert.Equal(200, imported.Status);
        Assert.Contains("Astrology is not known", imported.Text, StringComparison.Ordinal);
        Assert.Contains("not UTF-8", Assert.Single((await lead.Upload(await lead.Get("/services/import"), "Upload", [0xFF, 0xFE, 0xC3], "x.csv")).Faults), StringComparison.Ordinal);

        using var officer = await app.Browse(Staff.Officer);
        var all = await officer.Get("/services");
        Assert.Contains("2 services", all.Text, StringComparison.Ordinal);
        Assert.Contains("1 service", (await officer.Get("/services?Words=LETTERS&Need=FinanceBenefitAndDebt")).Text, StringComparison.Ordinal);
        Assert.Contains("No service matches the search", (await officer.Get("/services?Place=nowhere&Age=x&Need=99&cursor=-1")).Text, StringComparison.Ordinal);
        using var client = app.As(Staff.Officer);
        var csv = await client.GetStringAsync("/api/v1/services/file");
        Assert.Contains("Debt advice", csv, StringComparison.Ordinal);
        var found = await app.Get(Staff.Provider, "/api/v1/services?need=financeBenefitAndDebt");
        Assert.Equal((200, 1), (found.Status, found["fitCount"].GetValue<int>()));
        Assert.Equal(400, (await app.Get(Staff.Provider, "/api/v1/services?need=astrology")).Status);
        Assert.Equal(404, (await app.Get(Staff.Provider, "/api/v1/services/none")).Status);
        Assert.Equal(403, (await app.Get(Staff.Analyst, "/api/v1/services")).Status);
        using var panel = await app.Browse(Staff.PanelMember);
        Assert.Equal(403, (await panel.Get("/services")).Status);
        Assert.Equal(422, (await app.Post(Staff.Lead, "/api/v1/services/X/add-service", """{"entry":{"name":"A","organisation":"Clear Start","description":"B","needs":["health"]}}""")).Status);
    }

    [Fact]
    public async Task The_letter_of_useful_numbers_has_the_services_that_fit_this_person_and_can_be_rung()
    {
        await using var app = await TestApp.Begin();
        await Added(app);
        foreach (var (id, entry) in (IEnumerable<(string, string)>)
        [
            ("women", """{"name":"Women only","organisation":"Clear Start","description":"For women.","needs":["drugsAndAlcohol"],"onlyFor":"women","phone":"0191 498 0002"}"""),
            ("debt", """{"name":"Debt advice","organisation":"Clear Start","description":"Letters.","needs":["financeBenefitAndDebt"],"phone":"0191 498 0003"}"""),
            ("silent", """{"name":"Nobody answers","organisation":"Clear Start","description":"Text.","needs":["drugsAndAlcohol"]}"""),
        ])
        {
            Assert.Equal(200, (await app.Post(Staff.Lead, $"/api/v1/services/{id}/add-service", $$"""{"entry":{{entry}}}""")).Status);
        }

        var reference = await app.Eligible();
        await app.Do(Staff.Officer, reference, "record-needs", """{"needs":["drugsAndAlcohol"]}""");
        using var officer = await app.Browse(Staff.Officer);
        var fits = await officer.Get($"/agreements/{reference}/services");
        var letter = await officer.Get(fits.Html.QuerySelector("a[href*='useful-numbers']")!.GetAttribute("href")!);
        Assert.Contains("Supported <b>housing</b>, Green Spaces: 0191 498 0001", letter.Text, StringComparison.Ordinal);
        Assert.All((string[])["Women only", "Debt advice", "Nobody answers"], other => Assert.DoesNotContain(other, letter.Text, StringComparison.Ordinal));
        Assert.Null(letter.Html.QuerySelector(".letter b"));
        using var provider = await app.Browse(Staff.Provider);
        Assert.Equal(403, (await provider.Get($"/agreements/{reference}/letter/useful-numbers")).Status);

        await app.Do(Staff.Officer, reference, "record-needs", """{"needs":["health"]}""");
        Assert.Contains("No service of the directory that fits this person has a telephone number", (await officer.Get($"/agreements/{reference}/letter/useful-numbers")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> Added(TestApp app)
    {
        using var own = await app.Browse(Staff.Provider);
        var added = await own.Submit(await own.Get("/services/add"), Typed);
        return added.Html.QuerySelector("a[href$='/change']")!.GetAttribute("href")![..^"/change".Length];
    }

    private static (string, string)[] Date(string field, int day, int month, int year) => [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}
