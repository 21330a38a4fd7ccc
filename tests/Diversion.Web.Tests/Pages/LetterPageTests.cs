using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Domain.Telling;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

public sealed class LetterPageTests
{
    [Fact]
    public async Task The_offer_goes_with_a_letter_that_says_that_they_may_say_no_and_until_when_they_can_sign()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Offered();
        using var officer = await app.Browse(Staff.Officer);
        var letter = await officer.Get(Link(await officer.Get($"/agreements/{id}/whole"), "Print a letter with the offer"));
        foreach (var said in (string[])
            ["Dear Sam Person", "1 Secret Street", "Do 18 hours of unpaid work", "It is your choice. You can say no.", "You can sign until", "Thursday 12 March 2026", "Olive Officer", "print the agreement"])
        {
            Assert.Contains(said, letter.Text, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await officer.Get($"/agreements/{id}/letter/agreement")).Status);
        Assert.Equal(404, (await officer.Get($"/agreements/{id}/letter/appointments")).Status);
        Assert.Equal(404, (await officer.Get($"/agreements/{id}/letter/victim-1-Decision")).Status);
    }

    [Fact]
    public async Task To_whoever_has_no_email_the_task_is_to_post_the_letter_and_the_day_is_recorded()
    {
        await using var app = await TestApp.Begin();
        var id = await WithoutEmail(app);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Post the letter about the signed agreement", (await worker.Get("/")).Text, StringComparison.Ordinal);

        var letter = await worker.Get(Link(await worker.Get($"/agreements/{id}/whole"), "Print a letter with the agreement"));
        Assert.Contains("You signed your agreement on Thursday 5 March 2026.", letter.Text, StringComparison.Ordinal);
        var form = await worker.Get(Link(letter, "record that the person was told"));
        Assert.Contains("They cannot be sent an email.", form.Text, StringComparison.Ordinal);
        Assert.Equal("Letter", form.Html.QuerySelectorAll<IHtmlInputElement>("input[name=How]").Single(radio => radio.IsChecked).Value);

        var done = await worker.Submit(form, ("How", "Letter"), ("Day.Day", "5"), ("Day.Month", "3"), ("Day.Year", "2026"), ("ToldAt", "10am"), ("ToldBy", "Kit Worker"));
        Assert.Equal("It is recorded that the person was told.", done.Banner);
        Assert.Equal((ToldHow.Letter, TestApp.Start), ((await app.Stands(id)).NewsOrNull("agreement")!.Told!.How, (await app.Stands(id)).NewsOrNull("agreement")!.Told!.At));
        Assert.DoesNotContain("Post the letter about the signed agreement", (await worker.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_letter_names_all_appointments_to_come_and_each_is_to_be_posted()
    {
        await using var app = await TestApp.Begin();
        var id = await WithoutEmail(app);
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:00:00Z","minutes":60,"place":"3 High Street"}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-09T10:00:00Z","minutes":120}""");
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Post the letter about the appointment of 10am on 6 March 2026", (await worker.Get("/")).Text, StringComparison.Ordinal);

        var letter = await worker.Get(Link(await worker.Get($"/agreements/{id}/whole"), "Print a letter with the appointments"));
        Assert.Equal(
            ["Friday 6 March 2026 at 10am: meeting, 1 hour, at 3 High Street", "Monday 9 March 2026 at 10am: session, 2 hours"],
            letter.Html.QuerySelector(".letter ul")!.QuerySelectorAll("li").Select(line => line.TextContent));
        var one = await worker.Get($"/agreements/{id}/letter/appointment-2");
        Assert.Equal(["Monday 9 March 2026 at 10am: session, 2 hours"], one.Html.QuerySelector(".letter ul")!.QuerySelectorAll("li").Select(line => line.TextContent));
    }

    [Fact]
    public async Task The_victim_is_told_the_decision_and_the_ending_by_a_letter_that_does_not_say_who_the_person_is()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"}]""");
        using var officer = await app.Browse(Staff.Officer);
        var letter = await officer.Get(Link(await officer.Get($"/agreements/{id}/tell-victim/1-Decision"), "print a letter"));
        Assert.Contains("Dear Vic Tim", letter.Text, StringComparison.Ordinal);
        Assert.Contains("The person has signed an agreement instead of being charged.", letter.Text, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Sam", "Secret", "Theft", "Kit Worker", "apology"])
        {
            Assert.DoesNotContain(hidden, letter.Html.QuerySelector("article")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(404, (await officer.Get($"/agreements/{id}/letter/victim-1-Ending")).Status);
        await app.TravelTo(Instant.FromUtc(2026, 7, 6, 9, 0));
        Assert.Contains("The person did everything that they had agreed to.", (await officer.Get($"/agreements/{id}/letter/victim-1-Ending")).Text, StringComparison.Ordinal);
        using var provider = await app.Browse(Staff.Provider);
        Assert.Equal(403, (await provider.Get($"/agreements/{id}/letter/victim-1-Decision")).Status);
    }

    [Fact]
    public async Task A_letter_in_a_language_that_awaits_a_translator_is_the_English_one_and_says_so()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("In Welsh: awaits a translator.", (await worker.Get($"/agreements/{id}/letter/agreement")).Text, StringComparison.Ordinal);
        var welsh = await worker.Get($"/agreements/{id}/letter/agreement/cy");
        Assert.Contains("The letter in Welsh awaits a translator.", welsh.Text, StringComparison.Ordinal);
        Assert.Equal("en", welsh.Html.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal(404, (await worker.Get($"/agreements/{id}/letter/agreement/xx")).Status);
    }

    private static async Task<string> WithoutEmail(TestApp app)
    {
        var id = await app.Offered();
        await app.Do(Staff.Officer, id, "change-contact", """{"contact":{"contactConsent":false,"address":"1 Secret Street","district":"County Durham"}}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        return id;
    }

    private static string Link(Visit page, string text) =>
        page.Html.QuerySelectorAll("main a").FirstOrDefault(link => link.TextContent == text)?.GetAttribute("href") ?? throw new InvalidOperationException($"No link \"{text}\" on {page.Address}: {page.Text}");
}
