using AngleSharp.Dom;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The key worker's home page and caseload.</summary>
public sealed class MyWorkTests
{
    [Fact]
    public async Task Recording_a_meeting_takes_three_interactions_from_the_home_page()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(2));
        using var browser = await app.Browse(Staff.Worker);
        var interactions = 0;

        var home = await browser.Get("/");
        var link = home.Html.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Record the outcome", StringComparison.Ordinal));
        interactions++;
        var form = await browser.Get(link.GetAttribute("href")!);
        Assert.Equal("Record the outcome", form.Html.QuerySelector("h1")!.TextContent);

        Assert.NotNull(form.Html.QuerySelector("input[type=radio][value=Attended]"));
        interactions++;
        Assert.Single(form.Html.QuerySelectorAll("main form button"));
        interactions++;
        var done = await browser.Submit(form, ("Chosen", "Attended"));

        Assert.Equal(3, interactions);
        Assert.Equal((200, "/", "The outcome was recorded."), (done.Status, done.Address, done.Banner));
        Assert.Equal(AppointmentStatus.Attended, (await app.Meeting(id)).Status);
        Assert.DoesNotContain("Record the outcome", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_has_the_one_primary_button()
    {
        await using var app = await TestApp.Begin();
        await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromDays(15));
        using var browser = await app.Browse(Staff.Worker);
        var home = await browser.Get("/");

        Assert.StartsWith("Overdue", home.Html.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        var primary = Assert.Single(home.Html.QuerySelectorAll("main a.govuk-button:not(.govuk-button--secondary)"));
        Assert.Equal(home.Html.QuerySelector("main .work-list__item a.govuk-button"), primary);
        Assert.Contains("Sam Person", primary.TextContent, StringComparison.Ordinal);
        foreach (var button in home.Html.QuerySelectorAll("main .work-list__action"))
        {
            var opened = await browser.Get(button.GetAttribute("href")!);
            Assert.True(opened.Status == 200, $"{opened.Address}: {opened.Status}");
        }
    }

    [Fact]
    public async Task A_team_manager_begins_with_what_was_escalated_to_them_and_sees_the_caseloads_of_their_team()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Manager);
        Assert.Contains("Team manager Tess Manager, north", (await browser.Get("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing in your teams has been escalated", (await browser.Get("/")).Text, StringComparison.Ordinal);

        await app.TravelTo(TestApp.Start + Duration.FromDays(6));
        var home = await browser.Get("/");
        Assert.StartsWith("Escalated to you", home.Html.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hold the first supervision meeting Overdue since", home.Text, StringComparison.Ordinal);
        Assert.Contains("To be done by Kit Worker.", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You have no tasks", home.Text, StringComparison.Ordinal);
        var form = await browser.Get(home.Html.QuerySelector("main .work-list__action")!.GetAttribute("href")!);
        Assert.Equal((200, "Book a meeting"), (form.Status, form.Html.QuerySelector("h1")!.TextContent));

        var caseload = await browser.Get("/workers/kw-1");
        Assert.Equal("Kit Worker", caseload.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("Overdue", caseload.Html.QuerySelector($"main tr:has(a[href='/agreements/{id}'])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (await browser.Get("/workers/kw-2")).Status);
    }

    [Fact]
    public async Task Somebody_without_cases_reads_that_nothing_waits_and_how_a_case_comes_to_them()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.OtherWorker);
        Assert.Contains("You have no tasks", (await browser.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("You get a case when", (await browser.Get("/caseload")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?Status=Active", true)]
    [InlineData("?Status=Concluding", false)]
    [InlineData("?Only=Overdue", true)]
    [InlineData("?Only=Warned", false)]
    [InlineData("?Status=no-such-status", true)]
    public async Task The_caseload_is_narrowed_by_what_stands_in_the_address(string filter, bool isShown)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(15));
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/caseload{filter}");
        Assert.Equal(isShown, page.Text.Contains("Sam Person", StringComparison.Ordinal));
        Assert.Equal(!isShown, page.Text.Contains("None of your open cases matches this filter", StringComparison.Ordinal));
        Assert.DoesNotContain("Next page", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_roles_have_no_caseload_of_a_key_worker_in_their_menu()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Analyst);
        Assert.Null((await browser.Get("/")).Html.QuerySelector("a[href='/caseload']"));
        Assert.Equal(403, (await browser.Get("/caseload")).Status);
    }
}

internal static class Meetings
{
    public const string Id = "m-1";

    /// <summary>A signed agreement with a meeting at half past ten on its first day.</summary>
    public static async Task<string> WithMeeting(this TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "schedule-appointment", $$"""{"conditionId":"supervision","appointmentId":"{{Id}}","startsAt":"2026-03-05T10:30:00Z","minutes":45}""");
        return id;
    }

    public static async Task<Appointment> Meeting(this TestApp app, string id) =>
        (await app.Stands(id)).Condition<SupervisionCondition>("supervision").AppointmentOrNull(Id)!;

    public static async Task<AgreementState> Stands(this TestApp app, string id) => (await app.Casework.Find(new AgreementId(id)))!;
}
