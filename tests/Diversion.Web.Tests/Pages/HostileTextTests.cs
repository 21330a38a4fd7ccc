using System.Text.Json;
using AngleSharp.Dom;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>Typed text stays text wherever it is shown.</summary>
public sealed class HostileTextTests
{
    private const string Written = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    /// <summary>A case with every text that a page shows; § is replaced by what was written.</summary>
    private static readonly (Actor By, string Command, string Body)[] Life =
    [
        (Staff.Officer, "record-facts", """{"facts":{"currentOrders":["bail"],"coAccusedPending":false,"admission":true,"sufficientEvidence":true,"previousConvictions":0}}"""),
        (Staff.Officer, "record-risk", """{"tool":"§","score":55.5,"toolBand":"medium","judgedBand":"medium"}"""),
        (Staff.Officer, "record-check", """{"check":"safeguarding","concern":false,"note":"§"}"""),
        (Staff.Officer, "record-check", """{"check":"domesticAbuse","concern":false}"""),
        (Staff.Officer, "record-victim", """{"hasVictim":true,"name":"Vic §","contact":"§"}"""),
        (Staff.Officer, "record-victim-views", """{"views":"§","wantsRestorativeJustice":true}"""),
        (Staff.Officer, "record-goals", """{"goals":["§"]}"""),
        (Staff.Sergeant, "approve-eligibility", """{"overrides":[{"rule":"no-current-order","reason":"§"}]}"""),
        (Staff.Officer, "make-offer", $$"""{"conditions":{{Cases.AllConditions.Replace("High Street", "§", StringComparison.Ordinal)}}}"""),
        (Staff.Officer, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}"""),
        (Staff.Worker, "add-note", """{"text":"§"}"""),
        (Staff.Worker, "arrange-placement", """{"conditionId":"reparation","projectId":"p-1","project":"§","communitySafety":false,"startsOn":"2026-03-09"}"""),
        (Staff.Worker, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-06T10:00:00Z","minutes":45,"place":"§"}"""),
        (Staff.Worker, "send-pathway-referral", """{"conditionId":"pathway"}"""),
        (Staff.Worker, "record-tag-consent", """{"conditionId":"tag-monitoring"}"""),
        (Staff.Worker, "record-failure", """{"failureId":"f-1","reason":"§"}"""),
        (Staff.Worker, "propose-breach", """{"reason":"§"}"""),
    ];

    [Fact]
    public async Task Markup_in_any_text_stays_text_on_every_page_of_every_role()
    {
        await using var app = await TestApp.Begin();
        var id = await Live(app);
        foreach (var actor in Staff.All.Values)
        {
            using var browser = await app.Browse(actor);
            var (pages, shown) = (0, 0);
            await foreach (var page in Walk(browser, "/", $"/agreements/{id}", $"/agreements/{id}/paper", $"/agreements/{id}/messages", $"/agreements/{id}/looks", $"/agreements/{id}/approve-eligibility"))
            {
                Assert.True(page.Html.QuerySelector("script:not([src]), [onerror], img[src=x]") is null, $"{actor.Role} {page.Address} lets markup in");
                pages++;
                shown += page.Html.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal) ? 1 : 0;
            }

            var sees = actor.Role is not (Role.Analyst or Role.PanelMember or Role.Supervisor or Role.Feed);
            Assert.True(pages > 4 && shown > 2 == sees, $"{actor.Role}: {shown} of {pages} pages show it");
        }
    }

    private static async Task<string> Live(TestApp app)
    {
        var person = Cases.Person.Replace("Sam Person", "Sam §", StringComparison.Ordinal).Replace("1 Secret Street", "§", StringComparison.Ordinal);
        var offence = Cases.Offence.Replace("Theft from a shop", "§", StringComparison.Ordinal);
        var referred = await app.Post(Staff.Officer, "/api/v1/referrals", Write(Cases.Referral("CU-h", person, offence)));
        Assert.True(referred.Status == 201, $"{referred.Json}");
        var id = referred["agreement"].GetValue<string>();
        foreach (var (by, command, body) in Life)
        {
            await app.Do(by, id, command, Write(body));
        }

        return id;
    }

    private static string Write(string body) => body.Replace("§", JsonEncodedText.Encode(Written).Value, StringComparison.Ordinal);

    /// <summary>Everything linked from these, each address once.</summary>
    private static async IAsyncEnumerable<Visit> Walk(Browser browser, params string[] from)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>(from);
        while (next.TryDequeue(out var address))
        {
            if (!seen.Add(address) || address.StartsWith("/register/download", StringComparison.Ordinal))
            {
                continue;
            }

            var page = await browser.Get(address);
            yield return page;
            foreach (var link in page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith('/')))
            {
                next.Enqueue(link);
            }
        }
    }
}
