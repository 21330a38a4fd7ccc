using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Sharing;
using Diversion.Domain.Time;
using Diversion.Domain.Visits;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Diversion.Simulation.Demo;
using Microsoft.Playwright;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>What partners bring and get, each named after its row of the issue.</summary>
public sealed class PartnerTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task P1_a_partner_keeps_their_entry_and_the_lead_records_the_review_of_the_partnership_agreement()
    {
        await using var partner = await portal.Visit("demo-pr-2");
        await partner.Go("/services");
        await PageCheck.Assert(partner.Page);
        await partner.Follow("Farm at Moorside");
        await partner.Follow("Change the entry");
        await partner.Fill("Places or units (optional)", "18");
        await PageCheck.Assert(partner.Page);
        await partner.Press("Save the entry");
        await partner.Sees("18, ");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go(new Uri(partner.Page.Url).AbsolutePath);
        await lead.Fill("What came of it?", "Two more places from summer.");
        await PageCheck.Assert(lead.Page);
        await lead.Press("Record the review");
        await lead.Sees("Two more places from summer.");
    }

    [BrowserFact]
    public async Task P3_an_officer_books_a_service_s_free_time_on_a_phone_in_five_interactions_from_the_home_page()
    {
        await using var officer = await portal.Visit("demo-po-1", new() { ViewportSize = Widths.Phone });
        await officer.Go("/");
        var before = officer.Done.Count;
        await officer.Done.Press(officer.Main.Locator("[aria-labelledby=caseload-caption] tbody a").First);
        await officer.Follow("Book a service’s free time now");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "book-now");
        await officer.Done.Tick(officer.Main.Locator("input[name=Slot]").First);
        await officer.Press("Book it");
        await officer.Sees("Booked for");

        Assert.InRange(officer.Done.Count - before, 1, 5);
        var state = (await portal.Server.Casework.Find(new(officer.Reference)))!;
        Assert.Equal(VisitStatus.Booked, Assert.Single(state.Visits, visit => visit.By != "Harriet Ashdown").Status);
    }

    [BrowserFact]
    public async Task P4_a_nurse_records_what_came_of_an_onward_referral_of_a_health_check()
    {
        await using var nurse = await portal.Visit("demo-pr-3");
        await nurse.Go("/");
        await nurse.Follow("Record what came of the onward referral");
        await nurse.Choose("What came of it?", "Taken up");
        await PageCheck.Assert(nurse.Page);
        await nurse.Press("Record what came of it");
        await nurse.Sees("It was recorded what came of it.");
        await PageCheck.Assert(nurse.Page);
    }

    [BrowserFact]
    public async Task P12_a_partner_reads_what_is_shared_until_the_person_withdraws_and_the_lead_sees_who_looked()
    {
        // Somebody who has agreed, and the number of what they agreed to.
        var agreed = portal.Server.Casework.Rulebook.Programme.Staff.Sharing!.First(one => one is { Purpose: SharingPurpose.PreviousWork, Organisation: "Wearside Works" });
        AgreementState? person = null;
        for (var index = 0; person is null; index++)
        {
            var state = (await portal.Server.Casework.Find(AgreementIds.FromCustodyReference($"DEMO-{index:D3}")))!;
            person = state.Referral.ConsentTo(agreed.Number) is { Given: true } && CasePartners.Of(state).Contains(agreed.Organisation) ? state : null;
        }

        await using var partner = await portal.Visit("demo-pr-1");
        await partner.Go($"/agreements/{person.Id}");
        await partner.Follow("What your organisation is told");
        await partner.Sees("Previous assessments and interventions");
        await PageCheck.Assert(partner.Page);

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go($"/agreements/{person.Id}/record-sharing-consent/{agreed.Number}");
        await lead.Choose("Do they agree?", "No, or not any more");
        await PageCheck.Assert(lead.Page);
        await lead.Press("Record it");
        await partner.Go($"/agreements/{person.Id}/shared");
        Assert.DoesNotContain("Previous assessments and interventions", await partner.Main.InnerTextAsync(), StringComparison.Ordinal);

        await lead.Go("/staff/sharing");
        await PageCheck.Assert(lead.Page);
        await lead.Go("/staff/sharing/with?organisation=Wearside%20Works");
        await lead.Sees("Lena Fox");
        await PageCheck.Assert(lead.Page);
    }

    [BrowserFact]
    public async Task P10_a_manager_sees_who_carries_too_much_and_a_lead_what_each_can_carry_when_choosing_somebody()
    {
        await using var manager = await portal.Visit("demo-tm-1");
        await manager.Go("/");
        await manager.Sees("Too much");
        await PageCheck.Assert(manager.Page);

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/staff/person/demo-kw-2#capacity");
        await lead.Fill("How much weight of cases can they carry? (optional)", "70");
        await PageCheck.Assert(lead.Page);
        await lead.Press("Save the capacity");
        await lead.Sees("The capacity was saved.");
        await manager.Go("/");
        await manager.Sees(" of 70");
    }

    [BrowserFact]
    public async Task P11_a_manager_finds_the_late_action_of_the_board_on_the_home_page_and_writes_what_came_of_it()
    {
        await using var manager = await portal.Visit("demo-tm-1");
        await manager.Go("/");
        await manager.Sees("Late");
        await PageCheck.Assert(manager.Page);
        await manager.Follow("Write what came of an action");
        await manager.Page.GetByLabel("Which action?").SelectOptionAsync("2");
        await manager.Fill("What came of it?", "Two rooms were missing. They are there from Monday.");
        await PageCheck.Assert(manager.Page);
        await manager.Press("Close the action");
        await manager.Sees("The action was closed.");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/board-pack");
        await lead.Sees("Two rooms were missing.");
        await lead.Sees("1 open, 0 of them late");
    }

    [BrowserFact]
    public async Task P5_a_mentor_records_a_meeting_in_two_taps()
    {
        await using var mentor = await portal.Visit("demo-me-1");
        await mentor.Go("/");
        await PageCheck.Assert(mentor.Page);
        await mentor.Follow("Record a meeting");
        await PageCheck.Assert(mentor.Page);
        await mentor.Press("We met");
        await mentor.Sees("The meeting was recorded.");
    }

    [BrowserFact]
    public async Task P13_a_change_of_key_worker_says_what_it_breaks_and_leaves_a_note()
    {
        await using var worker = await portal.Visit("demo-kw-2");
        await worker.Go("/");
        var reference = (await worker.References())[^1];
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go($"/agreements/{reference}/change-key-worker");
        await lead.Sees("One more change breaks that");
        await PageCheck.Assert(lead.Page);
        await lead.Main.Locator("select[name=To]").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await lead.Fill("Handover note (optional)", "Rings before he comes.");
        await lead.Fill("Reasons for your decision", "The key worker leaves.");
        await lead.Press("Change the key worker");
        await lead.Go($"/agreements/{reference}/contact");
        await lead.Sees("They have not met yet.");
        await lead.Sees("Rings before he comes.");
        await PageCheck.Assert(lead.Page);
    }

    [BrowserFact]
    public async Task P6_a_key_worker_plans_what_goes_on_after_the_end_and_the_next_worker_has_met_the_person()
    {
        await using var worker = await portal.Visit("demo-kw-2");
        await worker.Go("/");
        var reference = (await worker.References())[0];
        await worker.Go($"/agreements/{reference}/plan-continuation");
        await worker.Fill("What goes on?", "Drop-in on Mondays");
        await worker.Fill("With whom?", "Harbour, Jo");
        await PageCheck.Assert(worker.Page);
        await worker.Press("Add it to the plan");
        await worker.Sees("It was added to the exit plan.");
        await worker.Go($"/agreements/{reference}/conditions");
        await worker.Follow("Record a warm handover");
        await worker.Fill("Who met them?", "Jo of Harbour");
        await worker.Press("Record the meeting");
        await worker.Go($"/agreements/{reference}/conditions");
        await worker.Sees("Jo of Harbour");
        await PageCheck.Assert(worker.Page);
    }

    [BrowserFact]
    public async Task P7_a_supervisor_marks_the_register_on_a_phone_and_without_a_signal_nothing_is_lost()
    {
        var (reference, day) = await SessionYesterday();
        await using var supervisor = await portal.Visit("demo-sv-1", new() { ViewportSize = Widths.Phone });
        await supervisor.Go("/");
        await PageCheck.Assert(supervisor.Page);
        await supervisor.Go($"/projects/canal-path/register/{day:uuuu-MM-dd}");
        await PageCheck.Assert(supervisor.Page);
        var person = supervisor.Main.Locator($"[data-person^='{reference}.']");
        await person.GetByLabel("Came", new() { Exact = true }).CheckAsync();
        await person.GetByLabel("Minutes, if not all").FillAsync("50");
        await Screenshots.Take(supervisor.Page, "register");
        await supervisor.Context.SetOfflineAsync(true);
        await supervisor.Main.GetByRole(AriaRole.Button, new() { Name = "Record the register" }).ClickAsync();
        await supervisor.Sees("Kept on this phone, not yet sent. There is no signal");
        Assert.All(supervisor.Faults.Take(), fault => Assert.Contains("ERR_INTERNET_DISCONNECTED", fault, StringComparison.Ordinal));
        await supervisor.Context.SetOfflineAsync(false);
        await Assertions.Expect(person).ToHaveCountAsync(0);

        var session = Assert.Single(((ReparationCondition)(await portal.Server.Casework.Find(new(reference)))!.Conditions.First(one => one is ReparationCondition)).Appointments, one => one.Id == "p7");
        Assert.Equal((AppointmentStatus.Attended, 50, "canal-path"), (session.Status, session.WorkedMinutes, session.HeldAt!.ProjectId));
        Assert.Equal("[]", await supervisor.Page.EvaluateAsync<string>("() => JSON.stringify(Object.keys(localStorage))"));
    }

    [BrowserFact]
    public async Task P8_a_lead_compares_the_share_for_community_safety_with_the_target_and_the_board_pack_has_it()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/projects");
        await lead.Follow("Hours worked, and what they saved");
        await PageCheck.Assert(lead.Page);
        await lead.Sees("The target of the scheme is more than 50% of projects and of hours.");
        await lead.Sees("Labour cost saved");
        await lead.Follow("The quarter before");
        await lead.Sees("Riverside");
        await lead.Go("/board-pack");
        await lead.Sees("Share of projects and of hours, by quarter");
    }

    [BrowserFact]
    public async Task P9_somebody_of_the_public_names_a_place_and_votes_on_a_phone_and_a_lead_lets_their_words_out()
    {
        await using var stranger = await portal.Visit(null, new() { ViewportSize = Widths.Phone });
        await stranger.Go("/public");
        await PageCheck.AssertOutside(stranger.Page);
        await Screenshots.Take(stranger.Page, "public");
        await stranger.Follow("Riverside");
        await PageCheck.AssertOutside(stranger.Page);
        await stranger.Follow("Vote");
        await PageCheck.AssertOutside(stranger.Page);
        await stranger.Main.GetByLabel("Canal path clearance").CheckAsync();
        await stranger.Press("Vote");
        await stranger.Sees("Your vote is in");
        await stranger.Go("/public/nominate?lang=cy");
        await stranger.Sees("Enwi lle");
        await PageCheck.AssertOutside(stranger.Page);
        await stranger.Go("/public/nominate");
        await stranger.Fill("Area or town", "Old Town");
        await stranger.Fill("Which place is it?", "the bandstand");
        await stranger.Fill("What should be done there?", "paint it, says Mrs Example");
        await stranger.Press("Send");
        await stranger.Sees("Somebody reads it now");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/moderation");
        await PageCheck.Assert(lead.Page);
        await lead.Sees("Look for: perhaps name");
        await lead.Go("/rounds/riverside-next");
        await PageCheck.Assert(lead.Page);
        await lead.Sees("Canal path clearance");
    }

    /// <summary>Of somebody who is placed at the canal path: an hour before seven, whose outcome nobody has recorded.</summary>
    private async Task<(string Reference, LocalDate Day)> SessionYesterday()
    {
        var (casework, now) = (portal.Server.Casework, portal.Server.Now);
        var day = WorkingCalendar.DateOf(now).PlusDays(-1);
        for (var index = 0; index < 90; index++)
        {
            var id = AgreementIds.FromCustodyReference($"DEMO-{index:D3}");
            if (await casework.Find(id) is { Status: AgreementStatus.Active } state && state.Conditions.OfType<ReparationCondition>().FirstOrDefault(one => one is { IsOpen: true, Victim: null }) is { } condition
                && await casework.Execute(id, new ReparationCommand.ArrangePlacement(condition.Id, "canal-path", "", false, day) { By = DemoStaff.FirstLead, At = now }) is not Outcome.Refused
                && await casework.Execute(id, new AppointmentCommand.ScheduleAppointment(condition.Id, "p7", WorkingCalendar.At(day, new(6, 0)), 60, null, true) { By = DemoStaff.FirstLead, At = now }) is Outcome.Accepted)
            {
                return (id.Value, day);
            }
        }

        throw new InvalidOperationException("Nobody of the demo has reparation to do.");
    }
}
