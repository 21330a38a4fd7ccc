using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.Tests.Hosting;
using StaffOf = Diversion.Web.Tests.Hosting.Staff;

namespace Diversion.Web.Tests.Pages;

/// <summary>A lead keeps the staff directory on pages.</summary>
public sealed class StaffPageTests
{
    [Fact]
    public async Task Somebody_is_added_gets_an_account_and_leaves()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var faulty = await browser.Submit(await browser.Get("/staff/add"), ("Name", "Kim New"), ("Id", "kim@example.org"));
        Assert.Equal(422, faulty.Status);
        Assert.Contains(faulty.Faults, fault => fault.Contains("role", StringComparison.Ordinal));

        var person = await browser.Submit(faulty, ("Name", "Kim New"), ("Id", "kw-9"), ("Roles", "KeyWorker"), ("Team", "north"));
        Assert.Equal((200, "/staff/person/kw-9"), (person.Status, person.Address));
        Assert.NotNull(person.Banner);
        Assert.DoesNotContain("Kim", person.Banner, StringComparison.Ordinal);

        person = await browser.Submit(person, "form[action$='=Account']", ("Account", "f:1:kim"));
        Assert.Contains("They sign in with this account", person.Text, StringComparison.Ordinal);
        var taken = await browser.Submit(await browser.Get("/staff/person/lead-1"), "form[action$='=Account']", ("Account", "f:1:kim"));
        Assert.Contains(taken.Faults, fault => fault.Contains("Kim New signs in with this account", StringComparison.Ordinal));

        person = await browser.Submit(person, "form[action$='=Leaver']", ("LastDay.Day", "6"), ("LastDay.Month", "3"), ("LastDay.Year", "2026"));
        Assert.Contains("Leaves; last day 6 March 2026", person.Text, StringComparison.Ordinal);
        var list = await browser.Get("/staff");
        Assert.Contains("Kim New leaves; the last day is 6 March 2026.", list.Text, StringComparison.Ordinal);
        Assert.Null((await app.StaffOf.Find(StaffId.Programme))!.Directory.KeyWorker("kw-9"));
    }

    [Fact]
    public async Task Teams_organisations_roles_and_cover_are_kept_too()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var list = await browser.Submit(await browser.Get("/staff"), "form[action$='=Team']", ("TeamId", "coast"), ("NewTeam", "Coast"), ("Manager", "kw-1"));
        Assert.Contains("Coast, managed by Kit Worker", list.Text, StringComparison.Ordinal);
        list = await browser.Submit(list, "form[action$='=Organisation']", ("Organisation", "Harbour Trust"));
        Assert.Contains("Harbour Trust", list.Text, StringComparison.Ordinal);

        var person = await browser.Get("/staff/person/kw-3");
        var refused = await browser.Submit(person, "form[action$='=Roles']", ("Roles", "Provider"));
        Assert.Contains(refused.Faults, fault => fault.Contains("organisation", StringComparison.OrdinalIgnoreCase));
        person = await browser.Submit(refused, "form[action$='=Roles']", ("Roles", "Provider"), ("Organisation", "Harbour Trust"));
        Assert.Contains("Partner provider. Works.", person.Text, StringComparison.Ordinal);

        person = await browser.Submit(await browser.Get("/staff/person/kw-2"), "form[action$='=Cover']", ("CoveredBy", "kw-1"), ("Until.Day", "9"), ("Until.Month", "3"), ("Until.Year", "2026"));
        Assert.Contains("Covered by Kit Worker until 9 March 2026", person.Text, StringComparison.Ordinal);
        person = await browser.Submit(person, "form[action$='=EndCover']");
        Assert.Contains("Works.", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_come_from_a_file_after_the_lead_has_seen_what_it_would_do()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var file = "id,name,roles,team\nkw-9,Kim New,key worker,north\nkw-1,Kit Worker,,\nkw-8,Kay Who,caseworker,\n"u8.ToArray();

        var shown = await browser.Upload(await browser.Get("/staff/import"), "Upload", file, "staff.csv");
        Assert.Equal(200, shown.Status);
        Assert.Contains("Nothing was changed yet.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Roles key worker; team", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Caseworker is not known", shown.Text, StringComparison.Ordinal);
        Assert.Null((await app.StaffOf.Find(StaffId.Programme))!.Person("kw-9"));

        var done = await browser.Submit(shown, "form[action$='=Import']");
        Assert.Contains("What came of the file", done.Text, StringComparison.Ordinal);
        Assert.Equal("north", (await app.StaffOf.Find(StaffId.Programme))!.Person("kw-9")!.Team);

        Assert.Contains("not UTF-8", Assert.Single((await browser.Upload(await browser.Get("/staff/import"), "Upload", [0xFF, 0xFE, 0xC3], "x.csv")).Faults), StringComparison.Ordinal);
        Assert.Contains("columns are missing", Assert.Single((await browser.Upload(await browser.Get("/staff/import"), "Upload", "name\nA\n"u8.ToArray(), "x.csv")).Faults), StringComparison.Ordinal);
        Assert.Contains("larger than", Assert.Single((await browser.Upload(await browser.Get("/staff/import"), "Upload", new byte[300 * 1024], "x.csv")).Faults), StringComparison.Ordinal);
        using var worker = await app.Browse(StaffOf.Worker);
        Assert.Equal(403, (await worker.Get("/staff/import")).Status);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var page = await browser.Get("/staff/person/kw-1");
        await app.StaffOf.Execute(StaffId.Programme, new StaffCommand.MovePerson("kw-1", "east") { By = StaffOf.Lead, At = TestApp.Start }, null);

        var stale = await browser.Submit(page, "form[action$='=Details']", ("Name", "Kit Renamed"));

        Assert.Equal(412, stale.Status);
        Assert.Contains("Somebody else changed the directory", stale.Text, StringComparison.Ordinal);
        Assert.Equal("Kit Worker", (await app.StaffOf.Find(StaffId.Programme))!.Person("kw-1")!.Name);
    }

    [Fact]
    public async Task Staff_choose_how_they_hear_of_their_tasks()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Worker);
        var page = await browser.Get("/");
        Assert.NotNull(page.Html.QuerySelector("a[href='/task-emails']"));
        page = await browser.Get("/task-emails");
        Assert.Contains("kit@example.test", page.Text, StringComparison.Ordinal);

        var home = await browser.Submit(page, ("Choice", "Daily"));
        Assert.Equal(("/", "Your choice was saved."), (home.Address, home.Banner));
        Assert.Equal(TaskMail.Daily, (await app.StaffOf.Find(StaffId.Programme))!.Person("kw-1")!.TaskMail);
        Assert.Equal(TaskMail.Daily, Assert.Single(app.Casework.Rulebook.Programme.TaskMail).Value);

        // Not for another.
        var other = await app.Post(StaffOf.Worker, "/api/v1/staff/choose-task-mail", """{"person":"kw-3","choice":"none"}""");
        Assert.Equal(403, other.Status);
    }

    [Fact]
    public async Task Whoever_the_directory_does_not_have_reads_whom_to_ask()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Officer);

        Assert.Contains("Ask a programme lead to add you", (await browser.Get("/task-emails")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_renamed_gets_a_manager_and_is_closed_once_it_is_empty()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        await browser.Submit(await browser.Get("/staff"), "form[action$='=Team']", ("TeamId", "sea side"), ("NewTeam", "Coast"));
        await app.StaffOf.Execute(StaffId.Programme, new StaffCommand.MovePerson("kw-2", "sea side") { By = StaffOf.Lead, At = TestApp.Start }, null);

        var team = await browser.Get("/staff/team/sea%20side");
        Assert.Null(team.Html.QuerySelector("form[action$='=Close']"));
        team = await browser.Submit(team, "form[action$='=Name']", ("Name", "Coast and harbour"));
        Assert.Equal("Coast and harbour", team.Html.QuerySelector("h1")!.TextContent);
        team = await browser.Submit(team, "form[action$='=Manager']", ("Manager", "kw-1"));
        Assert.Contains("Managed by Kit Worker", team.Text, StringComparison.Ordinal);
        var taken = await browser.Submit(team, "form[action$='=Name']", ("Name", "north"));
        Assert.Contains(taken.Faults, fault => fault.Contains("Another team has this name", StringComparison.Ordinal));

        // Wherever a team is named, and where one is looked for.
        await app.Signed();
        await browser.Submit(await browser.Get("/staff/team/north"), "form[action$='=Name']", ("Name", "Hill and dale"));
        await browser.Submit(await browser.Get("/staff"), "form[action$='=Team']", ("TeamId", "north-police"), ("NewTeam", "Hill police"));
        Assert.Contains("Hill police", (await browser.Get("/register?Team=hill+police")).Html.QuerySelector("main table tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Team Hill and dale", (await browser.Get("/calendar")).Html.QuerySelector("select[name=Whose]")!.TextContent, StringComparison.OrdinalIgnoreCase);

        await app.StaffOf.Execute(StaffId.Programme, new StaffCommand.MovePerson("kw-2", null) { By = StaffOf.Lead, At = TestApp.Start }, null);
        team = await browser.Submit(await browser.Get("/staff/team/sea%20side"), "form[action$='=Close']");
        Assert.Contains("The team is closed", team.Text, StringComparison.Ordinal);
        Assert.True((await app.StaffOf.Find(StaffId.Programme))!.Team("sea side")!.IsClosed);
        Assert.Equal(404, (await browser.Get("/staff/team/nowhere")).Status);
    }

    [Fact]
    public async Task An_organisation_is_closed_when_nobody_works_for_it()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var list = await browser.Submit(await browser.Get("/staff"), "form[action$='=Organisation']", ("Organisation", "Harbour Trust"));
        await app.StaffOf.Execute(StaffId.Programme, new StaffCommand.ChangeRoles("kw-3", [Role.Provider], "Harbour Trust") { By = StaffOf.Lead, At = TestApp.Start }, null);

        var refused = await browser.Submit(await browser.Get("/staff"), "form[action$='=CloseOrganisation']", ("Closing", "Harbour Trust"));
        Assert.Contains(refused.Faults, fault => fault.Contains("1 person works for Harbour Trust", StringComparison.Ordinal));
        await app.StaffOf.Execute(StaffId.Programme, new StaffCommand.ChangeRoles("kw-3", [Role.KeyWorker]) { By = StaffOf.Lead, At = TestApp.Start }, null);
        list = await browser.Submit(await browser.Get("/staff"), "form[action$='=CloseOrganisation']", ("Closing", "Harbour Trust"));
        Assert.StartsWith("The organisation was closed.", list.Banner, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Trust", list.Html.QuerySelector("select[name=Closing]")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_reads_who_may_see_whose_record()
    {
        await using var app = await Begin();
        using var browser = await app.Browse(StaffOf.Lead);
        var page = await browser.Get("/staff/who-sees");
        string[] Row(string role, int which) =>
            [.. page.Html.QuerySelectorAll("main table tbody tr").Where(row => row.QuerySelector("th")!.TextContent == role).ElementAt(which).QuerySelectorAll("td").Select(cell => cell.TextContent)];

        Assert.Equal(["Every case", "Yes", "Yes", "Yes", "Yes", "All", "No", "Not asked"], Row("Programme lead", 0));
        Assert.Equal(["Every other case", "Yes", "Yes", "Yes", "No", "All", "No", "Asked each time, logged"], Row("Police officer", 1));
        Assert.Equal(["Name only", "No", "No", "No", "Their part", "Purpose by purpose, logged", "Not asked"], Row("Partner provider", 0)[1..]);
        Assert.Contains("Kit Worker (north)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Opens no record: works with figures and sheets without names.", page.Text, StringComparison.Ordinal);
        using var worker = await app.Browse(StaffOf.Worker);
        Assert.Equal(403, (await worker.Get("/staff/who-sees")).Status);
    }

    private static async Task<TestApp> Begin()
    {
        var app = await TestApp.Begin();
        app.Leads.Add(new StaffRef("lead-1", "Lee Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        return app;
    }
}
