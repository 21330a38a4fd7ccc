using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>From an empty draft to a case.</summary>
public sealed class EnrolTests
{
    private static readonly (string, string)[] Person =
    [
        ("Person.Name", "Sam <Person>"), ("Person.BornOn.Day", "2"), ("Person.BornOn.Month", "4"), ("Person.BornOn.Year", "1996"), ("Person.Sex", "Male"),
        ("Person.District", "County Durham"), ("Person.ContactConsent", "no"),
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
        var begun = await browser.Get("/enrol");
        Assert.Equal((200, "Enrol a person – Diversion"), (begun.Status, begun.Title));
        Assert.Equal("2026", begun.Html.QuerySelector("#Form-CommittedOn-year")!.GetAttribute("value"));
        var left = await browser.Press(begun, "button[formaction]", Person);
        Assert.Equal(("/", "Your answers were saved as a draft."), (left.Address, left.Banner));

        using var later = await app.Browse(Staff.Officer);
        var home = await later.Get("/");
        Assert.Contains("Sam <Person>", home.Text, StringComparison.Ordinal);
        var draft = home.Html.QuerySelector("main a[href^='/enrol/']")!.GetAttribute("href")!;
        var form = await later.Get(draft);
        Assert.Equal("1996", form.Html.QuerySelector("#Person-BornOn-year")!.GetAttribute("value"));
        var check = await later.Submit(form, [.. Person, .. Offence]);
        Assert.Equal($"{draft}/refer", check.Address);
        Assert.Contains("Charge by: 20 August 2026", check.Text, StringComparison.Ordinal);
        Assert.Contains("signed until 6 April 2026", check.Text, StringComparison.Ordinal);

        var referred = await later.Submit(check);
        Assert.EndsWith("/prepare", referred.Address, StringComparison.Ordinal);
        Assert.Equal("The person was referred. The checks are requested.", referred.Banner);
        var tasks = $"/agreements/{referred.Address.Split('/')[2]}/enrol";
        var state = (await app.Casework.Find(new AgreementId(referred.Address.Split('/')[2])))!;
        Assert.Equal(("Sam <Person>", Staff.Officer.Id, AgreementStatus.Referred), (state.Referral.Person.Name, state.Referral.Officer.Id, state.Status));

        // By pressing twice, and by Back.
        Assert.Equal((200, tasks), ((await later.Submit(check)).Status, (await later.Submit(check)).Address));
        Assert.Equal((200, tasks), ((await later.Get(draft)).Status, (await later.Get(check.Address)).Address));
        Assert.Equal(tasks, (await later.Submit(form, [.. Person, .. Offence])).Address);
    }

    [Fact]
    public async Task Sending_the_first_form_twice_begins_one_draft()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var begun = await browser.Get("/enrol");
        var once = await browser.Submit(begun, [.. Person, .. Offence]);
        var twice = await browser.Submit(begun, [.. Person, .. Offence]);
        Assert.Equal((200, once.Address), (twice.Status, twice.Address));
        Assert.Single((await browser.Get("/")).Html.QuerySelectorAll("main a[href^='/enrol/']"));
    }

    /// <summary>Word's line break in a name, and the marks that Windows puts around a copied number; cases/17.</summary>
    [Fact]
    public async Task Control_characters_that_were_pasted_are_taken_out_and_the_person_is_referred()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        (string, string)[] typed =
        [
            .. Person.Where(one => one.Item1 != "Person.Name"), ("Person.Name", "Si\u00E2n\u000BOwen"), ("Person.Phone", "\u202A07700 900123\u202C"), ("Person.Address", "1 High\u000BStreet\u200B"),
            .. Offence.Where(one => one.Item1 != "Form.Description"), ("Form.Description", "Common\u0007assault"),
        ];
        var check = await browser.Submit(await browser.Get("/enrol"), typed);
        Assert.True(check.Address.EndsWith("/refer", StringComparison.Ordinal), string.Join("; ", check.Faults));
        var referred = await browser.Submit(check);
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
        var check = await browser.Submit(await browser.Get("/enrol"), [.. Person.Where(one => one.Item1 != "Person.BornOn.Year"), ("Person.BornOn.Year", "2008"), .. Offence]);

        Assert.Contains("Send the case to the youth offending team", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Html.QuerySelector("main form"));
        var form = await browser.Get(DraftOf(check));
        Assert.Equal(422, (await browser.Post(check.Address, [.. form.Html.QuerySelectorAll("main form input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))])).Status);
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
        (string, string)[] typed =
        [
            .. Person, ("Person.PncId", "2020/0000009N"), ("Person.Ethnicity", "W1"), ("Person.Address", "1 Secret Street"), ("Person.Ward", "Gilesgate"), ("Person.Phone", "07700 900123"), ("Person.Email", "sam@example.org"),
            ("Person.PreferredContact", "TextMessage"), ("Person.TextConsent", "yes"), ("Person.CroNumber", "265416/21G"), ("Person.ProbationNumber", "X123456"), ("Person.Aliases", "Sammy"), ("Person.PerceivedEthnicity", "A1"),
            .. Offence, ("Form.CrimeNumber", "DHM/26/0417"), ("Form.Classification", "105/01"), ("Form.LocalCode", "EX3001"), ("Form.Place", "The bus station"), .. Submitting.Date("Form.CommittedUntil", 21, 2),
            ("Form.DomesticAbuse", "no"), ("Form.Aggravated", "no"), ("Form.Value", "12.50"), ("CustodyReference", "CU-77"),
        ];
        var page = await browser.Get("/enrol");
        var check = await browser.Submit(page, typed);
        Assert.True(check.Address.EndsWith("/refer", StringComparison.Ordinal), string.Join("; ", check.Faults));
        Assert.All(
            (string[])["2020/0000009N", "White: English", "1 Secret Street", "Gilesgate", "07700 900123", "sam@example.org", "265416/21G", "X123456", "Sammy", "Indian (A1)", "DHM/26/0417", "105/01", "EX3001", "The bus station", "21 February 2026", "12.50", "CU-77"],
            text => Assert.Contains(text, check.Text, StringComparison.Ordinal));
        var links = check.Html.QuerySelectorAll("main dl a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToHashSet();
        string[] elsewhere = ["NoFixedAddress", "OtherDistrict", "FirstStatementOn", "ConfirmedBornOn", "Finder"];
        var fields = page.Html.QuerySelectorAll("main form [name^='Form.'], main form [name^='Person.'], main form [name='CustodyReference']")
            .Select(field => string.Join('-', field.GetAttribute("name")!.Split('.').Take(2))).Distinct().Where(field => !elsewhere.Any(field.Contains)).ToHashSet();
        Assert.True(fields.Count > 20, $"{fields.Count}");
        Assert.Empty(fields.Except(links));
    }

    [Fact]
    public async Task An_incomplete_form_is_kept_and_its_errors_shown()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var again = await browser.Submit(await browser.Get("/enrol"), [("Person.Name", "Sam"), ("Person.BornOn.Day", "31"), ("Person.BornOn.Month", "2"), ("Person.BornOn.Year", "1996"), .. Offence.Where(one => one.Item1 != "Form.DomesticAssault")]);
        Assert.Equal((422, "Error: Enrol a person – Diversion"), (again.Status, again.Title));
        Assert.Equal(
            [
                "Date of birth must be a real date", "Choose the person’s sex, or not known", "Choose the home district", "Choose whether the person may be reminded by email",
                "Choose whether it was common assault or battery in domestic abuse",
            ],
            again.Faults);
        Assert.All(again.Html.QuerySelectorAll(".govuk-error-summary a"), link => Assert.NotNull(again.Html.GetElementById(link.GetAttribute("href")![1..])));

        var kept = await browser.Get(again.Html.QuerySelector("main form")!.GetAttribute("action")!);
        Assert.Equal("31", kept.Html.QuerySelector("#Person-BornOn")!.GetAttribute("value"));
        Assert.Equal(kept.Address, (await browser.Get($"{kept.Address}/refer")).Address);

        // Only what is summary only can be a common assault: nothing else is asked.
        var theft = await browser.Submit(kept, [.. Person, .. Offence.Where(one => one.Item1 is not ("Form.DomesticAssault" or "Form.Class")), ("Form.Class", "EitherWay")]);
        Assert.Equal($"{kept.Address}/refer", theft.Address);
        Assert.DoesNotContain("Domestic common assault", theft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impossible_value_is_reported_at_its_field()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var person = await browser.Submit(await browser.Get("/enrol"), [.. Person.Where(one => one.Item1 != "Person.BornOn.Year"), ("Person.BornOn.Year", "2027"), ("Person.Email", "sam at home"), .. Offence]);
        Assert.Equal(["Date of birth must be today or in the past", "Enter an email address in the correct format, like name@example.com"], person.Faults);
        Assert.Equal("sam at home", person.Html.QuerySelector("#Person-Email")!.GetAttribute("value"));

        (string, string)[] early = [("Form.FirstStatementOn.Day", "19"), ("Form.FirstStatementOn.Month", "2"), ("Form.FirstStatementOn.Year", "2026")];
        var tomorrow = await browser.Submit(person, [.. Person, .. Offence.Where(one => !one.Item1.StartsWith("Form.CommittedOn", StringComparison.Ordinal)), .. Submitting.Date("Form.CommittedOn", 6, 3)]);
        Assert.Equal(["Date of the offence must be today or in the past"], tomorrow.Faults);
        var domestic = await browser.Submit(tomorrow, [.. Person, .. Offence.Where(one => one.Item1 != "Form.DomesticAssault"), ("Form.DomesticAssault", "yes"), .. early]);
        Assert.Equal(["Date of the first statement must not be before the date of the offence"], domestic.Faults);

        // The statement matters for nothing else, and its field is hidden then.
        Assert.EndsWith("/refer", (await browser.Submit(domestic, [.. Person, .. Offence, .. early])).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_window_does_not_overwrite_a_draft_and_loses_nothing()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var draft = DraftOf(await browser.Submit(await browser.Get("/enrol"), [.. Person, .. Offence]));
        var (one, two) = (await browser.Get(draft), await browser.Get(draft));
        await browser.Submit(one, [.. Person, .. Offence, ("Person.Ward", "Elvet")]);
        var stale = await browser.Submit(two, [.. Person.Skip(1), ("Person.Name", "Somebody else"), .. Offence]);
        Assert.Equal(422, stale.Status);
        Assert.StartsWith("You changed or sent this in another window.", Assert.Single(stale.Faults), StringComparison.Ordinal);
        Assert.Equal("Somebody else", stale.Html.QuerySelector("#Person-Name")!.GetAttribute("value"));
        Assert.Contains("Somebody else", (await browser.Submit(stale, [.. Person.Skip(1), ("Person.Name", "Somebody else"), .. Offence])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_its_authors_own()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var begun = await browser.Get("/enrol");
        Assert.Contains("A draft is deleted 90 days after you last saved it.", begun.Text, StringComparison.Ordinal);
        Assert.Empty((await browser.Get("/")).Html.QuerySelectorAll("main a[href^='/enrol/']"));
        var draft = DraftOf(await browser.Submit(begun, [.. Person, .. Offence]));
        using var other = await app.Browse(Staff.OtherOfficer);
        Assert.Equal(404, (await other.Get(draft)).Status);
        Assert.Equal(404, (await other.Get($"{draft}/refer")).Status);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get("/enrol")).Status);

        var open = await browser.Get(draft);
        var gone = await browser.Submit(await browser.Get($"{draft}/delete"));
        Assert.Equal(("/", "The draft was deleted."), (gone.Address, gone.Banner));
        var late = await browser.Submit(open, ("Person.Name", "Typed in another tab"));
        Assert.Equal(404, late.Status);
        Assert.Contains("Typed in another tab", late.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.Get(draft)).Status);
    }

    [Fact]
    public async Task The_charge_by_date_is_worked_out_while_the_offence_is_typed()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Get("/enrol");
        var token = page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var part = await browser.Post(
            page.Html.QuerySelector("main form")!.GetAttribute("data-live")!,
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
        var refused = await browser.Submit(await browser.Submit(await browser.Get("/enrol"), [.. Person, .. Offence, ("CustodyReference", "cu-77")]));
        Assert.Equal(422, refused.Status);
        Assert.Contains(id, Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    /// <summary>The address of the draft that is being checked.</summary>
    private static string DraftOf(Visit check)
    {
        Assert.EndsWith("/refer", check.Address, StringComparison.Ordinal);
        return check.Address[..^"/refer".Length];
    }
}
