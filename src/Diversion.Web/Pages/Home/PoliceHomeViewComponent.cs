using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Drafts;
using Diversion.Casework.MyWork;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Agreements;
using Diversion.Web.Pages.Enrol;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Home;

/// <summary>The part of the home page for the police.</summary>
public sealed class PoliceHomeViewComponent(MyWorkQuery work, CaseloadQuery caseloads, ReferralDrafts drafts, ScrutinyQuery panels, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Actor by)
    {
        var now = clock.GetCurrentInstant();
        var cancellation = HttpContext.RequestAborted;
        string? cursor = HttpContext.Request.Query["cursor"];
        var mine = cursor is null && await work.Of(by, now, cancellation) is Reply<WorkList>.Given { Value: var items } ? items : null;
        var cases = await caseloads.Of(by, null, cursor, cancellation) is Reply<Page<CaseloadItem>>.Given { Value: var page }
            ? page
            : new Page<CaseloadItem>([], null);
        var said = await panels.Feedback(by, cancellation) is Reply<IReadOnlyList<FeedbackView>>.Given { Value: var feedback } ? feedback : [];
        return View("~/Pages/Home/_PoliceHome.cshtml", new PoliceHome(mine, cases, await OpenDraft.Of(drafts, by, cancellation), (said.Count, said.Count(one => one.ReadAt is null))));
    }
}
