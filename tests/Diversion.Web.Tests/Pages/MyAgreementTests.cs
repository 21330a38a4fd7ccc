using System.Text;
using Diversion.Casework.OwnPage;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Telling;
using Diversion.Web.Assets;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The person's own page: the way in, what they read, and what nobody else reaches.</summary>
public sealed class MyAgreementTests
{
    private const string Entrance = "/my-agreement";
    private const string Wrong = "That did not work. Check your code";

    [Fact]
    public async Task The_worker_prints_a_code_and_the_person_reads_what_is_next_and_tells_that_they_cannot_come()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var worker = await app.Browse(Staff.Worker, navigates: true);
        var made = await worker.Submit(await worker.Get($"/agreements/{id}/give-own-page"), ("Way", "Code"));
        var code = made.Html.QuerySelector("#own-code")!.TextContent;
        Assert.Matches("^[A-Z2-9]{5}-[A-Z2-9]{5}$", code);
        Assert.DoesNotContain("shown=", made.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(code, (await worker.Get($"/agreements/{id}/timeline")).Html.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var person = new Browser(app);
        var home = await Enter(person, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Contains("Hello Sam", home.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 5 March, 10:30am", home.Text, StringComparison.Ordinal);
        Assert.Contains("You have done 0 hours of 18 hours", home.Text, StringComparison.Ordinal);
        Assert.Equal("tel:01914960000", home.Html.QuerySelector("a[href^='tel:0']")!.GetAttribute("href"));

        var form = await person.Get(home.Html.QuerySelector("a[href*=cannot-come]")!.GetAttribute("href")!);
        Assert.Contains("Choose why", (await person.Submit(form, ("More", "x"))).Text, StringComparison.Ordinal);
        var told = await person.Submit(form, ("Why", "cannot.family"), ("More", "My son <b>fell</b>."));
        Assert.Contains("We have told your worker", told.Text, StringComparison.Ordinal);
        Assert.Contains("Your worker will get back to you", told.Text, StringComparison.Ordinal);
        var notice = (await app.Meeting(id)).Notice!;
        Assert.Equal((AnsweredHow.WebForm, "A child or someone close to me needs me. My son <b>fell</b>."), (notice.How, notice.Said));

        var timeline = await worker.Get($"/agreements/{id}/timeline");
        Assert.Contains("The person came in to their own page.", timeline.Text, StringComparison.Ordinal);
        Assert.Contains("The participant", timeline.Text, StringComparison.Ordinal);
        Assert.Contains("They told us that they cannot come.", (await worker.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_hashes_are_kept_and_no_log_has_a_code()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker, navigates: true);
        var code = (await worker.Submit(await worker.Get($"/agreements/{id}/give-own-page"), ("Way", "Code"))).Html.QuerySelector("#own-code")!.TextContent;
        using var person = new Browser(app);
        await Enter(person, code);

        foreach (var table in Tables.All)
        {
            await foreach (var row in app.Store.Scan(table))
            {
                var stored = string.Join(' ', row.Properties.Values.Select(value => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}"));
                Assert.DoesNotContain(code, $"{row.Partition} {row.Row} {stored}", StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_birth_date_or_code_gets_the_same_answer_and_five_lock_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var code = await Give(app, id);
        using var person = new Browser(app);
        foreach (var (typed, day) in new[] { (code, "3"), (code, "32"), (code, ""), ("AAAAA-AAAAA", "2"), (new string('x', 5_000), "2"), ("", "2"), (code, "4") })
        {
            var refused = await Enter(person, typed, day);
            Assert.Equal(422, refused.Status);
            Assert.Contains(Wrong, refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await app.Stands(id)).OwnPage!.WrongBirthDates);
        await Enter(person, code, "5");
        Assert.Contains(Wrong, (await Enter(person, code)).Text, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("gave a wrong date of birth", (await worker.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_one_address_only_so_many_attempts_are_taken()
    {
        await using var app = await TestApp.Begin(ownHost: true);
        using var person = new Browser(app);
        for (var i = 0; i < TestApp.SignInsPerMinute; i++)
        {
            Assert.Equal(422, (await Enter(person, "AAAAA-AAAAA")).Status);
        }

        Assert.Equal(429, (await Enter(person, "AAAAA-AAAAA")).Status);
    }

    [Fact]
    public async Task A_link_works_once_and_gives_a_code()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "change-contact", """{"contact":{"contactConsent":true,"textConsent":true,"phone":"07700 900982"}}""");
        var secret = OwnPageSecrets.MakeLink();
        await Give(app, id, OwnPageWay.Link, OwnPageSecrets.HashOfLink(secret)!);
        using var person = new Browser(app);
        var start = await person.Get($"{Entrance}/start/{secret}");
        Assert.DoesNotContain("Sam", start.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(422, (await person.Submit(start, Born("3"))).Status);
        var first = await person.Submit(start, Born());
        var code = first.Html.QuerySelector("#code")!.TextContent;
        Assert.Contains("Hello Sam", (await person.Get(Entrance)).Text, StringComparison.Ordinal);

        using var other = new Browser(app);
        Assert.Contains("A link works one time", (await other.Submit(await other.Get($"{Entrance}/start/{secret}"), Born())).Text, StringComparison.Ordinal);
        Assert.Contains("Hello Sam", (await Enter(other, code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_could_not_be_texted_is_said_to_the_worker()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var form = await worker.Get($"/agreements/{id}/give-own-page");
        Assert.Contains("has not agreed to texts", Assert.Single((await worker.Submit(form, ("Way", "Link"))).Faults), StringComparison.Ordinal);
        await app.Do(Staff.Worker, id, "change-contact", """{"contact":{"contactConsent":true,"textConsent":true,"phone":"07700 900982"}}""");
        var failed = await worker.Submit(await worker.Get($"/agreements/{id}/give-own-page"), ("Way", "Link"));
        Assert.Contains("The text could not be sent", failed.Banner, StringComparison.Ordinal);
        app.Clock.MoveTo(TestApp.Start + Duration.FromHours(11));
        Assert.Contains("Texts are not sent at this hour", Assert.Single((await worker.Submit(await worker.Get($"/agreements/{id}/give-own-page"), ("Way", "Link"))).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_reading_is_sent_away_when_it_is_stopped_and_when_a_new_code_is_given()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var person = new Browser(app);
        await Enter(person, await Give(app, id));
        using var worker = await app.Browse(Staff.Worker);
        await worker.Submit(await worker.Get($"/agreements/{id}/stop-own-page"));
        Assert.DoesNotContain("Sam", (await person.Get(Entrance)).Text, StringComparison.Ordinal);
        Assert.Equal(Entrance, (await person.Get($"{Entrance}/what-i-agreed")).Address);

        var code = await Give(app, id);
        Assert.Contains("Hello Sam", (await Enter(person, code)).Text, StringComparison.Ordinal);
        await Give(app, id);
        Assert.DoesNotContain("Sam", (await person.Get(Entrance)).Text, StringComparison.Ordinal);
        Assert.Contains(Wrong, (await Enter(person, code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_it_says_so_for_two_weeks_and_then_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        var code = await Give(app, id);
        using var person = new Browser(app);
        await Enter(person, code);
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Abroad."}""");
        var ended = await person.Get(Entrance);
        Assert.Contains("Your agreement has come to an end", ended.Text, StringComparison.Ordinal);
        Assert.Empty(ended.Html.QuerySelectorAll("a[href*=cannot-come]"));
        app.Clock.MoveTo(TestApp.Start + Duration.FromDays(OwnPageAccess.DaysAfterEnd));
        Assert.DoesNotContain("Sam", (await person.Get(Entrance)).Text, StringComparison.Ordinal);
        Assert.Contains(Wrong, (await Enter(person, code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reaches_an_appointment_of_somebody_else()
    {
        await using var app = await TestApp.Begin();
        var mine = await app.WithMeeting();
        var theirs = await app.Signed("CU-2");
        await app.Do(Staff.Worker, theirs, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"theirs-1","startsAt":"2026-03-05T11:30:00Z","minutes":45}""");
        using var person = new Browser(app);
        var home = await Enter(person, await Give(app, mine));
        Assert.DoesNotContain("theirs-1", home.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(Entrance, (await person.Get($"{Entrance}/cannot-come/theirs-1")).Address);
        var token = (await person.Get($"{Entrance}/cannot-come/{Meetings.Id}")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await person.Post($"{Entrance}/cannot-come/theirs-1", KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Why", "cannot.ill"));
        Assert.Contains("not booked any more", forged.Text, StringComparison.Ordinal);
        Assert.All((await app.Stands(theirs)).Conditions.OfType<Domain.Appointments.AppointmentCondition>().SelectMany(one => one.Appointments), one => Assert.Null(one.Notice));
    }

    [Fact]
    public async Task Staff_are_nobody_here_and_the_person_is_nobody_there()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Type the code", (await worker.Get(Entrance)).Text, StringComparison.Ordinal);
        Assert.Equal(Entrance, (await worker.Get($"{Entrance}/what-i-agreed")).Address);
        Assert.Equal(Entrance, (await worker.Get($"{Entrance}/calendar.ics")).Address);

        using var person = new Browser(app);
        await Enter(person, await Give(app, id));
        Assert.StartsWith("/sign-in", (await person.Get($"/agreements/{id}")).Address, StringComparison.Ordinal);
        Assert.All(person.Cookies.GetCookies(new Uri("http://localhost/agreements/")), cookie => Assert.DoesNotContain("my-agreement", cookie.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_screen_says_nothing_of_the_offence_and_each_page_is_small()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var person = new Browser(app);
        var style = Encoding.UTF8.GetByteCount(await new HttpClient(app.Handler()).GetStringAsync($"http://localhost{app.Services.GetRequiredService<PortalAssets>().Address("person.css")}"));
        var entrance = await person.Get(Entrance);
        var home = await Enter(person, await Give(app, id));
        foreach (var page in new[] { entrance, home, await person.Get($"{Entrance}/what-i-agreed"), await person.Get($"{Entrance}/cannot-come/{Meetings.Id}") })
        {
            Assert.True(page.Body.Length + style < 40_000, $"{page.Address}: {page.Body.Length} and {style} of styles");
            Assert.Empty(page.Html.QuerySelectorAll("script, img"));
            Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.DoesNotContain(id, page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        foreach (var page in new[] { entrance, home })
        {
            foreach (var word in new[] { "theft", "shop", "police", "probation", "offence", "crime", "court", "victim", "drug", "tag", "charge", "diversion", "restorative", "Secret Street" })
            {
                Assert.DoesNotContain(word, page.Html.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Contains("Get help with drink or drugs", (await person.Get($"{Entrance}/what-i-agreed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_in_Welsh_by_who_wants_to()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var person = new Browser(app);
        await Enter(person, await Give(app, id));
        var welsh = await person.Get($"{Entrance}/language/cy");
        Assert.Equal("cy", welsh.Html.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Dydd Iau 5 Mawrth, 10:30", welsh.Text, StringComparison.Ordinal);
        Assert.Contains("Alla i ddim dod", welsh.Text, StringComparison.Ordinal);
        Assert.Contains("Hello", (await person.Get($"{Entrance}/language/en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_ends_it_and_leads_to_a_page_of_no_meaning()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var person = new Browser(app);
        var home = await Enter(person, await Give(app, id));
        var close = home.Html.QuerySelector("header a.close")!.GetAttribute("href")!;
        using var http = new HttpClient(app.Handler());
        var answer = await http.GetAsync($"http://localhost{close}");
        Assert.Equal("https://www.bbc.co.uk/weather", answer.Headers.Location!.ToString());
        await person.Get(close);
        Assert.Contains("Type the code", (await person.Get(Entrance)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_to_save_has_the_appointments_and_nothing_else()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-2","startsAt":"2026-03-12T14:00:00Z","minutes":60,"place":"Library, 2 High Street; first floor, the room on the left beside the large meeting room"}""");
        using var person = new Browser(app);
        await Enter(person, await Give(app, id));
        var calendar = Encoding.UTF8.GetString((await person.Get($"{Entrance}/calendar.ics")).Body);
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length - 1);
        var read = Ical.Net.Calendar.Load(calendar)!.Events.Single(one => one.Start!.AsUtc == new DateTime(2026, 3, 12, 14, 0, 0, DateTimeKind.Utc));
        Assert.Equal((60, "Appointment", "Library, 2 High Street; first floor, the room on the left beside the large meeting room"), ((read.End!.AsUtc - read.Start!.AsUtc).TotalMinutes, read.Summary, read.Location));
        Assert.DoesNotContain("Sam", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task A_page_that_is_not_there_or_fails_is_told_to_the_person_and_not_to_staff()
    {
        await using var app = await TestApp.Begin();
        using var person = new Browser(app);
        var gone = await person.Get($"{Entrance}/nowhere");
        Assert.Equal((404, "There is a problem"), (gone.Status, gone.Html.QuerySelector("h1")!.TextContent));
        Assert.Equal(Entrance, gone.Html.QuerySelector("main a")!.GetAttribute("href"));
        Assert.NotNull(gone.Html.QuerySelector("a.close"));
        Assert.DoesNotContain("Diversion", gone.Html.DocumentElement.TextContent, StringComparison.Ordinal);

        await person.Get($"{Entrance}/language/cy");
        Assert.Contains("Nid yw'r dudalen hon yma mwyach.", (await person.Get($"{Entrance}/problem")).Text, StringComparison.Ordinal);
        var refused = await person.Post(Entrance, KeyValuePair.Create("Code", "x"));
        Assert.Equal((400, "Mae problem"), (refused.Status, refused.Html.QuerySelector("h1")!.TextContent));
    }

    private static (string, string)[] Born(string day = "2") => [("Day", day), ("Month", "4"), ("Year", "1996")];

    private static async Task<Visit> Enter(Browser person, string code, string day = "2") =>
        await person.Submit(await person.Get(Entrance), [("Code", code), .. Born(day)]);

    private static async Task<string> Give(TestApp app, string id)
    {
        var code = OwnPageSecrets.MakeCode();
        await Give(app, id, OwnPageWay.Code, OwnPageSecrets.HashOfCode(code)!);
        return code;
    }

    private static async Task Give(TestApp app, string id, OwnPageWay way, string hash) => Assert.IsType<Casework.Streams.Outcome<AgreementState>.Accepted>(
        await app.Casework.Execute(new AgreementId(id), new OwnPageCommand.GiveOwnPage(way, hash) { By = Staff.Worker, At = app.Clock.GetCurrentInstant() }, null));
}
