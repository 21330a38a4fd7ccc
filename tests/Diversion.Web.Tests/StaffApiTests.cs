using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests;

public sealed class StaffApiTests
{
    private const string Staff = "/api/v1/staff";

    private const string NewWorker = """{"id":"kw-9","name":"Kim New","roles":["keyWorker"],"team":"north","email":"kim@example.org"}""";

    [Fact]
    public async Task A_lead_changes_the_directory_and_reads_who_did_what_and_why()
    {
        await using var app = await Begin();

        var added = await app.Post(Hosting.Staff.Lead, $"{Staff}/add-person", NewWorker);
        Assert.Equal((200, 3, "staff.person-added"), (added.Status, added["version"].GetValue<int>(), added["events"][0]!["name"]!.GetValue<string>()));
        var again = await app.Post(Hosting.Staff.Lead, $"{Staff}/add-person", NewWorker);
        Assert.Equal((422, "staff-exists"), (again.Status, again["code"].GetValue<string>()));
        var left = await app.Post(Hosting.Staff.Lead, $"{Staff}/record-leaver", """{"person":"kw-9","lastDay":"2026-03-06","reason":"Moves away."}""");
        Assert.Equal("2026-03-07T00:00:00Z", left["nextDue"].GetValue<string>());

        var person = (await app.Get(Hosting.Staff.Lead, Staff))["people"].AsArray().Single(one => one!["id"]!.GetValue<string>() == "kw-9")!;
        Assert.Equal(("Kim New", "2026-03-06"), (person["name"]!.GetValue<string>(), person["lastDay"]!.GetValue<string>()));
        var timeline = (await app.Get(Hosting.Staff.Lead, $"{Staff}/timeline?order=newest&limit=2"))["items"].AsArray();
        Assert.Equal(["Kim New leaves; the last day is 6 March 2026.", "Kim New was added as key worker in north."], timeline.Select(item => item!["sentence"]!.GetValue<string>()));
        Assert.Equal(("Moves away.", "Lee Lead"), (timeline[0]!["reason"]!.GetValue<string>(), timeline[0]!["who"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Nobody_else_reads_or_changes_it()
    {
        await using var app = await Begin();
        foreach (var who in Hosting.Staff.All.Values.Where(one => one.Role is not Domain.Agreements.Role.ProgrammeLead))
        {
            Assert.Equal(403, (await app.Get(who, Staff)).Status);
            Assert.Equal(403, (await app.Get(who, $"{Staff}/timeline")).Status);
            Assert.Equal(403, (await app.Post(who, $"{Staff}/add-person", NewWorker)).Status);
        }

        Assert.Equal(401, (await app.Get(null, Staff)).Status);
        Assert.Equal(404, (await app.Post(Hosting.Staff.Lead, $"{Staff}/pass-time", "{}")).Status);
        Assert.Equal(404, (await app.Post(Hosting.Staff.Lead, $"{Staff}/import-directory", """{"source":"x","people":[],"teams":[],"organisations":[]}""")).Status);
    }

    [Theory]
    [InlineData("add-person", """{"id":"kw-9"}""", 400)]
    [InlineData("add-person", """{"id":"kw-9","name":"Kim","roles":["emperor"]}""", 400)]
    [InlineData("add-person", """{"id":"kw-9","name":"Kim","roles":["clock"]}""", 422)]
    [InlineData("add-person", """{"id":"kw-9","name":"Kim","roles":["keyWorker"],"email":"nowhere"}""", 422)]
    [InlineData("add-person", """{"id":"kw-9","name":"Kim","roles":["keyWorker"],"from":"soon"}""", 400)]
    [InlineData("record-leaver", """{"person":null,"lastDay":"2026-03-06"}""", 400)]
    [InlineData("move-person", """{"person":"nobody"}""", 422)]
    [InlineData("close-team", "[]", 400)]
    public async Task Bad_input_is_refused_in_words(string command, string body, int status)
    {
        await using var app = await Begin();

        var answer = await app.Post(Hosting.Staff.Lead, $"{Staff}/{command}", body);

        Assert.Equal(status, answer.Status);
        Assert.False(string.IsNullOrWhiteSpace(answer["detail"].GetValue<string>()));
    }

    [Fact]
    public async Task A_change_counts_at_once_and_whoever_has_left_is_not_let_in()
    {
        await using var app = await Begin();
        await app.Post(Hosting.Staff.Lead, $"{Staff}/add-person", """{"id":"kw-9","name":"Kim New","roles":["keyWorker"],"team":"north"}""");
        await app.Post(Hosting.Staff.Lead, $"{Staff}/change-team-manager", """{"team":"south","manager":"kw-9"}""");
        var kim = new Domain.Agreements.Actor("kw-9", "Kim New", Domain.Agreements.Role.KeyWorker, "north");
        Assert.Equal(200, (await app.Get(kim, "/api/v1/caseload")).Status);

        await app.Post(Hosting.Staff.Lead, $"{Staff}/change-team-manager", """{"team":"south"}""");
        await app.Post(Hosting.Staff.Lead, $"{Staff}/record-leaver", """{"person":"kw-9","lastDay":"2026-03-05"}""");
        Assert.Equal(200, (await app.Get(kim, "/api/v1/caseload")).Status);
        await app.TravelTo(Instant.FromUtc(2026, 3, 6, 8, 0));

        var refused = await app.Get(kim, "/api/v1/caseload");
        Assert.Equal(403, refused.Status);
        Assert.Contains("has left the programme", refused["detail"].GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<TestApp> Begin()
    {
        var app = await TestApp.Begin();
        Assert.True(await app.StaffOf.Begin(TestApp.Start));
        Assert.Equal(200, (await app.Post(Hosting.Staff.Lead, $"{Staff}/add-person", """{"id":"lead-9","name":"Lin Lead","roles":["programmeLead"]}""")).Status);
        return app;
    }
}
