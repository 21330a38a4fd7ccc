using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>What each role sees of a record, and the reason that others must give.</summary>
public sealed class RecordVisibilityTests
{
    [Fact]
    public async Task Each_role_sees_its_part_of_the_record()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var address = $"/api/v1/agreements/{id}";

        var lead = (await app.Get(Staff.Lead, address)).Json!.AsObject();
        Assert.Equal(6, lead["conditions"]!.AsArray().Count);
        Assert.All(new[] { "person", "referral", "victims", "goals", "warnings", "alerts" }, part => Assert.True(lead.ContainsKey(part), part));
        Assert.Equal("checkpoint/1", lead["scheme"]!.GetValue<string>());
        var first = lead["due"]![0]!;
        Assert.Equal(("2026-03-06", "09:00:00"), (first["date"]!.GetValue<string>(), first["time"]!.GetValue<string>()));
        Assert.NotEmpty(first["explanation"]!.GetValue<string>());
        Assert.Contains("have no time limit", lead["referral"]!["chargeBy"]!["explanation"]!.GetValue<string>(), StringComparison.Ordinal);

        var police = (await app.Get(Staff.Officer, address)).Json!.AsObject();
        Assert.True(police.ContainsKey("victims"));
        Assert.DoesNotContain(police["conditions"]!.AsArray(), condition => condition!.AsObject().ContainsKey("appointments"));

        var provider = await app.Get(Staff.Provider, address);
        Assert.Equal(["reparation", "pathway"], provider["conditions"].AsArray().Select(condition => condition!["id"]!.GetValue<string>()));
        HoldsNone(provider, "1 Secret Street", "Theft from a shop", "Vic Tim", "apology", "medium", "sam@example.org");
        Assert.All(provider["due"].AsArray(), due => Assert.Contains(due!["track"]!.GetValue<string>(), new[] { "reparation", "pathway" }));

        var facilitator = await app.Get(Staff.Facilitator, address);
        Assert.Equal(["restorative-justice"], facilitator["conditions"].AsArray().Select(condition => condition!["id"]!.GetValue<string>()));
        Assert.Equal("Vic Tim", facilitator["victims"]![0]!["details"]!["name"]!.GetValue<string>());
        HoldsNone(facilitator, "1 Secret Street", "Theft from a shop", "medium");
    }

    [Fact]
    public async Task Supervision_notes_are_not_for_the_police()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "add-note", """{"text":"Relapsed last night"}""");
        await app.Do(Staff.Officer, id, "add-note", """{"text":"Paperwork filed"}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:00:00Z","minutes":45}""");
        await app.Do(Staff.Worker, id, "reschedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","newAppointmentId":"m-2","startsAt":"2026-03-06T14:00:00Z","minutes":45,"reason":"Panic attack"}""");

        var worker = await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/timeline?limit=200");
        var police = await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline?limit=200");
        Assert.Contains("Relapsed last night", worker.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Panic attack", worker.Json!.ToJsonString(), StringComparison.Ordinal);
        HoldsNone(police, "Relapsed", "Panic");
        Assert.Contains("Paperwork filed", police.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(worker["items"].AsArray().Count, police["items"].AsArray().Count);
    }

    [Fact]
    public async Task Access_to_somebody_elses_case_needs_a_reason_and_is_logged_first()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var address = $"/api/v1/agreements/{id}";
        foreach (var reason in new[] { null, "short", new string('x', 501) })
        {
            var refused = reason is null ? await app.Get(Staff.OtherWorker, address) : await app.Get(Staff.OtherWorker, address, ("X-Access-Reason", reason));
            Assert.Equal((403, "access-reason-missing"), (refused.Status, refused.Code));
        }

        Assert.Empty((await app.Get(Staff.Lead, address + "/access-log")).Json!.AsArray());

        Assert.Equal(200, (await app.Get(Staff.OtherWorker, address, ("X-Access-Reason", "Covering for Kit today"))).Status);
        Assert.Equal(200, (await app.Get(Staff.OtherOfficer, address + "/timeline", ("X-Access-Reason", "Linked investigation"))).Status);
        Assert.Equal(304, (await app.Get(Staff.OtherWorker, address, ("X-Access-Reason", "Covering for Kit still"), ("If-None-Match", (await app.Get(Staff.Lead, address)).ETag!))).Status);
        var log = (await app.Get(Staff.Sergeant, address + "/access-log")).Json!.AsArray();
        Assert.Equal(2, log.Count(entry => entry!["what"]!.GetValue<string>() == "record") + log.Count(entry => entry!["what"]!.GetValue<string>() == "timeline"));
        Assert.Contains(log, entry => entry!["actorId"]!.GetValue<string>() == "po-2" && entry["reason"]!.GetValue<string>() == "Linked investigation");
    }

    [Fact]
    public async Task Access_that_cannot_be_logged_shows_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        app.Store.Fault = new Diversion.Casework.Storage.StorageUnavailableException("full");
        var answer = await app.Get(Staff.OtherWorker, $"/api/v1/agreements/{id}", ("X-Access-Reason", "Covering for Kit today"));
        Assert.Equal(503, answer.Status);
        HoldsNone(answer, "Sam Person");
    }

    [Fact]
    public async Task Analysts_page_through_pseudonyms_only()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Referred("CU-2");
        var page = await app.Get(Staff.Analyst, "/api/v1/register?limit=1");
        HoldsNone(page, id, "Sam Person", "po-1", "north-police");
        Assert.StartsWith("P-", page["items"][0]!["agreement"]!.GetValue<string>(), StringComparison.Ordinal);
        var cursor = page["cursor"].GetValue<string>();
        Assert.DoesNotContain(id, System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Padded(cursor))), StringComparison.Ordinal);
        var next = await app.Get(Staff.Analyst, $"/api/v1/register?limit=1&cursor={cursor}");
        Assert.NotEqual(page["items"][0]!["agreement"]!.GetValue<string>(), next["items"][0]!["agreement"]!.GetValue<string>());
        Assert.Equal(403, (await app.Get(Staff.Analyst, "/api/v1/register?worker=kw-1")).Status);
    }

    private static string Padded(string base64Url) =>
        base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');

    private static void HoldsNone(Answer answer, params string[] secrets) =>
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, answer.Json!.ToJsonString(), StringComparison.Ordinal));
}
