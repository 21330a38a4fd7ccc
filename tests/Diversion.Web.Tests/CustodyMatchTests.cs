using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>Custody notices that give no reference of ours, from the feed to a lead's decision.</summary>
public sealed class CustodyMatchTests
{
    private const string Notices = "/api/v1/custody-notices";
    private const string ByName = """{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","offenceOn":"2026-03-05","name":"PERSON, Sam","bornOn":"1996-04-02"}""";

    [Fact]
    public async Task A_notice_is_matched_as_possible_and_changes_nothing_until_a_lead_confirms_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var before = (await app.Casework.Find(new AgreementId(id)))!;

        var sent = await Send(app, ByName, """{"id":"c-2","kind":"arrest","occurredOn":"2026-03-05","name":"Somebody Else","bornOn":"1990-01-01"}""");
        Assert.Equal((0, 1, 1, 0), Counts(sent));
        Assert.Equal((0, 0, 1, 0), Counts(await Send(app, """{"id":"c-2","kind":"arrest","occurredOn":"2026-03-05","pncId":"20/9N"}""")));
        Assert.Equal(before.Version, (await app.Casework.Find(before.Id))!.Version);

        using var lead = await app.Browse(Staff.Lead);
        var inbox = await lead.Get("/");
        Assert.Contains("A custody notice that may be about a person of ours", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("1 about nobody of ours", (await lead.Get("/feeds")).Text, StringComparison.Ordinal);
        var page = await lead.Get(inbox.Html.QuerySelector("a[href^='/custody-matches/']")!.GetAttribute("href")!);
        Assert.All((string[])["PERSON, Sam", "Sam Person", id, "same name and date of birth", "Arrest", "Decide by", "5pm tomorrow"], text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.Equal(422, (await lead.Submit(page)).Status);
        Assert.Equal(422, (await lead.Forge(page, ("Answer", "DV-00000-00000"))).Status);

        var done = await lead.Submit(page, ("Answer", id));
        Assert.Equal($"/agreements/{id}", done.Address);
        var after = (await app.Casework.Find(before.Id))!;
        var notice = Assert.Single(after.Conditions.OfType<NoReoffendingCondition>().Single().Notices);
        Assert.Equal(("c-1", true, new NodaTime.LocalDate(2026, 3, 5)), (notice.Id, notice.Reoffending, notice.OccurredOn));
        Assert.Contains(after.Alerts, alert => alert.Kind == AlertKind.Arrest);
        var timeline = (await lead.Get($"/agreements/{id}/timeline")).Text;
        Assert.Contains("Lee Lead confirmed that it is about this person (same name and date of birth)", timeline, StringComparison.Ordinal);
        Assert.Contains("Lee Lead decided", (await lead.Get(page.Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("may be about a person of ours", (await lead.Get("/")).Text, StringComparison.Ordinal);

        // The same again is known; with other content it corrects the case's notice.
        Assert.Equal((0, 0, 0, 1), Counts(await Send(app, ByName)));
        Assert.Equal((1, 0, 0, 0), Counts(await Send(app, ByName.Replace("\"offenceOn\":\"2026-03-05\"", "\"offenceOn\":\"2026-03-04\"", StringComparison.Ordinal))));
        Assert.False(Assert.Single((await app.Casework.Find(before.Id))!.Conditions.OfType<NoReoffendingCondition>().Single().Notices).Reoffending);
    }

    [Fact]
    public async Task A_refused_match_changes_no_case_and_keeps_who_and_why()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var version = (await app.Casework.Find(new AgreementId(id)))!.Version;
        await Send(app, ByName);
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get((await lead.Get("/")).Html.QuerySelector("a[href^='/custody-matches/']")!.GetAttribute("href")!);

        Assert.Equal(422, (await lead.Submit(page, ("Answer", "nobody"))).Status);
        var done = await lead.Submit(page, ("Answer", "nobody"), ("Reason", "The photograph is of somebody else."));

        Assert.Equal("It was recorded that the notice is about nobody of ours.", done.Banner);
        Assert.Equal(version, (await app.Casework.Find(new AgreementId(id)))!.Version);
        Assert.Contains("it is about nobody of ours", (await lead.Get(page.Address)).Text, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get(page.Address)).Status);
    }

    [Fact]
    public async Task The_strongest_value_that_a_case_shares_decides_which_are_shown()
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("\"district\"", "\"pncId\":\"20/9N\",\"district\"", StringComparison.Ordinal).Replace("Sam Person", "Pat Other", StringComparison.Ordinal);
        await app.Referred("CU-1");
        var byPnc = (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", person)))["agreement"].GetValue<string>();

        await Send(app, """{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","pncId":"2020/9N","name":"Sam Person","bornOn":"1996-04-02"}""");
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get((await lead.Get("/")).Html.QuerySelector("a[href^='/custody-matches/']")!.GetAttribute("href")!);

        Assert.Equal([byPnc, "nobody"], page.Html.QuerySelectorAll("[name=Answer]").Select(one => one.GetAttribute("value")));
    }

    [Theory]
    [InlineData("""{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05"}""", "item-malformed")]
    [InlineData("""{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","name":"Sam Person"}""", "item-malformed")]
    [InlineData("""{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","pncId":"2020/9X"}""", "pnc-id-invalid")]
    [InlineData("""{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","agreement":"DV-00000-00000"}""", "agreement-unknown")]
    public async Task What_says_of_nobody_is_refused_in_words(string item, string code)
    {
        await using var app = await TestApp.Begin();

        var sent = await Send(app, item);

        Assert.Equal(code, (string?)sent["results"].AsArray().Single()!["code"]);
    }

    [Fact]
    public async Task Bail_is_shown_with_the_condition_and_with_what_it_clashes()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-9","startsAt":"2026-03-12T17:30:00Z","minutes":60}""");

        var sent = await Send(app, $$$"""{"agreement":"{{{id}}}","id":"c-1","kind":"releasedOnBail","occurredOn":"2026-03-05","bail":{"answerOn":"2026-04-09","curfew":{"from":"18:00:00","until":"07:00:00"},"conditions":"Not to go to the Arndale Centre"}}""");
        Assert.Equal((1, 0, 0, 0), Counts(sent));

        using var worker = await app.Browse(Staff.Worker);
        var record = (await worker.Get($"/agreements/{id}/whole")).Text;
        Assert.All(
            (string[])["Bail until 9 April 2026; curfew from 6pm to 7am; Not to go to the Arndale Centre", "Clash with an appointment", "The person’s bail has a curfew from 6pm to 7am"],
            text => Assert.Contains(text, record, StringComparison.Ordinal));
        using var officer = await app.Browse(Staff.Officer);
        Assert.DoesNotContain("Clash with an appointment", (await officer.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
    }

    private static (int Accepted, int Possible, int NotOurs, int Repeated) Counts(Answer sent) =>
        (sent["accepted"].GetValue<int>(), sent["possibleMatches"].GetValue<int>(), sent["notOurs"].GetValue<int>(), sent["repeated"].GetValue<int>());

    private static Task<Answer> Send(TestApp app, params string[] items) => app.Post(Staff.Feed, Notices, $$"""{"items":[{{string.Join(',', items)}}]}""");
}
