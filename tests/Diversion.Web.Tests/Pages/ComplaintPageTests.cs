using Diversion.Domain.Complaints;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A complaint from the call to the answer, and a contested warning from the objection to the decision.</summary>
public sealed class ComplaintPageTests
{
    [Fact]
    public async Task A_complaint_is_recorded_acknowledged_and_answered()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);
        var made = await officer.Fill(
            $"/agreements/{id}/record-complaint",
            [("Source", "ForPerson"), ("Who", "J Smith, solicitor"), ("How", "Letter"), .. Date("Day", 5, 3), ("MadeAt", "10am"), ("About", "KeyWorker"), ("What", "Nobody rings him back.")]);
        Assert.Equal("The complaint was recorded.", made.Banner);
        Assert.Contains("The team manager acknowledges the complaint by 5pm on Thursday 19 March 2026", made.Text, StringComparison.Ordinal);

        using var manager = await app.Browse(Staff.Manager);
        var work = await manager.Get("/");
        Assert.Contains("Acknowledge a complaint", work.Text, StringComparison.Ordinal);
        Assert.NotNull(work.Html.QuerySelector($"a[href='/agreements/{id}/acknowledge-complaint/1?from=work']"));
        var acknowledged = await manager.Fill($"/agreements/{id}/acknowledge-complaint/1", [("Chosen", "Letter"), .. Date("Day", 5, 3), ("Time", "10am"), ("Note", "It has come.")]);
        Assert.Equal("It was recorded that the complaint was acknowledged.", acknowledged.Banner);

        var form = await manager.Get($"/agreements/{id}/answer-complaint/1");
        Assert.Contains("Nobody rings him back.", form.Text, StringComparison.Ordinal);
        var faulty = await manager.Submit(form, [("Result", "Upheld"), ("How", "Letter"), .. Date("Day", 5, 3), ("ToldAt", "11:59pm"), ("Said", "We are sorry.")]);
        Assert.Contains(faulty.Faults, fault => fault.Contains("in the future", StringComparison.Ordinal));
        var answered = await manager.Fill(
            $"/agreements/{id}/answer-complaint/1", [("Result", "Upheld"), ("How", "Letter"), .. Date("Day", 5, 3), ("ToldAt", "10am"), ("Said", "We are sorry.")]);
        Assert.Equal("The answer to the complaint was recorded.", answered.Banner);
        Assert.Contains("Upheld", (await manager.WholeOf(answered)).Html.QuerySelector("#complaints")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ComplaintResult.Upheld, (await app.Stands(id)).Complaints.Single().Result);
        Assert.Contains("Complaint 1 was answered by letter on", (await manager.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    /// <summary>The clocks go back at 2am on Sunday 25 October 2026.</summary>
    [Fact]
    public async Task A_time_that_comes_twice_is_asked_about()
    {
        await using var app = await TestApp.Begin();
        app.Clock.MoveTo(Instant.FromUtc(2026, 10, 24, 12, 0));
        var id = await app.Referred();
        app.Clock.MoveTo(Instant.FromUtc(2026, 10, 26, 12, 0));
        using var officer = await app.Browse(Staff.Officer);
        (string, string)[] made = [("Source", "Person"), ("How", "Email"), .. Date("Day", 25, 10), ("MadeAt", "1:30am"), ("About", "KeyWorker"), ("What", "Nobody rings him back.")];
        var asked = await officer.Fill($"/agreements/{id}/record-complaint", made);
        Assert.StartsWith("Choose which 1:30am you mean", Assert.Single(asked.Faults), StringComparison.Ordinal);
        Assert.Equal(2, asked.Html.QuerySelectorAll("input[name='Which']").Length);

        await officer.Submit(asked, [.. made, ("Which", "second")]);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), Assert.Single((await app.Stands(id)).Complaints).MadeAt);
    }

    [Fact]
    public async Task A_complaint_without_the_name_of_who_makes_it_says_so_at_the_field()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var faulty = await worker.Fill(
            $"/agreements/{id}/record-complaint",
            [("Source", "SomebodyElse"), ("How", "Email"), .. Date("Day", 5, 3), ("MadeAt", "10am"), ("About", "Decision"), ("What", "It took too long.")]);
        Assert.Equal("Enter the name of who complains", Assert.Single(faulty.Faults));
        Assert.Equal("#Who", faulty.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_complained_of_is_not_for_officers_and_partners()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"decision","what":"It took too long."}""");

        Assert.Equal("It took too long.", (string?)(await app.Get(Staff.Sergeant, $"/api/v1/agreements/{id}"))["complaints"][0]!["what"]);
        Assert.Null((await app.Get(Staff.Officer, $"/api/v1/agreements/{id}"))["complaints"][0]!["what"]);
        Assert.Null((await app.Get(Staff.Provider, $"/api/v1/agreements/{id}")).Json!["complaints"]);
        Assert.DoesNotContain("too long", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline")).Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_complained_of_is_told_nothing_of_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Officer, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"keyWorker","what":"She never rings back."}""");
        using var manager = await app.Browse(Staff.Manager);
        await manager.Upload(await manager.Get($"/agreements/{id}/documents/add/complaint-1"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "Letter"), ("Title", "What he wrote"));
        await app.TravelTo(Instant.FromUtc(2026, 4, 30, 12, 0));

        foreach (var part in (string[])[$"agreements/{id}", $"agreements/{id}/timeline?limit=200", $"agreements/{id}/documents", $"agreements/{id}/messages", "caseload"])
        {
            var answer = await app.Get(Staff.Worker, $"/api/v1/{part}");
            Assert.Equal(200, answer.Status);
            Tells(answer.Json!.ToJsonString());
        }

        using var worker = await app.Browse(Staff.Worker);
        foreach (var page in (string[])["/", $"/agreements/{id}", $"/agreements/{id}/timeline", $"/agreements/{id}/documents", $"/agreements/{id}/messages"])
        {
            Tells((await worker.Get(page)).Text);
        }

        Assert.Equal("She never rings back.", (string?)(await app.Get(Staff.Manager, $"/api/v1/agreements/{id}"))["complaints"][0]!["what"]);
        Assert.Contains("What he wrote", (await manager.Get($"/agreements/{id}/documents")).Text, StringComparison.Ordinal);
        Assert.Contains("answering complaint 1", (await app.Get(Staff.Manager, $"/api/v1/agreements/{id}")).Json!.ToJsonString(), StringComparison.Ordinal);

        static void Tells(string text) =>
            Assert.All((string[])["omplaint-1", "omplaint/", "omplaint 1", "complaint.", "complaint-made", "complaint to answer", "Answer a complaint", "rings back", "What he wrote"], told => Assert.DoesNotContain(told, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_complaint_about_the_team_manager_is_a_leads_at_once()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"teamManager","what":"He shouted."}""");

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("A complaint for a lead to answer", (await lead.Get("/")).Text, StringComparison.Ordinal);
        using var manager = await app.Browse(Staff.Manager);
        Assert.DoesNotContain("Acknowledge a complaint", (await manager.Get("/")).Text, StringComparison.Ordinal);
        Assert.Equal("complaint-about-you", (await app.Post(Staff.Manager, $"/api/v1/agreements/{id}/withdraw-complaint", """{"number":1,"reason":"He rang."}""")).Code);
    }

    [Fact]
    public async Task A_sergeant_decides_on_a_contested_warning_in_sight_of_what_the_person_says()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"warning-1","how":"letter","answeredAt":"2026-03-05T10:00:00Z","said":"I was there until the end."}""");
        using var sergeant = await app.Browse(Staff.Sergeant);
        Assert.Contains("contested: somebody who did not give it decides", (await sergeant.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var form = await sergeant.Get($"/agreements/{id}/decide-contest/warning-1");
        Assert.Contains("I was there until the end.", form.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await sergeant.Get($"/agreements/{id}/decide-contest/warning-9")).Status);

        var decided = await sergeant.Submit(form, ("Chosen", "Upheld"), ("Reason", "The provider says that he left."));
        Assert.Equal("The decision on the contested warning was recorded.", decided.Banner);
        Assert.Contains("contested, and upheld on 5 March 2026", (await sergeant.WholeOf(decided)).Text, StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var lead = await app.Browse(Staff.Lead);
        var page = (await lead.Get($"/agreements/{id}/decide-breach")).Text;
        Assert.Contains("Looked at again and upheld on 5 March 2026 by", page, StringComparison.Ordinal);
        Assert.Contains("The provider says that he left.", page, StringComparison.Ordinal);
        Assert.Contains("Your warning stays", (await lead.Get($"/agreements/{id}/letter/warning-upheld-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_decision_page_says_whether_the_time_to_answer_is_over_when_no_answer_came()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("None was recorded. The time to answer has not begun, because nobody has recorded that the person was told.", await Decision(), StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"inPerson","toldAt":"2026-03-05T10:00:00Z"}""");
        Assert.Contains("None was recorded. The time to answer is not over yet: it runs until 5pm on 13 March 2026.", await Decision(), StringComparison.Ordinal);

        await app.TravelTo(Instant.FromUtc(2026, 3, 13, 17, 0));
        Assert.Contains("None was recorded. The time to answer was over at 5pm on 13 March 2026.", await Decision(), StringComparison.Ordinal);

        async Task<string> Decision() => (await lead.Get($"/agreements/{id}/decide-breach")).Text;
    }

    [Fact]
    public async Task A_paper_that_came_with_an_answer_is_shown_to_the_lead_who_decides()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var worker = await app.Browse(Staff.Worker);
        var form = await worker.Get($"/agreements/{id}/record-answer/breach-proposed-1");
        var link = form.Html.QuerySelector($"a[href='/agreements/{id}/documents/add/breach-proposed-1']");
        Assert.NotNull(link);
        Assert.Contains("It is kept with what the person says to the proposed breach.", (await worker.Get(link.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await worker.Get($"/agreements/{id}/documents/add/warning-7")).Status);

        using var content = new MultipartFormDataContent { { new ByteArrayContent(Photos.Pdf), "file", "x.pdf" }, { new StringContent("letter"), "kind" }, { new StringContent("breach-proposed-1"), "item" } };
        using var client = app.As(Staff.Worker);
        using var kept = await client.PostAsync(new Uri($"/api/v1/agreements/{id}/keep-document", UriKind.Relative), content);
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
        var added = (string?)(await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/documents")).Json![0]!["id"];
        using var lead = await app.Browse(Staff.Lead);
        Assert.NotNull((await lead.Get($"/agreements/{id}/decide-breach")).Html.QuerySelector($"a[href='/agreements/{id}/documents/{added}']"));
        Assert.NotNull((await lead.Get($"/agreements/{id}/breach-file")).Html.QuerySelector($"a[href='/agreements/{id}/documents/{added}']"));
        Assert.Contains("what the person says to the proposed breach", (await lead.Get($"/agreements/{id}/documents")).Text, StringComparison.OrdinalIgnoreCase);
    }
}
