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
public sealed partial class MyAgreementTests
{
    private const string Entrance = "/my-page";
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
