using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What is needed to meet the person, and who is shown what of it.</summary>
public sealed class CircumstancesPageTests
{
    private const string Risk = "Meet him with a colleague.";

    [Fact]
    public async Task Those_who_meet_the_person_see_the_risk_first_and_nobody_else_does()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var saved = await worker.Submit(await worker.Get($"/agreements/{id}/record-staff-risk"), ("Chosen", "risk"), ("Note", Risk));
        Assert.Equal("The risk to staff was recorded.", saved.Banner);

        foreach (var (role, actor) in Staff.All.Where(one => one.Key is not "feed"))
        {
            using var browser = await app.Browse(actor);
            var record = await browser.Get($"/agreements/{id}/whole");
            var meets = role is "officer" or "sergeant" or "worker" or "manager" or "provider" or "facilitator";
            Assert.Equal((role, meets), (role, record.Text.Contains(Risk, StringComparison.Ordinal)));
            var answer = await app.Get(actor, $"/api/v1/agreements/{id}", ("X-Access-Reason", "A reason that is long enough."));
            Assert.Equal((role, meets), (role, answer.Json?.ToJsonString().Contains(Risk, StringComparison.Ordinal) == true));
        }

        using var lead = await app.Browse(Staff.Lead);
        Assert.DoesNotContain(Risk, (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        var own = (await worker.Get($"/agreements/{id}/whole")).Text;
        Assert.True(own.IndexOf(Risk, StringComparison.Ordinal) < own.IndexOf("Status", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_recorded_of_a_risk_is_filled_in_and_only_an_outright_answer_removes_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Officer, id, "record-staff-risk", $$"""{"risk":"{{Risk}}"}""");
        using var worker = await app.Browse(Staff.Worker);
        var form = await worker.Get($"/agreements/{id}/record-staff-risk");
        Assert.Equal(Risk, form.Html.QuerySelector("textarea[name='Note']")!.TextContent.Trim());
        Assert.Contains("the timeline says only that a risk was recorded", form.Text, StringComparison.Ordinal);

        Assert.Equal("Choose whether there is a risk to staff", Assert.Single((await worker.Submit(form, ("Note", ""))).Faults));
        Assert.Equal("Enter what the risk is, or choose that there is none", Assert.Single((await worker.Submit(form, ("Chosen", "risk"), ("Note", ""))).Faults));
        Assert.Equal((422, "text-missing"), (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/record-staff-risk", "{}")) is var sent ? (sent.Status, sent.Code) : default);
        Assert.Equal(Risk, (await app.Stands(id)).Referral.StaffRisk);

        Assert.Equal(403, (await app.Post(Staff.OtherSergeant, $"/api/v1/agreements/{id}/record-staff-risk", """{"noRisk":true}""")).Status);
        Assert.Empty((await worker.Submit(form, ("Chosen", "none"))).Faults);
        Assert.Null((await app.Stands(id)).Referral.StaffRisk);
    }

    [Fact]
    public async Task Circumstances_are_saved_shown_and_asked_about_where_something_is_booked()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        Assert.NotNull((await worker.Get($"/agreements/{id}/whole")).Html.QuerySelector($"a[href='/agreements/{id}/record-circumstances']"));
        var page = await worker.Get($"/agreements/{id}/record-circumstances");
        Assert.Equal(422, (await worker.Submit(page, ("Form.EmergencyPhone", "12"))).Status);
        var saved = await worker.Submit(
            page, ("Form.Language", "Polish"), ("Form.Interpreter", "yes"), ("Form.Caring", "Collects a child at 3pm."), ("Form.Vulnerability", "Recently bereaved."), ("Form.EmergencyContact", "Ewa, his sister"));
        Assert.Equal("How to meet the person was saved.", saved.Banner);

        var after = (await worker.WholeOf(saved)).Text;
        Assert.All((string[])["Polish", "Needed", "Collects a child at 3pm.", "Recently bereaved.", "Ewa, his sister"], text => Assert.Contains(text, after, StringComparison.Ordinal));
        Assert.Equal("Polish", (await worker.Get(page.Address)).Html.QuerySelector("[name='Form.Language']")!.GetAttribute("value"));
        var booking = await worker.Get($"/agreements/{id}/schedule-appointment/supervision");
        Assert.All((string[])["The time has to fit: Collects a child at 3pm.", "Book an interpreter for Polish."], text => Assert.Contains(text, booking.Text, StringComparison.Ordinal));

        using var provider = await app.Browse(Staff.Provider);
        var seen = (await provider.Get($"/agreements/{id}/whole")).Text;
        Assert.Contains("Collects a child at 3pm.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Recently bereaved.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ewa", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_fixed_address_a_cro_number_and_other_names_are_typed_with_the_person()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var officer = await app.Browse(Staff.Officer);
        (string, string)[] typed =
        [
            ("Form.Name", "Sam Person"), ("Form.BornOn.Day", "2"), ("Form.BornOn.Month", "4"), ("Form.BornOn.Year", "1996"), ("Form.Sex", "Male"), ("Form.District", "County Durham"),
            ("Form.ContactConsent", "no"), ("Form.NoFixedAddress", "yes"), ("Form.Aliases", "Sammy"), ("Form.PerceivedEthnicity", "A1"), ("Reason", "Asked again."),
        ];
        var page = await officer.Get($"/agreements/{id}/amend-person");
        Assert.Contains("such as 265416/21G", Assert.Single((await officer.Submit(page, [.. typed, ("Form.CroNumber", "265416/21H")])).Faults), StringComparison.Ordinal);
        Assert.Contains("no fixed address", Assert.Single((await officer.Submit(page, [.. typed, ("Form.Address", "1 High Street")])).Faults), StringComparison.Ordinal);

        Assert.Empty((await officer.Submit(page, [.. typed, ("Form.CroNumber", "265416/21g")])).Faults);

        var record = (await officer.Get($"/agreements/{id}/whole")).Text;
        Assert.All((string[])["No fixed address", "265416/21G", "Sammy", "Asian or Asian British: Indian (A1)"], text => Assert.Contains(text, record, StringComparison.Ordinal));
        Assert.Equal("265416/21G", (await app.Casework.Find(new AgreementId(id)))!.Referral.Person.CroNumber);
    }

    [Fact]
    public async Task Two_agreements_of_a_person_with_the_same_pnc_id_cannot_be_booked_at_the_same_time()
    {
        await using var app = await TestApp.Begin();
        const string book = """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-12T10:00:00Z","minutes":60}""";
        var first = await SignedAs(app, "CU-1", "Sam Person", "20/9N");
        var second = await SignedAs(app, "CU-2", "Samuel Persson", "2020/0000009N");
        var other = await SignedAs(app, "CU-3", "Sam Person", null);
        await app.Do(Staff.Worker, first, "schedule-appointment", book);

        var refused = await app.Post(Staff.Worker, $"/api/v1/agreements/{second}/schedule-appointment", book);
        Assert.Equal((409, "appointment-overlaps"), (refused.Status, refused.Code));

        // Only the name and the birth date are the same: that may be another person.
        await app.Do(Staff.Worker, other, "schedule-appointment", book);
        await app.Do(Staff.Worker, second, "schedule-appointment", book.Replace("T10", "T11", StringComparison.Ordinal));
    }

    private static async Task<string> SignedAs(TestApp app, string custody, string name, string? pnc)
    {
        var person = Cases.Person.Replace("Sam Person", name, StringComparison.Ordinal).Replace("\"district\"", $"\"pncId\":{(pnc is null ? "null" : $"\"{pnc}\"")},\"district\"", StringComparison.Ordinal);
        const string reason = "\"duplicateReason\":\"A second agreement of one person.\"";
        var referred = await app.Post(Staff.Officer, "/api/v1/referrals", $"{Cases.Referral(custody, person)[..^1]},{reason}}}");
        Assert.True(referred.Status == 201, $"{referred.Status} {referred.Json}");
        var id = referred["agreement"].GetValue<string>();
        await app.Assessed(id);
        await app.Do(Staff.Sergeant, id, "approve-eligibility", $"{{{reason}}}");
        await app.Do(Staff.Officer, id, "make-offer", """{"conditions":[{"kind":"no-reoffending"},{"kind":"supervision"}]}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        return id;
    }
}
