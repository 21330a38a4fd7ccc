using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The force's table: imported on its page, and filling in an offence.</summary>
public sealed class OffenceCodesTests
{
    private static readonly byte[] Csv = File.ReadAllBytes(Repository.PathOf("samples", "offences.csv"));

    [Fact]
    public async Task The_page_says_what_is_loaded_when_and_by_whom()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get("/offence-codes");
        Assert.Contains("No table", page.Text, StringComparison.Ordinal);

        var faulty = await lead.Upload(page, "Upload", "code,description,class,group\nA,Theft,TEW,thefft\n"u8.ToArray(), "o.csv");
        Assert.Equal(422, faulty.Status);
        Assert.Contains("Row 2: group: thefft is not known", Assert.Single(faulty.Faults), StringComparison.Ordinal);
        Assert.Equal((422, "Choose a file"), ((await lead.Submit(page)).Status, Assert.Single((await lead.Submit(page)).Faults)));
        Assert.Contains("not UTF-8", Assert.Single((await lead.Upload(page, "Upload", [0x63, 0xE9, 0x2C], "o.csv")).Faults), StringComparison.Ordinal);

        var done = await lead.Upload(page, "Upload", Csv, "o.csv");
        Assert.Equal("The table was imported.", done.Banner);
        Assert.Contains("14 codes", done.Text, StringComparison.Ordinal);
        Assert.Contains(Staff.Lead.Name, done.Text, StringComparison.Ordinal);
        Assert.Contains("10am", done.Text, StringComparison.Ordinal);
        var found = await lead.Post("/offence-codes?handler=Try", [.. Hidden(done), KeyValuePair.Create("Words", "cycle theft")]);
        Assert.Contains("EX1003", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("EX1001", found.Text, StringComparison.Ordinal);

        // After a search the address has the handler in it, and the other form must still import.
        Assert.Equal("/offence-codes?handler=Try /offence-codes", string.Join(' ', found.Html.QuerySelectorAll("main form").Select(form => form.GetAttribute("action"))));
    }

    [Fact]
    public async Task The_finder_asks_for_words_and_never_sends_the_form_in_their_place()
    {
        await using var app = await TestApp.Begin();
        await Loaded(app);
        var id = await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get($"/agreements/{id}/take-offence-in");
        (string, string)[] complete =
        [
            ("Form.Description", "Damaged a fence"), ("Form.Group", "criminal-damage"), .. Submitting.Date("Form.CommittedOn", 10, 2), ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"),
            ("Form.District", "County Durham"), ("Agreed", "yes"), .. Submitting.Date("AgreedOn", 5, 3), ("AgreedHow", "InPerson"), ("Reason", "He told us himself."),
        ];
        var before = (await app.Stands(id)).Version;
        var empty = await lead.Submit(form, [.. complete, ("Form.Finder.Pressed", "yes")]);
        Assert.Equal("Enter a code, a classification or a few words", Assert.Single(empty.Faults));
        Assert.Equal("Damaged a fence", empty.Html.QuerySelector("[name='Form.Description']")!.GetAttribute("value"));
        Assert.Equal(before, (await app.Stands(id)).Version);

        // Enter in any other field presses the first button: not the finder's.
        Assert.Null(form.Html.QuerySelector("main form button")!.GetAttribute("name"));

        // Words that were typed and not looked for yet are looked for first.
        var several = await lead.Submit(form, [.. complete, ("Form.Finder.Words", "theft")]);
        Assert.Equal(4, several.Html.QuerySelectorAll("[name='Form.Finder.Chosen']").Length);
        Assert.Equal(before, (await app.Stands(id)).Version);

        // Newly typed words win over a choice among the old ones.
        var other = await lead.Submit(several, [.. complete, ("Form.Finder.Words", "58/1"), ("Form.Finder.Chosen", "EX1002")]);
        Assert.Equal("Criminal damage to a dwelling", other.Html.QuerySelector("[name='Form.Description']")!.GetAttribute("value"));

        // Nothing of the list fits: what was typed by hand is sent.
        Assert.Equal($"/agreements/{id}", (await lead.Submit(several, [.. complete, ("Form.Finder.Words", "theft")])).Address);
    }

    [Fact]
    public async Task Words_find_an_offence_and_it_fills_in_the_rest()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var officer = await app.Browse(Staff.Officer);
        var address = $"/agreements/{id}/add-offence";
        Assert.Null((await officer.Get(address)).Html.QuerySelector("[name='Form.Finder.Words']"));
        await Loaded(app);

        var form = await officer.Get(address);
        (string, string)[] typed = [("Form.CommittedOn.Day", "21"), ("Form.CommittedOn.Month", "2"), ("Form.CommittedOn.Year", "2026"), ("Form.DomesticAssault", "no"), ("Form.District", "County Durham")];
        var several = await Find(officer, form, "theft", typed);
        Assert.Equal(200, several.Status);
        Assert.Equal(4, several.Html.QuerySelectorAll("[name='Form.Finder.Chosen']").Length);
        Assert.Equal("21", several.Html.QuerySelector("[name='Form.CommittedOn.Day']")!.GetAttribute("value"));
        Assert.Contains("has all of these words", (await Find(officer, form, "theft of a moon", typed)).Text, StringComparison.Ordinal);

        var one = await Find(officer, form, "58/1", typed);
        Assert.Equal("Criminal damage to a dwelling", one.Html.QuerySelector("[name='Form.Description']")!.GetAttribute("value"));
        Assert.NotNull(one.Html.QuerySelector("[name='Form.Group'] option[value=criminal-damage][selected]"));
        Assert.NotNull(one.Html.QuerySelector("[name='Form.Class'][value=EitherWay][checked]"));
        Assert.Equal("EX2002", one.Html.QuerySelector("[name='Form.LocalCode']")!.GetAttribute("value"));

        // A choice is shown filled in before it is saved; the button beside the finder is not needed.
        var filled = await officer.Submit(several, [.. typed, ("Form.Description", "Took a garden gnome"), ("Form.Finder.Words", "theft"), ("Form.Finder.Chosen", "EX1002")]);
        Assert.Contains("Filled in from the force’s table: Other theft", filled.Text, StringComparison.Ordinal);
        var tasks = await officer.Submit(filled, [.. typed, ("Form.Description", "Other theft"), ("Form.Group", "theft"), ("Form.Class", "EitherWay"), ("Form.Classification", "049/10"), ("Form.LocalCode", "EX1002")]);
        Assert.Equal($"/agreements/{id}/enrol", tasks.Address);
        var record = await officer.Get($"/agreements/{id}/whole");
        Assert.All((string[])["Other theft", "049/10", "EX1002"], text => Assert.Contains(text, record.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_filled_in_and_saved_when_nothing_is_looked_for()
    {
        await using var app = await TestApp.Begin();
        await Loaded(app);
        using var officer = await app.Browse(Staff.Officer);
        var filled = await Find(officer, await officer.Get("/enrol"), "EX3001");
        Assert.Contains("Filled in from the force’s table: Common assault and battery", filled.Text, StringComparison.Ordinal);
        var saved = await officer.Submit(filled, [("Form.Description", "Punched a man"), ("Form.Group", "common-assault"), ("Form.CommittedOn.Day", "20"), ("Form.CommittedOn.Month", "2"), ("Form.CommittedOn.Year", "2026"), ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"), ("Form.District", "County Durham"), ("Person.Name", "Sam Person")]);

        // Saved, and what is missing of the person is asked for.
        Assert.Equal((422, "Sam Person"), (saved.Status, saved.Html.QuerySelector("#Person-Name")!.GetAttribute("value")));
        Assert.Contains("Choose the person’s sex, or not known", saved.Faults);
    }

    [Fact]
    public async Task The_api_looks_codes_up()
    {
        await using var app = await TestApp.Begin();
        Assert.Empty((await app.Get(Staff.Officer, "/api/v1/offence-codes?find=theft")).Json!.AsArray());
        await Loaded(app);

        var found = Assert.Single((await app.Get(Staff.Officer, "/api/v1/offence-codes?find=article%20blade")).Json!.AsArray())!;
        Assert.Equal(("EX7001", "010/11", "eitherWay", "weapons"), ((string?)found["code"], (string?)found["classification"], (string?)found["class"], (string?)found["group"]));
    }

    private static Task<Visit> Find(Browser browser, Visit page, string words, params (string Name, string Value)[] typed) => browser.Submit(
        page, [("Form.Finder.Pressed", "yes"), ("Form.Finder.Words", words), .. typed]);

    private static IEnumerable<KeyValuePair<string, string>> Hidden(Visit page) => page.Html.QuerySelector("main form")!
        .QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static async Task Loaded(TestApp app)
    {
        using var lead = await app.Browse(Staff.Lead);
        Assert.Equal("The table was imported.", (await lead.Upload(await lead.Get("/offence-codes"), "Upload", Csv, "offences.csv")).Banner);
    }
}
