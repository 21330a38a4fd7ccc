using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>HMPPS's subject access request service asks for somebody by their probation number.</summary>
public sealed class SubjectAccessEndpointTests
{
    private const string Address = "/api/v1/subject-access-request";

    [Fact]
    public async Task It_gets_what_is_held_without_what_concerns_others_and_the_answer_is_logged()
    {
        await using var app = await Begin();
        var id = await Referred(app);
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Vic Tim"}""");
        await app.Do(Staff.Officer, id, "add-note", """{"text":"Uncle Bertram rang about Vic Tim."}""");
        await app.Do(Staff.Officer, id, "record-access-request", """{"receivedOn":"2026-03-05"}""");
        await app.Do(Staff.Lead, id, "mark-passage", """{"number":1,"words":"Uncle Bertram","ground":"anotherPerson"}""");
        var secret = await Make(app, "SubjectAccess");

        var answer = await Ask(app, secret, "?crn=x%20123456&fromDate=2026-03-05&toDate=2026-03-05");

        Assert.Equal((200, id, "Sam Person"), (answer.Status, (string?)answer.Json!["content"]!["agreement"], (string?)answer.Json["content"]!["name"]));
        var text = answer.Json.ToJsonString();
        Assert.Contains("rang about [left out: about somebody else].", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bertram", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vic Tim", text, StringComparison.Ordinal);
        Assert.Null(answer.Json["content"]!["request"]);
        var look = (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log")).Json!.AsArray().Single(one => ((string?)one!["actorName"]) == "HMPPS")!;
        Assert.StartsWith("record for the person, SHA-256 ", (string?)look["what"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?crn=X999999", 204)]
    [InlineData("?crn=nobody", 204)]
    [InlineData("?crn=X123456&fromDate=2026-03-06", 204)]
    [InlineData("?crn=X123456&toDate=2026-03-04", 204)]
    [InlineData("?prn=A1234BC", 209)]
    [InlineData("?prn=A1234BC&crn=X123456", 200)]
    [InlineData("", 400)]
    [InlineData("?crn=%20", 400)]
    [InlineData("?crn=X123456&fromDate=yesterday", 400)]
    public async Task Its_answers_are_those_of_the_contract(string asked, int status)
    {
        await using var app = await Begin();
        await Referred(app);

        Assert.Equal(status, (await Ask(app, await Make(app, "SubjectAccess"), asked)).Status);
    }

    [Fact]
    public async Task Without_a_token_for_it_nobody_is_let_in()
    {
        await using var app = await Begin();
        await Referred(app);

        Assert.Equal(401, (await app.Get(null, $"{Address}?crn=X123456")).Status);
        Assert.Equal((403, "token-scope"), (await app.Get(Staff.Lead, $"{Address}?crn=X123456")) is var lead ? (lead.Status, lead.Code) : default);
        Assert.Equal((403, "token-scope"), (await Ask(app, await Make(app, "TagEvents"), "?crn=X123456")) is var other ? (other.Status, other.Code) : default);
    }

    [Fact]
    public async Task A_probation_number_is_read_and_a_wrong_one_refused()
    {
        await using var app = await Begin();
        var id = await Referred(app);
        Assert.Equal("X123456", (await app.Casework.Find(new Domain.Agreements.AgreementId(id)))!.Referral.Person.ProbationNumber);

        var wrong = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-3", Person("12X")));

        Assert.Equal((422, "probation-number-invalid"), (wrong.Status, wrong.Code));
    }

    private static string Person(string number) =>
        Cases.Person.Replace("\"district\"", $"\"probationNumber\":\"{number}\",\"district\"", StringComparison.Ordinal);

    private static async Task<string> Referred(TestApp app) =>
        (string)(await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", Person("x 123456")))).Json!["agreement"]!;

    private static async Task<TestApp> Begin()
    {
        var app = await TestApp.Begin();
        app.Leads.Add(new("lead-1", "Lee Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        return app;
    }

    private static async Task<string> Make(TestApp app, string scope)
    {
        using var lead = await app.Browse(Staff.Lead);
        var made = await lead.Fill("/staff/tokens", ("Name", "HMPPS"), ("Scope", scope), ("Until.Day", "30"), ("Until.Month", "6"), ("Until.Year", "2026"));
        return made.Html.QuerySelector("#token")!.TextContent;
    }

    private static Task<Answer> Ask(TestApp app, string secret, string asked) => app.Get(null, Address + asked, ("X-Api-Token", secret));
}
