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

/// <summary>What is read on it: how much, in which language, what it does not say, and what stands in place of a page that fails.</summary>
public sealed partial class MyAgreementTests
{
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
    public async Task What_goes_on_after_the_end_and_with_whom_is_on_the_second_page()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.Do(Staff.Worker, id, "plan-continuation", """{"what":"Drop-in <b>on</b> Mondays","with":"Jo of Harbour","firstOn":"2026-07-13"}""");
        await app.Do(Staff.Worker, id, "agree-exit-plan", """{"on":"2026-03-05","caller":"Kit, 0191 496 0000"}""");
        using var person = new Browser(app);
        var home = await Enter(person, await Give(app, id));
        Assert.DoesNotContain("Harbour", home.Text, StringComparison.Ordinal);

        var agreed = await person.Get($"{Entrance}/what-i-agreed");
        Assert.Contains("Drop-in <b>on</b> Mondays, Jo of Harbour. First time: Monday 13 July.", agreed.Text, StringComparison.Ordinal);
        Assert.Contains("Kit, 0191 496 0000", agreed.Text, StringComparison.Ordinal);
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
}
