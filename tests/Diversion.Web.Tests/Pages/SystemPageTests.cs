using Diversion.Casework.Storage;
using Diversion.Casework.Telemetry;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using StaffOf = Diversion.Web.Tests.Hosting.Staff;

namespace Diversion.Web.Tests.Pages;

/// <summary>How the system runs, for whoever looks after it.</summary>
public sealed class SystemPageTests
{
    [Fact]
    public async Task An_empty_programme_works_and_there_is_nothing_to_do()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(StaffOf.Lead);

        var page = await lead.Get("/system");

        Assert.Contains("Everything works. There is nothing to do.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is overdue.", page.Text, StringComparison.Ordinal);
        Assert.Contains(Instruments.OutboxAge.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal("working", (await app.Get(StaffOf.Lead, "/api/v1/system"))["state"].GetValue<string>());
    }

    [Fact]
    public async Task What_is_overdue_and_what_waits_is_shown_with_what_to_do_and_names_nobody()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var lead = await app.Browse(StaffOf.Lead);
        app.Clock.MoveTo(app.Clock.GetCurrentInstant() + Duration.FromDays(3));

        var page = await lead.Get("/system");

        Assert.Contains("2 parts need somebody to look at them.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 case or other record has something overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("What to do: The page of messages says why each failed.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person", page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var health = await app.Get(StaffOf.Lead, "/api/v1/system");
        Assert.Equal("failing", health["parts"].AsArray().Single(part => part!["name"]!.GetValue<string>() == "clock")!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_said_to_those_who_may_know_and_to_nobody_else()
    {
        await using var app = await TestApp.Begin();
        app.Leads.Add(new StaffRef("lead-1", "Lee Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        Assert.Equal(200, (await app.Get(StaffOf.Lead, "/api/v1/system")).Status);
        app.Store.Fault = new StorageUnavailableException("The disk is full.");

        var ready = await app.Get(null, "/health/ready");
        Assert.Equal(503, ready.Status);
        var health = await app.Get(StaffOf.Lead, "/api/v1/system");
        Assert.True(health.Status == 200, health.Json?.ToString());
        Assert.Equal("The disk is full.", health["parts"].AsArray()[0]!["says"]!.GetValue<string>());
        Assert.Equal(403, (await app.Get(StaffOf.Worker, "/api/v1/system")).Status);
    }
}
