using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>
/// What the person says to a proposed breach, from the telling to the decision. It is proposed on Thursday 5 March at ten;
/// five working days after the day by which they are told are Friday 13 March.
/// </summary>
public sealed class AnswerPageTests
{
    [Fact]
    public async Task The_key_worker_is_asked_for_the_answer_once_the_person_was_told_and_records_it()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Worker);
        var told = await browser.Fill($"/agreements/{id}/tell-person/breach-proposed-1", [("How", "InPerson"), .. Date("Day", 5, 3), ("ToldAt", "10am"), ("ToldBy", "Kit Worker")]);
        Assert.Contains("The person may answer until 5pm on Friday 13 March 2026", told.Text, StringComparison.Ordinal);
        Assert.Contains("The person may answer until 5pm on 13 March 2026.", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        await app.TravelTo(TestApp.Start + Duration.FromDays(1));
        var work = await browser.Get("/");
        Assert.Contains("Record the person's answer to the proposed breach", work.Text, StringComparison.Ordinal);
        Assert.NotNull(work.Html.QuerySelector($"a[href='/agreements/{id}/record-answer/breach-proposed-1?from=work']"));

        var form = await browser.Get($"/agreements/{id}/record-answer/breach-proposed-1");
        Assert.Contains("They have until 5pm on 13 March 2026.", form.Text, StringComparison.Ordinal);
        (string, string)[] when = [.. Date("Day", 5, 3), ("AnsweredAt", "10am")];
        var again = await browser.Submit(form, [("Answers", "yes"), ("How", "ThroughSomebody"), .. when]);
        Assert.Equal((422, "#Through"), (again.Status, again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        again = await browser.Submit(again, [("Answers", "yes"), ("How", "ThroughSomebody"), ("Through", "Sol Icitor"), .. when]);
        Assert.Equal("#Said", again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        var done = await browser.Submit(again, [("Answers", "yes"), ("How", "ThroughSomebody"), ("Through", "Sol Icitor"), ("Said", "He was in hospital."), .. when]);

        Assert.Equal("The answer was recorded.", Heading(done));
        Assert.Contains("A programme lead decides the breach by 5pm on Wednesday 11 March 2026.", done.Text, StringComparison.Ordinal);
        Assert.Equal(("Sol Icitor", "He was in hospital.", "Kit Worker"), Assert.Single((await app.Stands(id)).Answers) is var kept ? (kept.Through, kept.Said, kept.By) : default);
        Assert.DoesNotContain("Record the person's answer to the proposed breach", (await browser.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_corrected_with_a_reason_and_the_first_one_stays_in_the_breach_file()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"breach-proposed-1","how":"telephone","answeredAt":"2026-03-05T10:00:00Z","said":"He was ill."}""");
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-answer/breach-proposed-1/1");
        Assert.Equal("He was ill.", form.Html.QuerySelector("#Said")!.TextContent.Trim());

        (string, string)[] corrected = [("Answers", "yes"), ("How", "Telephone"), ("Said", "He was in hospital."), .. Date("Day", 5, 3), ("AnsweredAt", "10am")];
        var again = await browser.Submit(form, corrected);
        Assert.Equal("#Reason", again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        await browser.Submit(again, [.. corrected, ("Reason", "The solicitor sent the letter of the hospital.")]);

        using var lead = await app.Browse(Staff.Lead);
        var file = await lead.Get($"/agreements/{id}/breach-file");
        foreach (var said in (string[])["What the person says", "He was ill.", "(corrected later)", "He was in hospital.", "It corrects answer 1. Reason: The solicitor sent the letter of the hospital."])
        {
            Assert.Contains(said, file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_lead_sees_that_the_person_was_not_told_then_until_when_they_may_answer_then_the_answer()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("Nobody has recorded that the person was told, so they could not answer yet.", (await browser.Get("/")).Text, StringComparison.Ordinal);
        var untold = await browser.Get($"/agreements/{id}/decide-breach");
        Assert.Contains("Nobody has recorded that the person was told about the proposed breach", untold.Text, StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"telephone","toldAt":"2026-03-05T10:00:00Z","said":"Told them that they can answer."}""");
        Assert.Contains("The person may answer until 5pm on Friday 13 March 2026.", (await browser.Get("/")).Text, StringComparison.Ordinal);
        var awaited = await browser.Get($"/agreements/{id}/decide-breach");
        foreach (var said in (string[])["What the person says", "Kit Worker told the person by telephone on 5 March 2026", "Told them that they can answer.", "May answer until13 March 2026 at 5pm", "None was recorded."])
        {
            Assert.Contains(said, awaited.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(awaited.Html.QuerySelector("#EarlyReason"));
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"breach-proposed-1","how":"inPerson","answeredAt":"2026-03-05T10:00:00Z","said":"I was in hospital."}""");
        Assert.Contains("The person has answered.", (await browser.Get("/")).Text, StringComparison.Ordinal);
        var answered = await browser.Get($"/agreements/{id}/decide-breach");
        Assert.Contains("I was in hospital.", answered.Text, StringComparison.Ordinal);
        Assert.Null(answered.Html.QuerySelector("#EarlyReason"));
    }

    [Fact]
    public async Task A_lead_who_confirms_before_that_is_stopped_and_told_until_when_unless_they_say_why()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"telephone","toldAt":"2026-03-05T10:00:00Z"}""");
        var refused = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""");
        Assert.Equal((422, "answer-awaited"), (refused.Status, refused.Code));
        Assert.Contains("until 5pm on 13 March 2026", refused["detail"].GetValue<string>(), StringComparison.Ordinal);

        using var browser = await app.Browse(Staff.Lead);
        var again = await browser.Fill($"/agreements/{id}/decide-breach", ("Decision", "Confirm"), ("Sure", "yes"), ("Reason", "Nothing else is left"));
        Assert.Equal((422, "#EarlyReason"), (again.Status, again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        Assert.Contains("5pm on 13 March 2026", Assert.Single(again.Faults), StringComparison.Ordinal);

        await browser.Submit(again, ("Decision", "Confirm"), ("Sure", "yes"), ("Reason", "Nothing else is left"), ("EarlyReason", "They left the country this morning."));
        Assert.Equal(AgreementStatus.Breached, (await app.Stands(id)).Status);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Contains("They left the country this morning.", (await officer.Get($"/agreements/{id}/breach-file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_time_is_over_the_lead_may_confirm_and_sees_that_no_answer_came()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Do(Staff.Worker, id, "tell-person", """{"news":"breach-proposed-1","how":"telephone","toldAt":"2026-03-05T10:00:00Z"}""");
        await app.TravelTo(Instant.FromUtc(2026, 3, 13, 17, 0));
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("The time to answer is over, and no answer has come.", (await browser.Get("/")).Text, StringComparison.Ordinal);

        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""");

        Assert.Contains("Could answer until13 March 2026 at 5pm", (await browser.Get($"/agreements/{id}/breach-file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contested_warning_is_shown_to_who_may_withdraw_it_and_to_the_lead_who_decides()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        using var browser = await app.Browse(Staff.Worker);
        var done = await browser.Fill($"/agreements/{id}/record-answer/warning-1", [("How", "InPerson"), ("Said", "I was there until the end."), .. Date("Day", 5, 3), ("AnsweredAt", "10am")]);
        Assert.Equal("What the person says against the warning was recorded.", Heading(done));
        Assert.Contains("A programme lead was told.", done.Text, StringComparison.Ordinal);
        Assert.Contains("I was there until the end.", (await browser.Get($"/agreements/{id}/withdraw-warning/1")).Text, StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get($"/agreements/{id}/decide-breach");
        Assert.Contains("The person contests it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("I was there until the end.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The person contests a warning", (await lead.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_after_the_decision_is_kept_by_the_api_and_shown_to_a_lead()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Heard(id);
        await app.Do(Staff.Lead, id, "decide-breach", """{"decision":"confirm","reason":"Nothing else is left."}""");

        await app.Do(Staff.Worker, id, "record-answer", """{"news":"breach-proposed-1","how":"writing","answeredAt":"2026-03-05T10:00:00Z","said":"I was in hospital."}""");

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("The person answered after the breach was decided", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("I was in hospital.", (await lead.Get($"/agreements/{id}/breach-file")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_said_is_not_for_the_police_before_the_breach_file()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        await app.Do(Staff.Worker, id, "record-answer", """{"news":"breach-proposed-1","how":"inPerson","answeredAt":"2026-03-05T10:00:00Z","said":"I was in hospital."}""");

        Assert.Equal("I was in hospital.", (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}"))["answers"][0]!["said"]!.GetValue<string>());
        Assert.Null((await app.Get(Staff.Officer, $"/api/v1/agreements/{id}"))["answers"][0]!["said"]);
        Assert.DoesNotContain("hospital", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("role-not-permitted", (await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/record-answer", """{"news":"breach-proposed-1","how":"inPerson","answeredAt":"2026-03-05T10:00:00Z","said":"x"}""")).Code);
    }

    [Fact]
    public async Task The_letter_says_how_and_by_when_to_answer()
    {
        await using var app = await TestApp.Begin();
        var id = await Proposed(app);
        using var browser = await app.Browse(Staff.Worker);
        var letter = await browser.Get($"/agreements/{id}/letter/breach-proposed-1");
        foreach (var said in (string[])["in person or by telephone, write to them, or have somebody say it for you", "You have until 5pm on Friday 13 March 2026.", "If this letter came by post, you have 5 working days from the day on which it came", "You do not have to answer."])
        {
            Assert.Contains(said, letter.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_correction_that_takes_a_warning_back_says_so_before_and_after_and_tells_a_lead()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(30));
        await app.Do(Staff.Worker, id, "record-attendance", """{"conditionId":"supervision","appointmentId":"m-1","attendance":"missedUnacceptable"}""");
        await app.Do(Staff.Worker, id, "tell-person", $$"""{"news":"warning-1","how":"inPerson","toldAt":"{{TestApp.Start + Duration.FromHours(30)}}"}""");
        using var browser = await app.Browse(Staff.Worker);

        var done = await browser.Fill($"/agreements/{id}/correct-attendance/supervision/m-1", ("Chosen", "Attended"), ("Reason", "The wrong person was ticked"));

        foreach (var said in (string[])["Warning 1 no longer counts.", "A programme lead and the team manager were told.", "The person must be told about the withdrawal of warning 1"])
        {
            Assert.Contains(said, done.Text, StringComparison.Ordinal);
        }

        Assert.NotNull((await app.Stands(id)).NewsOrNull(PersonNews.IdOf(NewsKind.WarningWithdrawn, 1)));
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("A failure that counted was taken back", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("The wrong person was ticked", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        Assert.Contains("took back a warning", (await browser.Get($"/agreements/{id}/letter/warning-withdrawn-1")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> Proposed(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        return id;
    }

    /// <summary>The banner's first line; below it stands what followed.</summary>
    private static string? Heading(Visit visit) => visit.Html.QuerySelector(".govuk-notification-banner__heading")?.TextContent.Trim() ?? visit.Banner;
}
