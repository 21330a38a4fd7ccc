using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>
/// Somebody opens a case, does everything that is offered and was not done yet, and continues until there is nothing new:
/// what a page offers, the domain accepts at once.
/// </summary>
public sealed class OfferedActionTests
{
    private const int MostSteps = 100;
    private static readonly LocalDate BeforeSigning = new(2026, 2, 20);
    private static readonly LocalDate TermEnd = new(2026, 7, 5);

    /// <summary>They end something that others need, so they are done only when nothing else is left.</summary>
    private static readonly string[] Last =
    [
        "accept-pathway-referral", "answer-health-check", "end-mentoring", "record-check", "vary-agreement", "take-offence-in", "fail-condition", "waive-condition", "substitute-condition", "record-victim-withdrawal", "withdraw-tag-consent", "confirm-tag-removed",
        "answer-access-request", "answer-correction-request", "close-pathway", "extend-term", "settle-arrest", "record-violence", "propose-breach", "decide-breach", "discontinue",
    ];

    /// <summary>Done before signing, by the feeds, or after the end.</summary>
    private static readonly string[] OfEnrolment =
    [
        "refer", "amend-referral", "add-offence", "correct-offence", "remove-offence", "record-facts", "record-risk", "override-risk", "approve-eligibility", "find-not-eligible", "allocate-arm",

        // Of a trial: TrialPageTests.
        "leave-out-of-trial", "record-crossover", "record-research-consent",
        "make-offer", "withdraw-offer", "decline-offer", "sign-agreement", "review-custody-notice", "record-case-outcome",

        // After a plan of attempts without success: ContactAttemptPageTests.
        "decide-contact",

        // With a service that keeps times free: BookVisitPageTests.
        "book-visit", "cancel-visit", "record-visit",

        // With a file, from the list of papers: DocumentPageTests.
        "keep-document", "remove-document",

        // Of kinds that the case does not have: ReparationPageTests.
        "record-payment", "take-back-payment", "record-letter-written", "check-letter", "record-letter-end", "book-course", "record-victim-on-work", "record-donation", "take-back-donation",

        // Of a victim who was recorded by mistake, and of one whose case has ended: VictimPageTests, SatisfactionPageTests.
        "remove-victim", "record-victim-satisfaction",
    ];

    /// <param name="elsewhere">Left out, because it blocks another action; tested separately.</param>
    [Theory]
    [InlineData("worker", "record-victim-withdrawal", "propose-breach", "record-follow-up-call")]
    [InlineData("lead", "record-victim-withdrawal", "withdraw-tag-consent", "propose-breach", "record-violence", "decide-breach", "decide-contest", "withdraw-complaint", "decline-case", "stop-passing", "transfer-out", "take-back", "confirm-transfer", "receive-transfer", "record-reoffence", "remove-reoffence", "keep-longer", "erase-record", "record-follow-up-call")]
    [InlineData("provider", "decline-pathway-referral", "answer-health-check")]
    [InlineData("facilitator", "record-victim-withdrawal")]
    [InlineData("officer")]
    [InlineData("sergeant", "withdraw-complaint")]
    public async Task Whatever_is_offered_is_taken_at_once_and_all_that_a_role_does_is_offered(string role, params string[] elsewhere)
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        if (role == "provider")
        {
            await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
            await app.Do(Staff.Worker, id, "offer-health-check", $$"""{"provider":"{{Staff.Provider.Organisation}}"}""");
            await app.Do(Staff.Worker, id, "answer-health-check", """{"accepted":true}""");
            await app.Do(Staff.Worker, id, "match-mentor", $$"""{"mentor":{"id":"{{Staff.Provider.Id}}","name":"Pat"},"organisation":"{{Staff.Provider.Organisation}}"}""");
        }

        if (role is "worker" or "lead")
        {
            // The last entry of an agreed plan stays.
            await app.Do(Staff.Worker, id, "plan-continuation", """{"what":"Choir","with":"St Giles"}""");
        }

        if (role == "worker")
        {
            // Somebody handed the case over to them.
            await app.Do(Staff.Lead, id, "change-key-worker", """{"keyWorker":{"id":"kw-3","name":"Kay Colleague","team":"north"},"reason":"Leave."}""");
            await app.Do(Staff.Lead, id, "change-key-worker", """{"keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"},"reason":"Back again."}""");
        }

        if (role == "sergeant")
        {
            await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
            await app.Do(Staff.Worker, id, "record-answer", """{"news":"warning-1","how":"letter","answeredAt":"2026-03-05T10:00:00Z","said":"I was there."}""");
        }

        await app.Do(Staff.Provider, id, "add-note", """{"conditionId":"reparation","text":"His back hurts."}""");
        await app.TravelTo(TestApp.Start + Duration.FromHours(3));
        var taken = await Walk(app, id, Staff.All[role], elsewhere);
        var all = CommandCatalogue.All.Where(entry => entry.Roles.Contains(Staff.All[role].Role)).Select(entry => entry.Name);
        Assert.Equal([], all.Except(taken).Except(OfEnrolment));
    }

    /// <summary>A tag is worn, nothing was recorded: in the middle, while records are settled, and when nobody settled them.</summary>
    [Theory]
    [InlineData("worker", 60, "excuse-period")]
    [InlineData("worker", 123, "confirm-tag-removed")]
    [InlineData("worker", 140, "confirm-tag-removed")]
    [InlineData("lead", 123, "waive-condition")]
    [InlineData("lead", 140, "confirm-tag-removed")]
    [InlineData("provider", 123, "schedule-appointment")]
    [InlineData("officer", 140, "tell-victim")]
    public async Task Later_too_whatever_is_offered_is_taken_at_once(string role, int days, string among)
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.Do(Staff.Worker, id, "record-tag-consent", """{"conditionId":"tag-monitoring"}""");
        await app.Do(Staff.Worker, id, "record-tag-fitted", """{"conditionId":"tag-monitoring","deviceId":"TAG 1","on":"2026-03-05"}""");
        await app.TravelTo(TestApp.Start + Duration.FromDays(days));
        Assert.Contains(among, await Walk(app, id, Staff.All[role], []));
    }

    private static async Task<HashSet<string>> Walk(TestApp app, string id, Actor actor, string[] elsewhere)
    {
        using var browser = await app.Browse(actor);
        // The one needs a service with free times, the other a sharing agreement: SharingPageTests.
        var taken = new HashSet<string>(elsewhere) { "book-visit", "record-sharing-consent" };
        for (var step = 0; step < MostSteps && await Offered(browser, id, taken) is { } link; step++)
        {
            var command = CommandOf(link);
            taken.Add(command);
            if (command == "decline-pathway-referral")
            {
                taken.Remove("send-pathway-referral");
            }

            var form = await browser.Get(link);
            Assert.True(form.Status == 200, $"{link}: {form.Status} {form.Text}");
            var done = await browser.Submit(form, [.. Answers(form, app.Clock.GetCurrentInstant())]);
            if (command == "schedule-series" && done.Faults.Count == 0)
            {
                // The days are shown before they are booked.
                form = done;
                done = await browser.Submit(form, [.. Answers(form, app.Clock.GetCurrentInstant()).Where(answer => answer.Name != "Change")]);
            }

            Assert.True(done.Status == 200 && done.Banner is not null, $"{link}: {done.Status} {done.Address} {string.Join("; ", done.Faults)}");
            AssertForeseen(link, form, done);
        }

        return taken;
    }

    /// <summary>Everything that followed was announced before it was sent; enrolment announces it in its own words.</summary>
    private static void AssertForeseen(string link, Visit form, Visit done)
    {
        var followed = done.Html.QuerySelectorAll(".govuk-notification-banner li").Select(one => one.TextContent)
            .Where(one => !one.StartsWith("Nothing has changed", StringComparison.Ordinal)).ToArray();
        Assert.True(
            followed.Length == 0 || CommandOf(link) == "record-check" || form.Html.QuerySelector("#what-will-follow") is not null,
            $"{link} did not say before it was sent: {string.Join(" ", followed)}");
    }

    private static async Task<string?> Offered(Browser browser, string id, HashSet<string> taken)
    {
        var page = await browser.Get($"/agreements/{id}/whole");
        Assert.Equal(200, page.Status);
        return page.Html.QuerySelectorAll("main .action-links a").Select(link => link.GetAttribute("href")!)
            .Where(link => !taken.Contains(CommandOf(link)))
            .OrderBy(link => Array.IndexOf(Last, CommandOf(link)))

            // Every outcome can be recorded for an appointment that has begun.
            .ThenBy(link => CommandOf(link) == "record-attendance" && !link.Contains(Meetings.Id, StringComparison.Ordinal))
            .FirstOrDefault();
    }

    private static string CommandOf(string link) => link.Split('/')[3] is var page && page == "note" ? "add-note" : page;

    private static bool IsInTerm(string address) => CommandOf(address) is "schedule-appointment" or "reschedule-appointment" or "arrange-placement";

    /// <summary>The first possible choice, and a plausible text where something is typed.</summary>
    private static IEnumerable<(string Name, string Value)> Answers(Visit page, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        var form = page.Html.QuerySelector("main form")!;
        foreach (var question in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]:not([disabled])").GroupBy(radio => radio.Name!))
        {
            yield return (question.Key, (question.FirstOrDefault(radio => radio.Value == nameof(Attendance.EvidenceAwaited) || radio.HasAttribute("checked")) ?? question.First()).Value);
        }

        if (form.QuerySelector<IHtmlButtonElement>("button[name][value]") is { } answer)
        {
            yield return (answer.Name!, answer.Value);
        }

        // An address is typed, too: no fixed address would contradict it.
        foreach (var question in form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]:not([disabled]):not([name$=NoFixedAddress])").GroupBy(box => box.Name!))
        {
            yield return (question.Key, question.First().Value);
        }

        foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select:not([name=Grade]):not([name=Appointment])"))
        {
            yield return (list.Name!, list.Options.First(option => option.Value.Length > 0).Value);
        }

        foreach (var field in form.QuerySelectorAll("input[type=text], input:not([type]), textarea"))
        {
            var name = field.GetAttribute("name")!;
            var day = name.StartsWith("LastDay", StringComparison.Ordinal) || CommandOf(page.Address) == "plan-continuation" ? LocalDate.Max(TermEnd, today).PlusDays(5)
                : name.StartsWith("Form.", StringComparison.Ordinal) ? BeforeSigning
                : CommandOf(page.Address) == "receive-tag-event" ? LocalDate.Min(today, TermEnd.PlusDays(-2))
                : CommandOf(page.Address) is "schedule-series" || (page.Address.Contains("/reschedule-appointment/", StringComparison.Ordinal) && today > TermEnd) ? today.PlusDays(1)
                : IsInTerm(page.Address) ? LocalDate.Min(today.PlusDays(1), TermEnd.PlusDays(-2))
                : today;
            yield return (name, name.Split('.')[^1] switch
            {
                "Day" => $"{day.Day}",
                "Month" => $"{day.Month}",
                "Year" => $"{day.Year}",
                "ToldAt" or "AnsweredAt" or "MadeAt" => Diversion.Domain.Words.Time(now),
                "Time" when CommandOf(page.Address) == "acknowledge-complaint" => Diversion.Domain.Words.Time(now),
                "Time" when CommandOf(page.Address) == "receive-tag-event" => "9:15am",
                "Decider" => "Sergeant Plain Words",
                "Reviewer" => "Inspector Other Words",
                "Time" or "StartsAt" => "10:15am",
                "Hours" or "MinutesLate" or "Value" or "Classification" => "",
                _ when name.StartsWith("Attended", StringComparison.Ordinal) || name.StartsWith("TakenOff", StringComparison.Ordinal) => "",
                _ when field.GetAttribute("inputmode") == "numeric" => "30",
                _ => "Plain words",
            });
        }
    }
}
