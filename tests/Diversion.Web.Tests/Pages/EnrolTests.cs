using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>From an empty draft to a case.</summary>
public sealed class EnrolTests
{
    private static readonly (string, string)[] Person =
    [
        ("Form.Name", "Sam <Person>"), ("Form.BornOn.Day", "2"), ("Form.BornOn.Month", "4"), ("Form.BornOn.Year", "1996"), ("Form.Sex", "Male"),
        ("Form.District", "County Durham"), ("Form.ContactConsent", "no"),
    ];

    private static readonly (string, string)[] Offence =
    [
        ("Form.Description", "Common assault"), ("Form.Group", "common-assault"), ("Form.CommittedOn.Day", "20"), ("Form.CommittedOn.Month", "2"),
        ("Form.CommittedOn.Year", "2026"), ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"), ("Form.District", "County Durham"),
    ];

    [Fact]
    public async Task A_case_is_begun_left_continued_and_referred_once()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        await browser.Submit(await browser.Get($"{draft.Address}/person"), Person);

        using var later = await app.Browse(Staff.Officer);
        Assert.Contains("Sam <Person>", (await later.Get("/")).Text, StringComparison.Ordinal);
        var tasks = await later.Submit(await later.Get($"{draft.Address}/offence"), Offence);
        Assert.Equal(draft.Address, tasks.Address);
        Assert.Contains("Charge by: 20 August 2026", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("signed until 6 April 2026", tasks.Text, StringComparison.Ordinal);

        var check = await later.Get($"{draft.Address}/refer");
        var referred = await later.Submit(check);
        Assert.EndsWith("/enrol", referred.Address, StringComparison.Ordinal);
        Assert.Equal("The person was referred. The checks are requested.", referred.Banner);
        var state = (await app.Casework.Find(new AgreementId(referred.Address.Split('/')[2])))!;
        Assert.Equal(("Sam <Person>", Staff.Officer.Id, AgreementStatus.Referred), (state.Referral.Person.Name, state.Referral.Officer.Id, state.Status));

        // By pressing twice, and by Back.
        Assert.Equal((200, referred.Address), ((await later.Submit(check)).Status, (await later.Submit(check)).Address));
        Assert.Equal((200, referred.Address), ((await later.Get(draft.Address)).Status, (await later.Get($"{draft.Address}/refer")).Address));
    }

    /// <summary>Word's line break in a name, and the marks that Windows puts around a copied number; cases/17.</summary>
    [Fact]
    public async Task Control_characters_that_were_pasted_are_taken_out_and_the_person_is_referred()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        (string, string)[] typed = [.. Person.Where(one => one.Item1 != "Form.Name"), ("Form.Name", "Si\u00E2n\u000BOwen"), ("Form.Phone", "\u202A07700 900123\u202C"), ("Form.Address", "1 High\u000BStreet\u200B")];
        var saved = await browser.Submit(await browser.Get($"{draft.Address}/person"), typed);
        Assert.Equal(draft.Address, saved.Address);
        var offence = await browser.Submit(await browser.Get($"{draft.Address}/offence"), [.. Offence.Where(one => one.Item1 != "Form.Description"), ("Form.Description", "Common\u0007assault")]);
        Assert.True(offence.Address == draft.Address, string.Join("; ", offence.Faults));
        var referred = await browser.Submit(await browser.Get($"{draft.Address}/refer"));
        Assert.True(referred.Banner is not null, string.Join("; ", referred.Faults));
        var referral = (await app.Casework.Find(new AgreementId(referred.Address.Split('/')[2])))!.Referral;
        Assert.Equal("Si\u00E2n Owen", referral.Person.Name);
        Assert.DoesNotContain(referral.Person.Phone + referral.Person.Address + referral.Offence.Description, c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);

        var id = referred.Address.Split('/')[2];
        var note = await browser.Fill($"/agreements/{id}/note", ("Text", "Rang\u0001 twice\u202E"));
        Assert.True(note.Banner is not null, $"{note.Status} {string.Join("; ", note.Faults)}");
    }

    [Fact]
    public async Task Somebody_under_18_is_not_referred_and_the_page_says_where_the_case_goes()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        await browser.Submit(await browser.Get($"{draft.Address}/person"), [.. Person.Where(one => one.Item1 != "Form.BornOn.Year"), ("Form.BornOn.Year", "2008")]);
        await browser.Submit(await browser.Get($"{draft.Address}/offence"), Offence);

        var check = await browser.Get($"{draft.Address}/refer");

        Assert.Contains("Send the case to the youth offending team", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Html.QuerySelector("main form"));
        var form = await browser.Get($"{draft.Address}/person");
        Assert.Equal(422, (await browser.Post($"{draft.Address}/refer", [.. form.Html.QuerySelectorAll("main form input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))])).Status);
        var sent = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-9", Cases.Person.Replace("1996", "2009", StringComparison.Ordinal)));
        Assert.Equal("person-too-young", sent.Code);
        Assert.Contains("Send the case to the youth offending team", sent.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await app.Get(Staff.Lead, "/api/v1/register"))["items"].AsArray());
    }

    /// <summary>Whatever can be typed into a draft is shown where it is checked, with a link to its field.</summary>
    [Fact]
    public async Task Every_answer_is_shown_for_checking()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        (string, string)[] person =
        [
            .. Person, ("Form.PncId", "2020/0000009N"), ("Form.Ethnicity", "W1"), ("Form.Address", "1 Secret Street"), ("Form.Ward", "Gilesgate"), ("Form.Phone", "07700 900123"), ("Form.Email", "sam@example.org"),
            ("Form.PreferredContact", "TextMessage"), ("Form.CroNumber", "265416/21G"), ("Form.Aliases", "Sammy"), ("Form.PerceivedEthnicity", "A1"),
        ];
        (string, string)[] offence =
        [
            .. Offence, ("Form.CrimeNumber", "DHM/26/0417"), ("Form.Classification", "105/01"), ("Form.LocalCode", "EX3001"), ("Form.Place", "The bus station"), .. Submitting.Date("Form.CommittedUntil", 21, 2),
            ("Form.DomesticAbuse", "no"), ("Form.Aggravated", "no"), ("Form.Value", "12.50"), ("CustodyReference", "CU-77"),
        ];
        var personPage = await browser.Get($"{draft.Address}/person");
        var offencePage = await browser.Get($"{draft.Address}/offence");
        Assert.Equal((draft.Address, draft.Address), ((await browser.Submit(personPage, person)).Address, (await browser.Submit(await browser.Get($"{draft.Address}/offence"), offence)).Address));

        var check = await browser.Get($"{draft.Address}/refer");
        Assert.All(
            (string[])["2020/0000009N", "White: English", "1 Secret Street", "Gilesgate", "07700 900123", "sam@example.org", "265416/21G", "Sammy", "Indian (A1)", "DHM/26/0417", "105/01", "EX3001", "The bus station", "21 February 2026", "12.50", "CU-77"],
            text => Assert.Contains(text, check.Text, StringComparison.Ordinal));
        var links = check.Html.QuerySelectorAll("main dl a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToHashSet();
        string[] elsewhere = ["NoFixedAddress", "OtherDistrict", "FirstStatementOn", "ConfirmedBornOn", "Finder"];
        var fields = personPage.Html.QuerySelectorAll("main form [name^='Form.']").Concat(offencePage.Html.QuerySelectorAll("main form [name^='Form.'], main form [name='CustodyReference']"))
            .Select(field => string.Join('-', field.GetAttribute("name")!.Split('.').Take(2))).Distinct().Where(field => !elsewhere.Any(field.Contains)).ToHashSet();
        Assert.True(fields.Count > 20, $"{fields.Count}");
        Assert.Empty(fields.Except(links));
    }

    [Fact]
    public async Task An_incomplete_form_is_kept_and_its_errors_shown()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        var again = await browser.Submit(await browser.Get($"{draft.Address}/person"), ("Form.Name", "Sam"), ("Form.BornOn.Day", "31"), ("Form.BornOn.Month", "2"), ("Form.BornOn.Year", "1996"));
        Assert.Equal((422, "Error: The person – Diversion"), (again.Status, again.Title));
        Assert.Equal(
            ["Date of birth must be a real date", "Choose the person’s sex, or not known", "Choose the home district", "Choose whether the person may be reminded by email"],
            again.Faults);
        Assert.All(again.Html.QuerySelectorAll(".govuk-error-summary a"), link => Assert.NotNull(again.Html.GetElementById(link.GetAttribute("href")![1..])));

        var tasks = await browser.Get(draft.Address);
        Assert.Equal("In progress", tasks.Html.QuerySelector("#person-status")!.TextContent);
        Assert.Equal("31", (await browser.Get($"{draft.Address}/person")).Html.QuerySelector("#Form-BornOn")!.GetAttribute("value"));
        Assert.Equal(draft.Address, (await browser.Get($"{draft.Address}/refer")).Address);
    }

    [Fact]
    public async Task An_impossible_value_is_reported_at_its_field()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        var person = await browser.Submit(await browser.Get($"{draft.Address}/person"), [.. Person.Where(one => one.Item1 != "Form.BornOn.Year"), ("Form.BornOn.Year", "2027"), ("Form.Email", "sam at home")]);
        Assert.Equal(["Date of birth must be today or in the past", "Enter an email address in the correct format, like name@example.com"], person.Faults);
        Assert.Equal("sam at home", person.Html.QuerySelector("#Form-Email")!.GetAttribute("value"));

        (string, string)[] early = [("Form.FirstStatementOn.Day", "19"), ("Form.FirstStatementOn.Month", "2"), ("Form.FirstStatementOn.Year", "2026")];
        var form = await browser.Get($"{draft.Address}/offence");
        var tomorrow = await browser.Submit(form, [.. Offence.Where(one => !one.Item1.StartsWith("Form.CommittedOn", StringComparison.Ordinal)), .. Submitting.Date("Form.CommittedOn", 6, 3)]);
        Assert.Equal(["Date of the offence must be today or in the past"], tomorrow.Faults);
        var domestic = await browser.Submit(tomorrow, [.. Offence.Where(one => one.Item1 != "Form.DomesticAssault"), ("Form.DomesticAssault", "yes"), .. early]);
        Assert.Equal(["Date of the first statement must not be before the date of the offence"], domestic.Faults);

        // The statement matters for nothing else, and its field is hidden then.
        Assert.Equal("The offence was saved.", (await browser.Submit(domestic, [.. Offence, .. early])).Banner);
    }

    [Fact]
    public async Task Another_window_does_not_overwrite_a_draft_and_loses_nothing()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        var (one, two) = (await browser.Get($"{draft.Address}/person"), await browser.Get($"{draft.Address}/person"));
        await browser.Submit(one, Person);
        var stale = await browser.Submit(two, [.. Person.Skip(1), ("Form.Name", "Somebody else")]);
        Assert.Equal(422, stale.Status);
        Assert.StartsWith("You changed or sent this in another window.", Assert.Single(stale.Faults), StringComparison.Ordinal);
        Assert.Equal("Somebody else", stale.Html.QuerySelector("#Form-Name")!.GetAttribute("value"));
        Assert.Equal("The person was saved.", (await browser.Submit(stale, [.. Person.Skip(1), ("Form.Name", "Somebody else")])).Banner);
    }

    [Fact]
    public async Task A_draft_is_its_authors_own()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        Assert.Contains("A draft is deleted 90 days after you last saved it.", (await browser.Get("/enrol")).Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.OtherOfficer);
        Assert.Equal(404, (await other.Get(draft.Address)).Status);
        Assert.Equal(404, (await other.Get($"{draft.Address}/person")).Status);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get("/enrol")).Status);

        var open = await browser.Get($"{draft.Address}/person");
        var gone = await browser.Submit(await browser.Get($"{draft.Address}/delete"));
        Assert.Equal(("/", "The draft was deleted."), (gone.Address, gone.Banner));
        var late = await browser.Submit(open, ("Form.Name", "Typed in another tab"));
        Assert.Equal(404, late.Status);
        Assert.Contains("Typed in another tab", late.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.Get(draft.Address)).Status);
    }

    [Fact]
    public async Task The_charge_by_date_is_worked_out_while_the_offence_is_typed()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Get($"{(await Begin(browser)).Address}/offence");
        var token = page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var part = await browser.Post(
            $"{page.Address}?handler=ChargeBy",
            [.. Offence.Where(one => one.Item1 != "Form.Description").Append(("__RequestVerificationToken", token)).Select(one => KeyValuePair.Create(one.Item1, one.Item2))]);
        Assert.Equal(200, part.Status);
        Assert.Null(part.Html.QuerySelector("main"));
        Assert.Contains("Charge by: 20 August 2026", part.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Magistrates' Courts Act 1980 s.127", part.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_exists_already_is_named()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred("CU-77");
        using var browser = await app.Browse(Staff.Officer);
        var draft = await Begin(browser);
        await browser.Submit(await browser.Get($"{draft.Address}/person"), Person);
        await browser.Submit(await browser.Get($"{draft.Address}/offence"), [.. Offence, ("CustodyReference", "cu-77")]);
        var refused = await browser.Submit(await browser.Get($"{draft.Address}/refer"));
        Assert.Equal(422, refused.Status);
        Assert.Contains(id, Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    private static async Task<Visit> Begin(Browser browser)
    {
        var draft = await browser.Submit(await browser.Get("/enrol"));
        Assert.Equal((200, "A new case – Diversion"), (draft.Status, draft.Title));
        return draft;
    }
}
