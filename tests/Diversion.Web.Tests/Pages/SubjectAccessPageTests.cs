using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A lead reads the record of somebody who asked for it, marks what is about others, and gives it out.</summary>
public sealed class SubjectAccessPageTests
{
    [Fact]
    public async Task What_is_about_others_is_left_out_by_rule_and_by_marks_and_each_copy_is_logged()
    {
        await using var app = await TestApp.Begin();
        var id = await Asked(app);
        using var lead = await app.Browse(Staff.Lead);
        var review = await lead.Get($"/agreements/{id}/mark-passage/1");
        Assert.Contains("Uncle Bertram rang for Sam Person.", review.Text, StringComparison.Ordinal);

        var marked = await lead.Submit(review, ("Passage", "uncle  bertram"), ("Ground", "AnotherPerson"));

        Assert.Equal("It is left out wherever it stands.", marked.Banner);
        Assert.Contains("[left out: about somebody else] rang for", marked.Text, StringComparison.Ordinal);
        Assert.Contains(marked.Html.QuerySelectorAll("details[data-recorded]"), one => one.TextContent.Contains("Uncle Bertram rang for", StringComparison.Ordinal));

        var given = await lead.Get($"/agreements/{id}/subject-access/1");
        Assert.Equal(200, given.Status);
        Assert.Contains("[left out: about somebody else] rang for", given.Text, StringComparison.Ordinal);
        foreach (var secret in (string[])["Bertram", "Vic Tim", "Tim wants", "Two dogs", "I want an apology", Staff.Sergeant.Name])
        {
            Assert.DoesNotContain(secret, given.Html.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("[sergeant]", given.Text, StringComparison.Ordinal);
        Assert.Contains("Key worker", given.Text, StringComparison.Ordinal);
        Assert.Contains("I never lived in Gilesgate.", given.Text, StringComparison.Ordinal);
        Assert.Contains("more entries are left out", given.Text, StringComparison.Ordinal);

        var json = await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/subject-access/1");
        Assert.Equal((200, id, 1), (json.Status, (string?)json.Json!["agreement"], (int)json.Json["request"]!));
        Assert.DoesNotContain("Bertram", json.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("recorded\":", json.Json.ToJsonString(), StringComparison.Ordinal);

        var looks = (await app.Get(Staff.Sergeant, $"/api/v1/agreements/{id}/access-log")).Json!.AsArray();
        var entries = looks.Where(look => ((string?)look!["what"])!.StartsWith("record for the person, SHA-256 ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(entries);
        Assert.Single(entries.Select(look => (string?)look!["what"]).Distinct());
        Assert.All(entries, look => Assert.Equal((Staff.Lead.Id, $"The person asked for it (request 1 of {id})."), ((string?)look!["actorId"], (string?)look["reason"])));
    }

    [Fact]
    public async Task A_mark_is_taken_back_until_the_request_is_answered()
    {
        await using var app = await TestApp.Begin();
        var id = await Asked(app);
        using var lead = await app.Browse(Staff.Lead);
        await lead.Fill($"/agreements/{id}/mark-passage/1", [("Passage", "Uncle Bertram"), ("Ground", "AnotherPerson")]);

        var review = await lead.Get($"/agreements/{id}/mark-passage/1");
        var again = await lead.Submit(review, "form:has(input[name=Again])");

        Assert.Equal("It is shown again.", again.Banner);
        Assert.Empty((await app.Stands(id)).DataRequests.First().Marks);
        Assert.Contains("Uncle Bertram", (await lead.Get($"/agreements/{id}/subject-access/1")).Text, StringComparison.Ordinal);

        await app.Do(Staff.Lead, id, "answer-access-request", """{"number":1,"result":"given","on":"2026-03-05","said":"By hand."}""");
        var late = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/mark-passage", """{"number":1,"words":"Uncle","ground":"anotherPerson"}""");
        Assert.Equal((409, "data-request-settled"), (late.Status, (string?)late.Json!["code"]));
        Assert.Equal(200, (await lead.Get($"/agreements/{id}/subject-access/1")).Status);
    }

    [Fact]
    public async Task The_persons_other_cases_are_in_it_when_a_number_says_that_they_are_theirs()
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("\"district\"", "\"pncId\":\"20/9N\",\"district\"", StringComparison.Ordinal);
        var id = (string)(await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", person + " "))).Json!["agreement"]!;
        var other = (string)(await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", person + "  ").Replace("{\"person\"", "{\"duplicateReason\":\"Another theft.\",\"person\"", StringComparison.Ordinal))).Json!["agreement"]!;
        await app.Do(Staff.Worker, id, "record-access-request", """{"receivedOn":"2026-03-05"}""");

        var json = (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/subject-access/1")).Json!;

        Assert.Equal([id, other], json["cases"]!.AsArray().Select(one => (string?)one!["agreement"]));
        Assert.Contains((await app.Get(Staff.Sergeant, $"/api/v1/agreements/{other}/access-log")).Json!.AsArray(), look => ((string?)look!["reason"])!.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_an_erased_record_is_said_what_was_destroyed_and_when()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"coAccusedPending":true}}""");
        await app.Do(Staff.Officer, id, "find-not-eligible", """{"reason":"Not for us."}""");
        await app.Do(Staff.Officer, id, "record-case-outcome", """{"result":"charged","code":"1","on":"2026-03-05"}""");
        await app.Do(Staff.Officer, id, "record-access-request", """{"receivedOn":"2026-03-05"}""");
        await app.Do(Staff.Lead, id, "answer-access-request", """{"number":1,"result":"given","on":"2026-03-05","said":"By hand."}""");
        await app.Do(Staff.Lead, id, "erase-record", """{"ground":"personAsked","request":"R/1"}""");
        Assert.Equal(1, await ((Casework.Keeping.Erasing)app.Services.GetService(typeof(Casework.Keeping.Erasing))!).Finish(app.Clock.GetCurrentInstant()));

        var refused = await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/subject-access/1");

        Assert.Equal((409, "record-erased"), (refused.Status, (string?)refused.Json!["code"]));
        Assert.Contains("were destroyed: ordered on 5 March 2026", (string?)refused.Json["detail"], StringComparison.Ordinal);
        Assert.Contains("reference R/1", (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    /// <summary>A signed case with a victim, a note that names an uncle, a risk to staff, a dispute, and a request for the record.</summary>
    private static async Task<string> Asked(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "add-note", """{"text":"Uncle Bertram rang for Sam Person. Tim wants no letter."}""");
        await app.Do(Staff.Officer, id, "record-staff-risk", """{"risk":"Two dogs in the yard."}""");
        await app.Do(Staff.Worker, id, "record-access-request", """{"receivedOn":"2026-03-05"}""");
        await app.Do(Staff.Worker, id, "record-correction-request", """{"receivedOn":"2026-03-05","what":"I never lived in Gilesgate."}""");
        app.Clock.MoveTo(app.Clock.GetCurrentInstant() + Duration.FromMinutes(1));
        return id;
    }
}
