using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Diversion.Web.SignIn;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Errors, other people and time: nothing that was typed is lost.</summary>
public sealed class FormTests(Portal portal) : IClassFixture<Portal>
{
    private const string Typed = "Rang the college: a place is kept until Friday.";

    [BrowserFact]
    public async Task Faults_are_summed_up_the_summary_has_the_focus_and_its_links_lead_to_the_fields()
    {
        await using var officer = await portal.Visit("demo-po-1");
        await officer.Go("/enrol");
        await officer.Fill("Ward (optional)", "Gilesgate");
        await officer.Group("Date of birth").GetByLabel("Month").FillAsync("13");
        await officer.Press("Save and check");

        Assert.StartsWith("Error: ", await officer.Page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(officer.Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(officer.Field("Ward (optional)")).ToHaveValueAsync("Gilesgate");
        await Assertions.Expect(officer.Group("Date of birth").GetByLabel("Month")).ToHaveValueAsync("13");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "faults-of-a-form");

        await officer.Page.Locator(".govuk-error-summary").GetByRole(AriaRole.Link, new() { Name = "Enter the full name" }).ClickAsync();
        await Assertions.Expect(officer.Field("Full name")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Who_was_slower_sees_what_changed_keeps_what_was_typed_and_can_send_it_again()
    {
        await using var first = await portal.Visit("demo-kw-1");
        await using var second = await portal.Visit("demo-tm-1");
        var reference = await FirstCaseOf(first);
        await first.Go($"/agreements/{reference}/note");
        await second.Go($"/agreements/{reference}/note");
        await first.Fill("Add a note", Typed);

        await second.Fill("Add a note", "The manager was quicker.");
        await second.Press("Save the note");
        await first.Press("Save the note");

        await first.Sees("Somebody changed this agreement while you were typing");
        await first.Sees("Ruth Calder");
        await Assertions.Expect(first.Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(first.Field("Add a note")).ToHaveValueAsync(Typed);
        await PageCheck.Assert(first.Page);
        await Screenshots.Take(first.Page, "somebody-was-quicker");
        await first.Press("Save the note");
        await first.Go($"/agreements/{reference}/timeline");
        await first.Sees(Typed);
        await first.Sees("The manager was quicker.");
    }

    [BrowserFact]
    public async Task Back_after_a_corrected_fault_shows_the_fault_again_and_asks_nothing()
    {
        await using var worker = await portal.Visit("demo-kw-1");
        var reference = await FirstCaseOf(worker);
        await worker.Go($"/agreements/{reference}/note");
        await worker.Press("Save the note");
        await Assertions.Expect(worker.Page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await worker.Fill("Add a note", Typed);
        await worker.Press("Save the note");
        await Assertions.Expect(worker.Page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();

        await worker.Page.GoBackAsync();
        await Assertions.Expect(worker.Page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await worker.Page.ReloadAsync();
        await Assertions.Expect(worker.Page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        Assert.Equal("GET", await worker.Page.EvaluateAsync<string>("() => performance.getEntriesByType('navigation')[0].responseStatus === 422 ? 'GET' : 'other'"));
    }

    [BrowserFact]
    public async Task After_a_session_ended_the_user_signs_in_and_sends_the_answers_again()
    {
        await using var worker = await portal.Visit("demo-kw-2");
        var reference = await FirstCaseOf(worker);
        await worker.Go($"/agreements/{reference}/note");
        await worker.Fill("Add a note", Typed);

        portal.Server.Machine.Ahead += BrowserSession.IdleTimeout + TimeSpan.FromMinutes(1);
        await worker.Press("Save the note");
        await worker.Sees("Sign in as the same person to send them.");
        await PageCheck.Assert(worker.Page);

        await worker.Page.Locator("button[value='demo-kw-2']").ClickAsync();
        await worker.Sees("Send your answers again");
        await worker.Sees(Typed);
        await PageCheck.Assert(worker.Page);
        await Screenshots.Take(worker.Page, "answers-kept");
        await worker.Press("Send my answers");
        await Assertions.Expect(worker.Page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();
        await worker.Go($"/agreements/{reference}/timeline");
        await worker.Sees(Typed);
        portal.ForgetSessions();
    }

    [BrowserFact]
    public async Task A_warning_comes_before_the_session_ends_and_one_press_prolongs_it()
    {
        await using var worker = await portal.Visit("demo-kw-2");
        await worker.Page.Clock.InstallAsync();
        await worker.Go("/caseload");
        var warning = worker.Page.Locator("#session-end");
        await Assertions.Expect(warning).Not.ToBeVisibleAsync();

        portal.Server.Machine.Ahead += TimeSpan.FromMinutes(18.5);
        await worker.Page.Clock.FastForwardAsync("18:30");
        await Assertions.Expect(warning).ToBeVisibleAsync();
        await Assertions.Expect(warning).ToContainTextAsync("You will be signed out in ");
        await PageCheck.Assert(worker.Page);
        await Screenshots.Take(worker.Page, "session-ends-soon");
        await warning.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Assertions.Expect(warning).Not.ToBeVisibleAsync();

        portal.Server.Machine.Ahead += TimeSpan.FromMinutes(10);
        await worker.Go("/caseload");
        await Assertions.Expect(worker.Page.Locator("h1")).ToContainTextAsync("aseload");
        portal.ForgetSessions();
    }

    private static async Task<string> FirstCaseOf(Visitor worker)
    {
        await worker.Go("/caseload");
        await worker.Main.Locator("tbody a[href^='/agreements/DV-']").First.ClickAsync();
        await Assertions.Expect(worker.Page.Locator("h1")).ToBeVisibleAsync();
        return worker.Reference;
    }
}
