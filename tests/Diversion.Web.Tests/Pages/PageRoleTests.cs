using Diversion.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests.Pages;

/// <summary>
/// Which page opens to whom, written out by hand from the programme's table of roles. The pages are found among the
/// endpoints: one that is not listed here fails. A role that is not listed gets 403, also for a form sent with a valid
/// token; a listed role gets the page, or the reason why it has nothing for them now.
/// </summary>
public sealed class PageRoleTests
{
    private const string Everybody = "officer sergeant worker manager lead provider facilitator analyst panel supervisor feed";
    private const string Staffed = "officer sergeant worker manager lead";
    private const string Police = "officer sergeant";
    private const string Probation = "worker manager lead";
    private const string Lead = "lead";
    private const string Managing = "manager lead";

    /// <summary>Below <c>/agreements/{reference}/</c>, with a condition and an item that the case has.</summary>
    private static readonly Dictionary<string, string> OfTheRecord = new()
    {
        [""] = "officer sergeant worker manager lead provider facilitator",
        ["appointments"] = "officer sergeant worker manager lead provider facilitator",
        ["conditions"] = "officer sergeant worker manager lead provider facilitator",
        ["contact"] = "officer sergeant worker manager lead provider facilitator",
        ["whole"] = "officer sergeant worker manager lead provider facilitator",
        ["allocate-arm"] = "officer sergeant lead",
        ["trial"] = Staffed,
        ["add-offence"] = Police,
        ["amend-offence"] = Police,
        ["amend-person"] = Police,
        ["amend-referral"] = Police,
        ["arrange-placement/{condition}"] = "provider worker manager lead",
        ["approve-eligibility"] = Staffed,
        ["book-visit"] = Staffed,
        ["breach-file"] = "officer sergeant manager lead",
        ["case-file/check"] = "officer sergeant manager lead",
        ["case-file/zip"] = "officer sergeant manager lead",
        ["completion-file"] = "officer sergeant manager lead",
        ["correct-attendance/{condition}/{item}"] = Probation,
        ["correct-offence/{item}"] = Police,
        ["decide-breach"] = Lead,
        ["decline-offer"] = Police,
        ["documents"] = "officer sergeant worker manager lead provider facilitator",
        ["documents/add/{condition?}/{item?}"] = "officer sergeant worker manager lead provider facilitator",
        ["documents/{document}"] = "officer sergeant worker manager lead provider facilitator",
        ["documents/{document}/remove"] = Lead,
        ["enrol"] = "officer sergeant worker manager lead provider facilitator",
        ["change-contact"] = Staffed,
        ["erase-record"] = Lead,
        ["extend-term"] = Lead,
        ["find-not-eligible"] = Police,
        ["late-news"] = "officer sergeant worker manager lead provider",
        ["letter/{item}/{language?}"] = Staffed,
        ["looks"] = "sergeant lead",
        ["make-offer"] = Police,
        ["messages"] = Probation,
        ["messages/{message}"] = Lead,
        ["note/{condition?}"] = Staffed,
        ["override-risk"] = "sergeant",
        ["prepare"] = Police,
        ["reason"] = "officer sergeant worker manager lead provider facilitator",
        ["record-attendance/{condition}/{item}"] = "provider worker manager lead",
        ["paper/{version?}"] = Staffed,
        ["record-case-outcome"] = "officer sergeant lead",
        ["record-check/{item}"] = Staffed,
        ["record-facts"] = Police,
        ["record-goals"] = Staffed,
        ["record-circumstances"] = Staffed,
        ["record-needs"] = Staffed,
        ["record-reoffence"] = Lead,
        ["record-risk"] = Police,
        ["record-victim/{item?}"] = "officer sergeant manager facilitator",
        ["record-victim-request/{item}"] = "officer sergeant manager",
        ["answer-victim-request/{item}"] = "officer sergeant manager",
        ["record-victim-satisfaction/{item}"] = "officer sergeant manager facilitator",
        ["record-victim-views/{item}"] = "officer sergeant manager facilitator",
        ["refer-victim-to-support/{item}"] = "officer sergeant manager facilitator",
        ["reschedule-appointment/{condition}/{item}"] = "provider worker manager lead",
        ["review-offer"] = Police,
        ["schedule-appointment/{condition}/{item?}"] = "provider worker manager lead",
        ["schedule-series/{condition}/{item?}"] = "provider worker manager lead",
        ["services"] = Staffed,
        // Nothing is shared here: SharingPageTests.
        ["shared"] = "",
        ["sign-agreement"] = Police,
        ["substitute-condition/{condition}"] = Lead,
        ["take-offence-in"] = Lead,
        ["tell-victim/{item}"] = "officer sergeant manager facilitator",
        ["tell-person/{condition}"] = Staffed,
        ["handed-over"] = "lead",
        ["give-own-page"] = Probation,
        ["arrange-courtesy-supervision"] = "worker manager lead",
        ["record-complaint"] = Staffed,
        ["answer-complaint/{condition}"] = "sergeant manager lead",
        ["record-answer/{condition}/{item?}"] = "worker manager lead",
        ["mark-passage/{condition}"] = Lead,
        ["subject-access/{number:int}"] = Lead,
        ["timeline"] = Staffed,
        ["vary-agreement"] = Lead,
        ["withdraw-offer"] = Police,
        ["{command}/{condition?}/{item?}"] = Probation,
    };

    private static readonly Dictionary<string, string> Others = new()
    {
        ["/"] = Everybody,
        ["/analysis/{section?}"] = "lead analyst",
        ["/analysis/document/{save?}"] = "lead analyst",
        ["/analysis/what-if"] = "lead analyst",
        ["/analysis/extract/{step?}"] = "analyst",
        ["/analysis/extract/file"] = "analyst",
        ["/board-actions"] = "manager lead analyst",
        ["/board-pack/{quarter?}"] = "lead analyst",
        ["/about/accessibility"] = Everybody,
        ["/about/cookies"] = Everybody,
        ["/about/privacy"] = Everybody,
        ["/calendar"] = Probation,
        ["/calendar/book"] = "worker",
        ["/about/shortcuts"] = Everybody,
        ["/about/whats-new"] = Everybody,
        ["/caseload"] = "worker",
        ["/custody-matches/{match}"] = Lead,
        ["/demo/move"] = Everybody,
        ["/kept-answers/{key}"] = Everybody,
        ["/my-page"] = Everybody,
        ["/my-page/start/{secret}"] = Everybody,
        ["/my-page/cannot-come/{item}"] = Everybody,
        ["/my-page/what-i-agreed"] = Everybody,
        ["/my-page/problem"] = Everybody,
        ["/enrol/{draft?}"] = Police,
        ["/enrol/{draft}/delete"] = Police,
        ["/enrol/{draft}/refer"] = Police,
        ["/feeds"] = Lead,
        ["/follow-up"] = "lead analyst",
        ["/harm-index"] = "lead analyst",
        ["/boundaries"] = "lead analyst",
        ["/unmet-needs"] = "lead analyst",
        ["/unmet-needs/file"] = "lead analyst",
        ["/unit-costs"] = "lead analyst",
        ["/inbox/items"] = Lead,
        ["/keeping"] = Lead,
        ["/keeping/destroyed"] = Lead,
        ["/messages"] = Lead,
        ["/offence-codes"] = Lead,
        ["/panel-feedback"] = Police,
        ["/problem"] = Everybody,
        ["/programme"] = "sergeant lead analyst",
        ["/system"] = Lead,
        ["/projects"] = "officer sergeant worker manager lead provider",
        ["/projects/add"] = "lead provider",
        ["/projects/hours"] = "lead provider analyst",
        ["/projects/{project}"] = "officer sergeant worker manager lead provider",
        ["/projects/{project}/change"] = "lead provider",
        ["/projects/{project}/register/{day}"] = "lead supervisor",
        ["/moderation"] = Lead,
        ["/public"] = Everybody,
        ["/public/area/{place}"] = Everybody,
        ["/public/nominate"] = Everybody,
        ["/public/problem"] = Everybody,
        ["/public/vote/{round}"] = Everybody,
        ["/rounds"] = Staffed,
        ["/rounds/{round}"] = Staffed,
        ["/register"] = "officer sergeant worker manager lead analyst",
        ["/register/download/{step?}"] = "officer sergeant worker manager lead analyst",
        ["/register/downloads"] = "sergeant lead",
        ["/register/table"] = "officer sergeant worker manager lead analyst",
        ["/scrutiny"] = "lead panel",
        ["/scrutiny/{quarter}"] = "lead panel",
        ["/scrutiny/{quarter}/cases/{number:int}"] = "lead panel",
        ["/scrutiny/{quarter}/paper"] = "lead panel",
        ["/services"] = "officer sergeant worker manager lead provider facilitator",
        ["/services/add"] = "lead provider",
        ["/services/file"] = "officer sergeant worker manager lead provider facilitator",
        ["/services/import"] = Lead,
        ["/services/{service}"] = "officer sergeant worker manager lead provider facilitator",
        ["/services/{service}/slots"] = "lead provider",
        ["/services/{service}/change"] = "lead provider",
        ["/search"] = "officer sergeant worker manager lead provider facilitator",
        ["/sign-in"] = Everybody,
        ["/sign-in/role"] = Everybody,
        ["/sign-in/unknown"] = Everybody,
        ["/sign-out"] = Everybody,
        ["/staff"] = Lead,
        ["/staff/tokens"] = Lead,
        ["/staff/sharing"] = Lead,
        ["/staff/sharing/with"] = Lead,
        ["/staff/add"] = Lead,
        ["/staff/import"] = Lead,
        ["/staff/person/{person}"] = Lead,
        ["/staff/team/{team}"] = Lead,
        ["/staff/who-sees"] = Lead,
        ["/task-emails"] = "officer sergeant worker manager facilitator",
        ["/transfers-in"] = Lead,
        ["/trials"] = "lead analyst",
        ["/trials/new"] = Lead,
        ["/trials/{trial}"] = "lead analyst",
        ["/trials/{trial}/draft"] = Lead,
        ["/trials/{trial}/open"] = Lead,
        ["/trials/{trial}/amend"] = Lead,
        ["/trials/{trial}/close"] = Lead,
        ["/trials/{trial}/unseal"] = Lead,
        ["/trials/{trial}/allocations"] = "lead analyst",
        ["/workers/{worker}"] = Managing,
        ["/workers/{worker}/pass-on"] = Managing,
    };

    private static readonly Dictionary<string, string> All = Others
        .Concat(OfTheRecord.Select(page => KeyValuePair.Create($"/agreements/{{reference}}/{page.Key}".TrimEnd('/'), page.Value)))
        .ToDictionary();

    /// <summary>The value for each part of a route. A command without a page of its own is one of the worker's.</summary>
    private static readonly (string Part, string With)[] Parts =
    [
        ("{command}", "propose-breach"), ("/{condition?}", ""), ("/{item?}", ""), ("/{step?}", ""), ("/{section?}", ""), ("/{quarter?}", ""), ("/{save?}", ""), ("/{version?}", ""), ("{condition}", "reparation"), ("{worker}", "kw-1"), ("{person}", "nobody"),
        ("/{language?}", ""), ("/{draft?}", ""),
        ("{draft}", "0123456789abcdef0123456789abcdef"), ("{message}", "none"), ("{document}", "none"), ("{match}", "none"), ("{service}", "none"), ("{project}", "none"), ("{round}", "none"), ("{place}", "Nowhere"), ("{day}", "2026-03-05"), ("{trial}", "none"), ("{quarter}", "2026-q1"), ("{number:int}", "1"),
    ];

    /// <summary>When sent, these change who is signed in or what time it is.</summary>
    private static readonly string[] NotSent = ["/sign-in", "/sign-out", "/demo/move"];

    public static TheoryData<string> Roles => [.. Staff.All.Keys];

    [Fact]
    public async Task Every_page_is_written_down()
    {
        await using var app = await TestApp.Begin();
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(All.Keys.Order(StringComparer.Ordinal), pages);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_and_every_form_is_for_its_roles_alone(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"reparation","appointmentId":"s-1","startsAt":"2026-03-06T10:00:00Z","minutes":60}""");
        await app.Do(Staff.Worker, id, "record-complaint", """{"from":"person","how":"telephone","madeAt":"2026-03-05T10:00:00Z","about":"decision","what":"It took too long."}""");
        using var browser = await app.Browse(Staff.All[role]);
        foreach (var (route, may) in All)
        {
            var address = Parts.Aggregate(route.Replace("{reference}", id, StringComparison.Ordinal), (made, part) => made.Replace(part.Part, part.With, StringComparison.Ordinal))
                .Replace("record-check/{item}", "record-check/Safeguarding", StringComparison.Ordinal)
                .Replace("letter/{item}", "letter/breach-proposed-1", StringComparison.Ordinal)
                .Replace("record-answer/reparation/s-1", "record-answer/breach-proposed-1", StringComparison.Ordinal)
                .Replace("answer-complaint/reparation", "answer-complaint/1", StringComparison.Ordinal)
                .Replace("tell-person/reparation", "tell-person/breach-proposed-1", StringComparison.Ordinal)
                .Replace("tell-victim/{item}", "tell-victim/1-Decision", StringComparison.Ordinal)
                .Replace("{item}", "s-1", StringComparison.Ordinal);
            var isTheirs = may.Split(' ').Contains(role);
            var page = await browser.Get(address);
            Assert.True(IsRight(page.Status, isTheirs), $"{role} {route}: {page.Status} {page.Title}");
            if (NotSent.Contains(route))
            {
                continue;
            }

            var sent = await Send(browser, address);
            Assert.True(IsRight(sent.Status, isTheirs) || sent.Status == 405, $"{role} sent {route}: {sent.Status} {sent.Title}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/messages")]
    [InlineData("/about/cookies")]
    public async Task A_page_without_a_form_takes_none(string address)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var refused = await Send(browser, address);
        Assert.Equal((405, "This request cannot be used – Diversion"), (refused.Status, refused.Title));
    }

    /// <summary>An empty form, with the token from any of their pages.</summary>
    private static async Task<Visit> Send(Browser browser, string address)
    {
        var token = (await browser.Get("/about/cookies")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.Post(address, KeyValuePair.Create("__RequestVerificationToken", token));
    }

    /// <summary>For an allowed role: the page, its errors, or why not now. Never a fault of ours.</summary>
    private static bool IsRight(int status, bool isTheirs) => isTheirs ? status is 200 or 400 or 404 or 409 or 412 or 422 : status == 403;
}
