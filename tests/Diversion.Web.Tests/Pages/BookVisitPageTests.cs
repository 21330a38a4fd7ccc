using Diversion.Domain.Visits;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>A provider offers times; an officer or worker books one with the person beside them; the provider says whether they came.</summary>
public sealed class BookVisitPageTests
{
    [Fact]
    public async Task An_officer_books_a_time_that_a_provider_offered_and_the_provider_records_that_the_person_came()
    {
        await using var app = await TestApp.Begin();
        var service = await Offered(app);
        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);
        var form = await officer.Get($"/agreements/{id}/book-visit");
        Assert.Equal(["Friday 6 March 2026 at 10am: Debt <b>help</b>", "Friday 6 March 2026 at 10:30am: Debt <b>help</b>"], Times(form));
        Assert.Equal(["Choose a time"], (await officer.Submit(form, "main form[method=post]")).Faults);

        var booked = await officer.Submit(form, ("Slot", Values(form)[0]));
        Assert.StartsWith("Booked for Friday 6 March 2026 at 10am.", booked.Banner, StringComparison.Ordinal);
        Assert.Contains("Debt <b>help</b>, Green Spaces", (await officer.WholeOf(booked)).Text, StringComparison.Ordinal);
        Assert.Contains("At the library", (await officer.WholeOf(booked)).Text, StringComparison.Ordinal);
        Assert.Equal(["Friday 6 March 2026 at 10:30am: Debt <b>help</b>"], Times(await officer.Get($"/agreements/{id}/book-visit")));

        using var provider = await app.Browse(Staff.Provider);
        Assert.Contains("Appointment:", (await provider.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains(id, (await provider.Get($"{service}/slots")).Text, StringComparison.Ordinal);
        await app.TravelTo(Instant.FromUtc(2026, 3, 6, 11, 0));
        var came = await provider.Submit(await provider.Get($"/agreements/{id}/record-visit/1"), ("Chosen", "Came"));
        Assert.Equal("It was recorded.", came.Banner);
        Assert.Equal(VisitStatus.Came, (await app.Stands(id)).Visits.Single().Status);
        Assert.Empty((await app.Stands(id)).Failures);
    }

    [Fact]
    public async Task Of_many_times_the_nearest_come_first_and_the_rest_is_one_press_away()
    {
        await using var app = await TestApp.Begin();
        foreach (var name in (string[])["A", "B", "C", "D"])
        {
            await Offered(app, name, "11.30am");
        }

        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);
        var form = await officer.Get($"/agreements/{id}/book-visit");
        Assert.Equal(9, Times(form).Length);
        var more = form.Html.QuerySelectorAll("main a").Single(link => link.TextContent == "Show 3 more times");

        var all = await officer.Get($"/agreements/{id}/book-visit{more.GetAttribute("href")}");
        Assert.Equal(12, Times(all).Length);
        var booked = await officer.Submit(all, ("Slot", Values(all)[11]));
        Assert.StartsWith("Booked for Friday 6 March 2026 at 11am.", booked.Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_somebody_else_has_just_booked_is_told_on_the_page_with_what_is_left()
    {
        await using var app = await TestApp.Begin();
        await Offered(app);
        var (one, other) = (await app.Signed(), await app.Referred("CU-2"));
        using var officer = await app.Browse(Staff.Officer);
        var form = await officer.Get($"/agreements/{one}/book-visit");
        var second = await officer.Get($"/agreements/{other}/book-visit");
        await officer.Submit(form, ("Slot", Values(form)[0]));

        var refused = await officer.Submit(second, ("Slot", Values(second)[0]));

        Assert.Equal((422, "Somebody else has just booked this time. Choose another one."), (refused.Status, Assert.Single(refused.Faults)));
        Assert.Single(Times(refused));
        Assert.Empty((await app.Stands(other)).Visits);
        var again = await officer.Submit(refused, ("Slot", Values(refused)[0]));
        Assert.StartsWith("Booked for Friday 6 March 2026 at 10:30am.", again.Banner, StringComparison.Ordinal);
        var token = form.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var typed in (string[])["", "x", "debt/x", "../x/2026-03-06T10:00:00Z", "nothing/2026-03-06T10:00:00Z", Values(form)[0].Replace("T10:00", "T10:01", StringComparison.Ordinal)])
        {
            var hostile = await officer.Post($"/agreements/{one}/book-visit", KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Slot", typed));
            Assert.True(hostile.Status == 422 && hostile.Faults.Count == 1, $"{typed}: {hostile.Status}");
        }
    }

    [Fact]
    public async Task A_provider_offers_and_withdraws_times_of_its_own_service_only()
    {
        await using var app = await TestApp.Begin();
        var service = await Offered(app);
        using var own = await app.Browse(Staff.Provider);
        var page = await own.Get($"{service}/slots");
        var tooShort = await own.Submit(page, "form:not([action])", Typed(7, "10am", "10:15am"));
        Assert.Equal(["The end must leave room for at least one time after the start"], tooShort.Faults);
        Assert.Equal(422, (await own.Submit(page, "form:not([action])", Typed(4, "10am", "11am"))).Status);
        var fewer = await own.Submit(await own.Get($"{service}/slots"), "form[action*='Withdraw']");
        Assert.Equal("The time is not offered any more.", fewer.Banner);
        Assert.DoesNotContain("2026 at 10am", fewer.Text, StringComparison.Ordinal);

        using var other = await app.Browse(Staff.OtherProvider);
        Assert.Equal(403, (await other.Get($"{service}/slots")).Status);
        var token = (await other.Get("/about/cookies")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forged = await other.Post($"{service}/slots?handler=Withdraw", KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("StartsAt", "2026-03-06T10:30:00Z"));
        Assert.Equal(403, forged.Status);
        Assert.Contains("leads are told that you tried", forged.Text, StringComparison.Ordinal);
        Assert.Contains("2026 at 10:30am", (await own.Get($"{service}/slots")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_rings_is_shown_how_the_person_wants_to_be_reached_and_what_not_to_say()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var saved = await worker.Submit(await worker.Get($"/agreements/{id}/record-circumstances"), ("Form.MeetAt", "The library"), ("Form.WordsToAvoid", "Do not say <i>mental health</i>"), ("Form.Vulnerability", "He hears voices"));
        Assert.Contains("Do not say <i>mental health</i>", (await worker.WholeOf(saved)).Text, StringComparison.Ordinal);
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway","reach":true}""");

        using var provider = await app.Browse(Staff.Provider);
        var form = await provider.Get($"/agreements/{id}/record-contact-attempt/pathway");

        Assert.Contains("Do not say <i>mental health</i>", form.Text, StringComparison.Ordinal);
        Assert.Contains("The library", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("He hears voices", form.Text, StringComparison.Ordinal);
    }

    /// <summary>A debt service of Green Spaces with two times on Friday 6 March 2026, at ten and at half past.</summary>
    private static async Task<string> Offered(TestApp app, string name = "Debt <b>help</b>", string until = "11am")
    {
        using var provider = await app.Browse(Staff.Provider);
        var added = await provider.Submit(await provider.Get("/services/add"), ("Form.Name", name), ("Form.Description", "Letters opened together."), ("Form.Needs", "FinanceBenefitAndDebt"));
        var service = added.Html.QuerySelector("a[href$='/slots']")!.GetAttribute("href")![..^"/slots".Length];
        var offered = await provider.Submit(await provider.Get($"{service}/slots"), "form:not([action])", Typed(6, "10am", until));
        Assert.Equal("The times can be booked now.", offered.Banner);
        return service;
    }

    private static (string Name, string Value)[] Typed(int day, string from, string until) =>
    [
        ("Day.Day", $"{day}"), ("Day.Month", "3"), ("Day.Year", "2026"), ("From", from), ("Until", until), ("Minutes", "30"), ("Weeks", "1"), ("Place", "At the library"),
    ];

    private static string[] Times(Hosting.Visit page) => [.. page.Html.QuerySelectorAll("input[name=Slot] + label").Select(label => label.TextContent.Trim())];

    private static string[] Values(Hosting.Visit page) => [.. page.Html.QuerySelectorAll("input[name=Slot]").Select(box => box.GetAttribute("value")!)];
}
