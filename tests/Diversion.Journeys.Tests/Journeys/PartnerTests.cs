using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Partners do their part, by keyboard alone.</summary>
public sealed class PartnerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Book = "/schedule-appointment/reparation";

    [BrowserFact]
    public async Task A_provider_accepts_a_referral_that_waits_for_them()
    {
        await using var provider = await WhoHas("Accept the referral", "demo-pr-1", "demo-pr-2", "demo-pr-3", "demo-pr-4");
        await provider.Follow("Accept the referral");
        await PageCheck.Assert(provider.Page);
        await provider.Press("Accept the referral");
        await provider.Sees("The referral was accepted.");
    }

    [BrowserFact]
    public async Task A_provider_books_a_session_of_work_and_reads_the_credit_while_typing_its_hours()
    {
        await using var provider = await portal.Visit("demo-pr-1", byKeyboard: true);
        foreach (var reference in await provider.References())
        {
            await provider.Go($"/agreements/{reference}");
            if (await provider.LinkTo(Book).CountAsync() > 0)
            {
                break;
            }
        }

        var tomorrow = WorkingCalendar.DateOf(portal.Server.Now).PlusDays(1);
        await provider.FollowTo(Book);
        await provider.FillDate("Day", tomorrow);
        await provider.Fill("Start time", "10am");
        await provider.FillLength("Length", 180);
        await provider.Press("Book it");
        await portal.Server.MoveTo(WorkingCalendar.At(tomorrow, new LocalTime(15, 0)));

        await provider.Go("/");
        await provider.FollowTo("/record-attendance/reparation/");
        await provider.Choose("What happened?", "Attended");
        await provider.FillLength("Time attended (optional)", 120);
        await provider.FillLength("Time taken off (optional)", 30);
        await provider.Sees("1 hour 30 minutes");
        await PageCheck.Assert(provider.Page);
        await provider.Press("Record the outcome");
        await provider.Sees("The outcome was recorded.");
    }

    [BrowserFact]
    public async Task A_facilitator_records_the_contact_with_the_victim_their_answer_the_preparation_and_what_was_held()
    {
        await using var facilitator = await WhoHas("Record the contact with the victim", "demo-rj-1", "demo-rj-2");
        await facilitator.Follow("Record the contact with the victim");
        var reference = facilitator.Reference;
        await facilitator.FillDate("When was the victim contacted?", WorkingCalendar.DateOf(portal.Server.Now));
        await facilitator.Press("Record the contact");
        await facilitator.Sees("The contact was recorded.");
        await PageCheck.Assert(facilitator.Page);

        await facilitator.Go($"/agreements/{reference}");
        await facilitator.Follow("Record the victim’s answer");
        await facilitator.Choose("What would the victim take part in?", "A letter");
        await facilitator.Press("Record the answer");
        await facilitator.FollowTo("/record-preparation/");
        await facilitator.Press("Record the preparation");
        await facilitator.FollowTo("/record-restorative-outcome/");
        await facilitator.Choose("What took place?", "A letter");
        await facilitator.Press("Record what took place");
        await facilitator.Sees("The restorative outcome was recorded.");
        await facilitator.Sees("Kept");
    }

    /// <summary>The first of them whose home page lists the task.</summary>
    private async Task<Visitor> WhoHas(string action, params string[] people)
    {
        foreach (var person in people)
        {
            var visitor = await portal.Visit(person, byKeyboard: true);
            if (await visitor.Link(action).CountAsync() > 0)
            {
                return visitor;
            }

            await visitor.DisposeAsync();
        }

        throw new InvalidOperationException($"Nobody of {string.Join(", ", people)} is asked to: {action}.");
    }
}
