using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A person who may already have a case: by page and by API.</summary>
public sealed class DuplicatePageTests
{
    private const string Again = """{"name":"PERSON, Sam","bornOn":"1996-04-02","district":"County Durham"}""";

    private static readonly (string, string)[] Person =
    [
        ("Person.Name", "person  SAM"), ("Person.BornOn.Day", "2"), ("Person.BornOn.Month", "4"), ("Person.BornOn.Year", "1996"), ("Person.Sex", "Male"),
        ("Person.District", "County Durham"), ("Person.ContactConsent", "no"), ("Person.Ethnicity", "W2"), ("Person.PncId", "20/9N"), ("Person.Phone", "07700 900982"),
    ];

    private static readonly (string, string)[] Offence =
    [
        ("Form.Description", "Common assault"), ("Form.Group", "common-assault"), ("Form.CommittedOn.Day", "20"), ("Form.CommittedOn.Month", "2"),
        ("Form.CommittedOn.Year", "2026"), ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"), ("Form.District", "County Durham"),
    ];

    [Fact]
    public async Task Before_a_referral_is_sent_the_other_case_is_one_click_away_and_a_reason_is_asked()
    {
        await using var app = await TestApp.Begin();
        var first = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var check = await browser.Submit(await browser.Get("/enrol"), [.. Person, .. Offence]);
        Assert.NotNull(check.Html.QuerySelector($"#possible-duplicates a[href='/agreements/{first}']"));
        Assert.Contains("same name and date of birth", check.Text, StringComparison.Ordinal);
        var refused = await browser.Submit(check);
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("This person may have a case already.", Assert.Single(refused.Faults), StringComparison.Ordinal);

        var referred = await browser.Submit(refused, ("DuplicateReason", "A new offence."));
        Assert.EndsWith("/prepare", referred.Address, StringComparison.Ordinal);
        var state = (await app.Casework.Find(new AgreementId(referred.Address.Split('/')[2])))!;
        Assert.Equal(("A new offence.", first), (state.Referral.SeenDuplicates.Single().Reason, state.Referral.SeenDuplicates.Single().Case.Agreement.Value));
        Assert.Equal(("W2", "2020/0000009N", "07700 900982"), (state.Referral.Person.Ethnicity, state.Referral.Person.PncId, state.Referral.Person.Phone));
        var page = await browser.Get($"/agreements/{state.Id}/whole");
        Assert.Contains("Reason given: A new offence.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_is_shown_with_a_link_to_change_it()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var page = await browser.Submit(await browser.Get("/enrol"), [.. Person, .. Offence]);
        Assert.EndsWith("/refer", page.Address, StringComparison.Ordinal);
        var rows = page.Html.QuerySelectorAll(".govuk-summary-list__row");
        Assert.Equal(19, rows.Length);
        Assert.Contains("White: Irish (W2)", page.Text, StringComparison.Ordinal);
        foreach (var row in rows)
        {
            var change = row.QuerySelector("a")!.GetAttribute("href")!.Split('#');
            Assert.NotNull((await browser.Get(change[0])).Html.GetElementById(change[1]));
        }
    }

    [Fact]
    public async Task What_is_no_telephone_number_or_PNC_id_is_said_where_it_is_typed()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        var person = await browser.Submit(
            await browser.Get("/enrol"),
            [.. Person.Where(one => one.Item1 is not ("Person.PncId" or "Person.Phone")), ("Person.PncId", "20/9M"), ("Person.Phone", "ask his mother"), .. Offence]);
        Assert.Equal([PncId.WouldTake, Telephone.WouldTake], person.Faults);
    }

    [Fact]
    public async Task By_the_API_the_other_case_is_named_and_listed()
    {
        await using var app = await TestApp.Begin();
        var first = await app.Referred();

        var refused = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", Again));
        Assert.Equal((422, RefusalCode.PossibleDuplicate), (refused.Status, refused.Code));
        Assert.Contains(first, $"{refused.Json}", StringComparison.Ordinal);

        var second = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", Again).Replace("\"custodyReference\"", "\"duplicateReason\":\"A new offence.\",\"custodyReference\"", StringComparison.Ordinal));
        Assert.Equal(201, second.Status);
        var listed = await app.Get(Staff.Sergeant, $"/api/v1/agreements/{second["agreement"].GetValue<string>()}/possible-duplicates");
        Assert.Equal((200, first), (listed.Status, listed.Json![0]!["agreement"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_sergeant_sees_the_other_case_and_gives_a_reason_to_continue()
    {
        await using var app = await TestApp.Begin();
        var first = await app.Referred();
        var second = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", Again).Replace("\"custodyReference\"", "\"duplicateReason\":\"A new offence.\",\"custodyReference\"", StringComparison.Ordinal));
        var id = second["agreement"].GetValue<string>();
        using var browser = await app.Browse(Staff.Sergeant);
        var early = await browser.Get($"/agreements/{id}/approve-eligibility");
        Assert.NotNull(early.Html.QuerySelector($"#possible-duplicates a[href='/agreements/{first}']"));

        await app.Assessed(id);
        var page = await browser.Get($"/agreements/{id}/approve-eligibility");

        Assert.NotNull(page.Html.QuerySelector($"#possible-duplicates a[href='/agreements/{first}']"));
        Assert.NotNull(page.Html.GetElementById("DuplicateReason"));
    }
}
