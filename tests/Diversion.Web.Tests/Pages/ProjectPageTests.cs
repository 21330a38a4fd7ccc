using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Reparation projects on the pages: asked for, placed at, and the register of a session that a supervisor marks.</summary>
public sealed class ProjectPageTests
{
    private const string Entry = """{"name":"Canal <b>path</b>","place":"Lock 4","area":"Riverside","partner":"Green Spaces","purpose":"communitySafety","work":"Cut back brambles.","supervisor":"sv-1"}""";

    private static readonly (string Name, string Value)[] Typed =
    [
        ("Form.Name", "Canal <b>path</b>"), ("Form.Place", "Lock 4"), ("Form.Area", "Riverside"), ("Form.Purpose", "Environment"), ("Form.Work", "Cut back brambles."), ("Form.Supervisor", "sv-1"), ("Form.Capacity", "8"),
    ];

    [Fact]
    public async Task A_partner_asks_for_work_and_a_lead_accepts_it_or_says_why_not()
    {
        await using var app = await TestApp.Begin();
        using var own = await app.Browse(Staff.Provider);
        var form = await own.Get("/projects/add");
        Assert.Null(form.Html.QuerySelector("[name='Form.Partner']"));
        Assert.Equal(422, (await own.Submit(form, ("Form.Name", "A"))).Status);
        var asked = await own.Submit(form, Typed);
        Assert.Equal("Your request was sent to the programme’s leads.", asked.Banner);
        Assert.Contains("Canal <b>path</b>", asked.Text, StringComparison.Ordinal);
        var address = asked.Address;

        using var other = await app.Browse(Staff.OtherProvider);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(404, (await other.Get(address)).Status);
        Assert.Equal(404, (await worker.Get(address)).Status);
        Assert.DoesNotContain("Canal", (await worker.Get("/projects")).Text, StringComparison.Ordinal);

        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("A partner asks for work to be done", (await lead.Get("/")).Text, StringComparison.Ordinal);
        var unsaid = await lead.Submit(await lead.Get(address), "form[action*='handler=Decline']");
        Assert.Equal(422, unsaid.Status);
        var accepted = await lead.Submit(await lead.Get(address), "form[action*='handler=Accept']");
        Assert.Equal("The request was accepted: it is a project now.", accepted.Banner);
        Assert.DoesNotContain("A partner asks for work", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Canal", (await worker.Get("/projects")).Text, StringComparison.Ordinal);
        Assert.Null((await worker.Get(address)).Html.QuerySelector("a[href$='/change'], form[action*='handler']"));
        Assert.Equal(404, (await other.Get($"{address}/change")).Status);

        await app.Post(Staff.Provider, "/api/v1/projects/car-park/request-work", Body(Entry.Replace("Canal", "Car park", StringComparison.Ordinal)));
        var declined = await lead.Submit(await lead.Get("/projects/car-park"), "form[action*='handler=Decline']", ("WhyNot", "It is for one firm <i>."));
        Assert.Contains("A lead declined the request: It is for one firm <i>.", declined.Text, StringComparison.Ordinal);
        Assert.Contains("A lead declined the request", (await own.Get("/projects/car-park")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_of_a_risk_assessment_comes_to_the_inbox_when_it_is_due()
    {
        await using var app = await TestApp.Begin();
        await Add(app);
        using var lead = await app.Browse(Staff.Lead);
        var recorded = await lead.Submit(await lead.Get("/projects/canal"), "form[action*='handler=Risk']", [.. Date("Made", 1, 3, 2026), .. Date("Review", 20, 3, 2026)]);
        Assert.Equal("The risk assessment was recorded.", recorded.Banner);
        await app.TravelTo(Instant.FromUtc(2026, 3, 20, 18, 0));
        Assert.Contains("A risk assessment of a reparation project to make again", (await lead.Get("/")).Text, StringComparison.Ordinal);
        await lead.Submit(await lead.Get("/projects/canal"), "form[action*='handler=Risk']", [.. Date("Made", 20, 3, 2026), .. Date("Review", 20, 3, 2027)]);
        Assert.DoesNotContain("A risk assessment", (await lead.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_names_a_project_and_keeps_its_name_and_a_closed_one_is_refused()
    {
        await using var app = await TestApp.Begin();
        await Add(app);
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var address = $"/agreements/{id}/arrange-placement/reparation";
        var form = await worker.Get(address);
        Assert.Contains("no risk assessment is recorded", form.Text, StringComparison.Ordinal);
        Assert.Contains(await Faults(worker, form, []), fault => fault.Contains("project", StringComparison.OrdinalIgnoreCase));
        var placed = await worker.Submit(form, [("Project", "canal"), .. Date("Day", 9, 3, 2026)]);
        Assert.Equal("The placement was arranged.", placed.Banner);
        Assert.Contains("Canal <b>path</b>, from 9 March 2026, a community safety project", (await worker.WholeOf(placed)).Text, StringComparison.Ordinal);

        await app.Post(Staff.Lead, "/api/v1/projects/canal/change-project", Body(Entry.Replace("Canal", "Towpath", StringComparison.Ordinal)));
        Assert.Contains("Canal <b>path</b>, from 9 March 2026", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        await app.Post(Staff.Lead, "/api/v1/projects/canal/close-project", """{"reason":"Done."}""");
        var closed = await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/arrange-placement", """{"conditionId":"reparation","projectId":"canal","project":"Mine","communitySafety":false,"startsOn":"2026-03-10"}""");
        Assert.Equal((409, "project-not-open"), (closed.Status, closed["code"].GetValue<string>()));
    }

    [Fact]
    public async Task A_supervisor_marks_the_register_in_one_press_and_pressing_again_changes_nothing()
    {
        await using var app = await TestApp.Begin();
        var (came, away) = (await Expected(app, "CU-1"), await Expected(app, "CU-2"));
        using var supervisor = await app.Browse(Staff.Supervisor);
        var home = await supervisor.Get("/");
        Assert.Contains("2 people", home.Text, StringComparison.Ordinal);
        var address = home.Html.QuerySelector("main a[href*='/register/']")!.GetAttribute("href")!;
        var early = await supervisor.Submit(await supervisor.Get(address), ("People[0].Came", "yes"));
        Assert.Contains("It has not begun", Assert.Single(early.Faults), StringComparison.Ordinal);

        app.Clock.MoveTo(Instant.FromUtc(2026, 3, 10, 18, 0));
        var form = await supervisor.Get(address);
        Assert.Equal(422, (await supervisor.Submit(form)).Status);
        (string, string)[] marks = [("People[0].Came", "yes"), ("People[0].Minutes", "200"), ("People[0].Grade", "Good"), ("People[1].Came", "no")];
        var done = await supervisor.Submit(form, marks);
        Assert.Equal("The register was recorded.", done.Banner);
        Assert.Contains("Everything is recorded.", done.Text, StringComparison.Ordinal);
        var versions = (await Version(app, came), await Version(app, away));
        Assert.Equal("The register was recorded.", (await supervisor.Forge(form, marks)).Banner);
        Assert.Equal(versions, (await Version(app, came), await Version(app, away)));

        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("3 hours 20 minutes of 18 hours", (await worker.Get($"/agreements/{came}/whole")).Text, StringComparison.Ordinal);
        Assert.Contains("Evidence", (await worker.Get($"/agreements/{away}/whole")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sol Supervisor", (await worker.Get($"/agreements/{came}/timeline")).Text, StringComparison.Ordinal);

        using var lead = await app.Browse(Staff.Lead);
        var hours = await lead.Get("/projects/hours");
        Assert.Contains("3.3", hours.Text, StringComparison.Ordinal);
        Assert.Contains("£40.70", hours.Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.Nurse);
        Assert.DoesNotContain("£40.70", (await other.Get("/projects/hours")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_for_community_safety_is_by_quarter_and_area_and_the_board_pack_suppresses_few_people()
    {
        await using var app = await TestApp.Begin();
        await app.Post(Staff.Lead, "/api/v1/projects/food-bank/add-project", Body(Entry.Replace("communitySafety", "other", StringComparison.Ordinal).Replace("Riverside", "Old Town", StringComparison.Ordinal)));
        var people = new List<string>();
        for (var n = 1; n <= 5; n++)
        {
            people.Add(await Expected(app, $"CU-{n}"));
        }

        await app.Do(Staff.Worker, people[^1], "arrange-placement", """{"conditionId":"reparation","projectId":"food-bank","project":"","communitySafety":true,"startsOn":"2026-03-09"}""");
        app.Clock.MoveTo(Instant.FromUtc(2026, 3, 10, 15, 0));
        foreach (var id in people)
        {
            if (id == people[^1])
            {
                using var early = await app.Browse(Staff.Analyst);
                Assert.Contains("Suppressed", (await early.Get("/board-pack/2026-q1")).Html.QuerySelector("[aria-labelledby=community-safety-table-caption]")!.TextContent, StringComparison.Ordinal);
            }

            await app.Do(Staff.Worker, id, "record-attendance", """{"conditionId":"reparation","appointmentId":"s-1","attendance":"attended"}""");
        }

        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get("/projects/hours?Asked=2026-q1");
        Assert.Contains("It is not reached in this quarter.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Old Town 1 0% 4 0%", "Riverside 1 100% 16 100%"], page.Html.QuerySelectorAll("[aria-labelledby=areas-caption] tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Equal("January to March 2026 50% 20 80% Not reached", string.Join(' ', page.Html.QuerySelector("[aria-labelledby=quarters-caption] tbody tr")!.Children.Select(cell => cell.TextContent.Trim())));
        var pack = (await lead.Get("/board-pack/2026-q1")).Html.QuerySelectorAll("[aria-labelledby=community-safety-table-caption] tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))).ToArray();
        Assert.Equal(("January to March 2026 50% 20 80%", "October to December 2025 None 0 None"), (pack[0], pack[1]));

        // What a project is for today changes no share of the past; its area does.
        await app.Post(Staff.Lead, "/api/v1/projects/food-bank/change-project", Body(Entry.Replace("Riverside", "Harbour", StringComparison.Ordinal)));
        Assert.Equal("Harbour 1 0% 4 0%", string.Join(' ', (await lead.Get("/projects/hours?Asked=2026-q1")).Html.QuerySelector("[aria-labelledby=areas-caption] tbody tr")!.Children.Select(cell => cell.TextContent.Trim())));
        Assert.Equal(200, (await lead.Get("/projects/hours?Asked=2099-q9%3Cscript%3E")).Status);
        using var own = await app.Browse(Staff.Provider);
        Assert.Null((await own.Get("/projects/hours")).Html.QuerySelector("[aria-labelledby=areas-caption], [aria-labelledby=quarters-caption]"));
    }

    [Fact]
    public async Task A_supervisor_sees_a_name_at_their_own_projects_and_nothing_more()
    {
        await using var app = await TestApp.Begin();
        var id = await Expected(app, "CU-1");
        const string Register = "/projects/canal/register/2026-03-10";
        using var supervisor = await app.Browse(Staff.Supervisor);
        var page = await supervisor.Get(Register);
        Assert.Contains("Sam Person", page.Text, StringComparison.Ordinal);
        Assert.All((string[])["Theft", "theft", "Secret Street", "0770", "Vic Tim", "supervision"], secret => Assert.DoesNotContain(secret, page.Html.Body!.TextContent, StringComparison.Ordinal));
        foreach (var address in (string[])[$"/agreements/{id}", $"/agreements/{id}/whole", $"/agreements/{id}/record-attendance/reparation/s-1", "/projects", "/projects/canal", "/search", "/register", "/services"])
        {
            Assert.Equal(403, (await supervisor.Get(address)).Status);
        }

        Assert.Equal(404, (await supervisor.Get("/projects/none/register/2026-03-10")).Status);
        Assert.Equal(404, (await supervisor.Get("/projects/canal/register/never")).Status);
        using var other = await app.Browse(Staff.OtherSupervisor);
        Assert.DoesNotContain("canal", (await other.Get("/")).Html.QuerySelector("main")!.InnerHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (await other.Get(Register)).Status);
        app.Clock.MoveTo(Instant.FromUtc(2026, 3, 10, 18, 0));
        var form = await supervisor.Get(Register);
        var key = form.Html.QuerySelector("input[name='People[0].Key']")!.GetAttribute("value")!;
        var token = (await other.Get("/about/cookies")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await other.Post(Register, KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("People[0].Key", key), KeyValuePair.Create("People[0].Came", "yes"));
        Assert.Equal(404, forged.Status);
        Assert.Equal(403, (await app.Post(Staff.Supervisor, $"/api/v1/agreements/{id}/record-attendance", """{"conditionId":"reparation","appointmentId":"s-1","attendance":"attended"}""")).Status);

        // What nobody can type, and an appointment of somebody else.
        Assert.Equal(422, (await supervisor.Forge(form, ("People[0].Key", key), ("People[0].Came", "yes"), ("People[0].Minutes", "-5"))).Status);
        Assert.Equal(422, (await supervisor.Forge(form, ("People[0].Key", key), ("People[0].Came", "yes"), ("People[0].Grade", "Superb"))).Status);
        Assert.Equal(422, (await supervisor.Forge(form, ("People[0].Key", key), ("People[0].Came", "<script>"))).Status);
        Assert.Equal("The register was recorded.", (await supervisor.Submit(form, ("People[0].Came", "yes"))).Banner);
    }

    /// <summary>Somebody with a session at the canal on 10 March, 10 to 14.</summary>
    private static async Task<string> Expected(TestApp app, string custody)
    {
        await Add(app);
        var id = await app.Signed(custody);
        await app.Do(Staff.Worker, id, "arrange-placement", """{"conditionId":"reparation","projectId":"canal","project":"","communitySafety":false,"startsOn":"2026-03-09"}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-10T10:00:00Z","minutes":240}""");
        return id;
    }

    private static async Task Add(TestApp app) => Assert.Equal(200, (await app.Post(Staff.Lead, "/api/v1/projects/canal/add-project", Body(Entry))).Status);

    private static string Body(string entry) => $$"""{"entry":{{entry}}}""";

    private static async Task<int> Version(TestApp app, string id) => (await app.Casework.Find(new Domain.Agreements.AgreementId(id)))!.Version;

    private static async Task<IReadOnlyList<string>> Faults(Browser browser, Visit form, (string, string)[] typed) => (await browser.Submit(form, typed)).Faults;

    private static (string, string)[] Date(string field, int day, int month, int year) => [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}
