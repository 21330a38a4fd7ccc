using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What a partner is told by sharing agreements: that and nothing else, logged, and closed the moment the person withdraws.</summary>
public sealed class SharingPageTests
{
    private const string Nothing = "nothing-shared";

    [Fact]
    public async Task A_lead_agrees_purpose_by_purpose_and_sees_of_whom_and_who_looked()
    {
        await using var app = await Begin();
        var id = await Working(app);
        using var lead = await app.Browse(Staff.Lead);
        var agreed = await Agree(lead, "Progress", "PublicTask");
        Assert.Equal("The sharing agreement was recorded. Leads are told on the day of the review.", agreed.Banner);
        Assert.Contains("1 September 2026", agreed.Text, StringComparison.Ordinal);
        Assert.Contains("There is an agreement with Green Spaces for this purpose", (await Agree(lead, "Progress", "Consent")).Text, StringComparison.Ordinal);

        using var partner = await app.Browse(Staff.Provider);
        Assert.Contains("What your organisation is told", (await partner.Get($"/agreements/{id}")).Text, StringComparison.Ordinal);
        var shown = await partner.Get($"/agreements/{id}/shared");
        Assert.Contains("0 of 6 kept so far", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Risks to staff", shown.Text, StringComparison.Ordinal);

        var with = await lead.Get("/staff/sharing/with?organisation=Green%20Spaces");
        Assert.Contains("Sam Person", with.Text, StringComparison.Ordinal);
        Assert.Contains($"{id}: progress of the agreement", with.Text, StringComparison.Ordinal);
        Assert.Contains("Pat Provider", with.Text, StringComparison.Ordinal);
        Assert.Contains("By the sharing agreement with their organisation.", (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Purpose by purpose, logged", (await lead.Get("/staff/who-sees")).Text, StringComparison.Ordinal);

        var ended = await lead.Submit(await lead.Get("/staff/sharing"), "form[action*=Review]", ("Number", "1"), ("Outcome", "They do not need it."));
        Assert.Contains("Nothing is shared with anybody yet", ended.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await partner.Get($"/agreements/{id}/shared")).Status);
    }

    [Fact]
    public async Task Consent_opens_the_page_and_withdrawn_closes_it_at_the_next_click()
    {
        await using var app = await Begin();
        var id = await Working(app);
        using var lead = await app.Browse(Staff.Lead);
        await Agree(lead, "StaffRisks", "Consent");
        using var partner = await app.Browse(Staff.Provider);
        Assert.Equal(403, (await partner.Get($"/agreements/{id}/shared")).Status);

        using var worker = await app.Browse(Staff.Worker);
        var contact = await worker.Get($"/agreements/{id}/contact");
        Assert.Contains("not told, the person was not asked yet", contact.Text, StringComparison.Ordinal);
        Assert.Contains("Green Spaces, risks to staff", contact.Text, StringComparison.Ordinal);
        var asked = await worker.Fill($"/agreements/{id}/record-sharing-consent/1", [("Chosen", "yes")]);
        Assert.Equal("It was recorded. It applies from now on.", asked.Banner);
        Assert.Contains("Two people meet him.", (await partner.Get($"/agreements/{id}/shared")).Text, StringComparison.Ordinal);

        await worker.Fill($"/agreements/{id}/record-sharing-consent/1", [("Chosen", "no")]);
        var closed = await partner.Get($"/agreements/{id}/shared");
        Assert.Equal(403, closed.Status);
        Assert.DoesNotContain("Two people meet him.", closed.Text, StringComparison.Ordinal);
        Assert.Contains("has withdrawn", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What your organisation is told", (await partner.Get($"/agreements/{id}")).Text, StringComparison.Ordinal);

        // Sharing may be about support, of which the police know nothing.
        Assert.Contains("is told: risks to staff", (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/timeline")).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("is told", (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline")).Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_purposes_together_tell_nothing_of_victim_offence_notes_and_health()
    {
        await using var app = await Begin();
        var id = await Working(app);
        await app.Do(Staff.Worker, id, "add-note", """{"text":"Secret note of supervision."}""");
        await app.Do(Staff.Lead, id, "offer-health-check", """{"provider":"Clear Start"}""");
        foreach (var purpose in (string[])["referralReason", "staffRisks", "previousWork", "progress"])
        {
            await AgreeBy(app, "Green Spaces", purpose);
            await AgreeBy(app, "Clear Start", purpose);
        }

        var told = (await app.Get(Staff.Provider, $"/api/v1/agreements/{id}/shared")).Json!.ToJsonString();
        Assert.Contains("Two people meet him.", told, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Vic Tim", "apology", "Theft", "shop", "Secret", "health", "sam@example.org", "1 Secret Street", "Kit Worker"])
        {
            Assert.DoesNotContain(hidden, told, StringComparison.OrdinalIgnoreCase);
        }

        // The pathway is one for drugs and alcohol, which no other organisation is told of.
        await app.Do(Staff.Worker, id, "match-mentor", """{"mentor":{"id":"pr-3","name":"Nia Nurse"},"organisation":"Clear Start"}""");
        var mentor = (await app.Get(Staff.Nurse, $"/api/v1/agreements/{id}/shared")).Json!;
        Assert.Equal(["referralReason", "staffRisks", "previousWork", "progress"], mentor["parts"]!.AsArray().Select(part => (string)part!["purpose"]!));
        Assert.DoesNotContain("drugs", mentor.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_else_is_told_anything_and_a_foreign_number_opens_nothing()
    {
        await using var app = await Begin();
        var id = await Working(app);
        var other = await app.Signed("CU-2", """[{"kind":"no-reoffending"}]""");
        await AgreeBy(app, "Green Spaces", "progress");
        foreach (var actor in Staff.All.Values.Append(Staff.OtherProvider).Append(Staff.Nurse).Where(actor => actor != Staff.Provider))
        {
            Assert.Equal(403, (await app.Get(actor, $"/api/v1/agreements/{id}/shared")).Status);
        }

        Assert.Equal(403, (await app.Get(Staff.Provider, $"/api/v1/agreements/{other}/shared")).Status);
        Assert.Equal(Nothing, (await app.Get(Staff.Provider, "/api/v1/agreements/DV-00000-00000/shared")).Code);
        Assert.Equal("sharing-unknown", (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/record-sharing-consent", """{"sharing":1,"given":true}""")).Code);
        Assert.Equal(403, (await app.Post(Staff.Provider, "/api/v1/staff/agree-sharing", Body("Green Spaces", "staffRisks"))).Status);
        Assert.Equal("organisation-unknown", (await app.Post(Staff.Lead, "/api/v1/staff/agree-sharing", Body("<script>", "progress"))).Code);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Equal(404, (await lead.Get("/staff/sharing/with?organisation=%3Cscript%3E")).Status);
    }

    private static async Task<TestApp> Begin()
    {
        var app = await TestApp.Begin();
        app.Leads.Add(new StaffRef("lead-1", "Lee Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        return app;
    }

    /// <summary>A case in which Green Spaces works with the person, with a risk to staff.</summary>
    private static async Task<string> Working(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-staff-risk", """{"risk":"Two people meet him."}""");
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
        return id;
    }

    private static Task<Visit> Agree(Browser lead, string purpose, string basis) => lead.Fill(
        "/staff/sharing", ("Organisation", "Green Spaces"), ("Purpose", purpose), ("Basis", basis), ("Starts.Day", "1"), ("Starts.Month", "3"), ("Starts.Year", "2026"), ("Review.Day", "1"), ("Review.Month", "9"), ("Review.Year", "2026"));

    private static async Task AgreeBy(TestApp app, string organisation, string purpose)
    {
        var answer = await app.Post(Staff.Lead, "/api/v1/staff/agree-sharing", Body(organisation, purpose));
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Json}");
    }

    private static string Body(string organisation, string purpose) =>
        $$"""{"organisation":"{{organisation}}","purpose":"{{purpose}}","basis":"publicTask","startsOn":"2026-03-01","reviewOn":"2026-09-01"}""";
}
