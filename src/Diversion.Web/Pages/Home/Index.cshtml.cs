using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Home;

/// <summary>Where each role begins: the lead's inbox, everybody else's cases, the analyst's numbers.</summary>
public sealed class IndexModel(InboxQuery inboxes, CaseloadQuery caseloads, StatisticsQuery statistics) : PortalPage
{
    public string Title => Navigation.For(By)[0].Text;

    /// <summary>Those who refer have a home of their own.</summary>
    public bool IsPolice => AccessPolicy.IsForRole<ReferralCommand.Refer>(By);

    public InboxSummary? Inbox { get; private set; }

    public Page<CaseloadItem>? Cases { get; private set; }

    public ProgrammeStatistics? Numbers { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor)
    {
        if (IsPolice)
        {
            return Page();
        }

        if (AccessPolicy.MaySeeInbox(By))
        {
            return Show(await inboxes.Summary(By, Cancellation), inbox => Inbox = inbox);
        }

        if (AccessPolicy.CaseloadPartition(By, null) is not null)
        {
            return Show(await caseloads.Of(By, null, cursor, Cancellation), cases => Cases = cases);
        }

        return AccessPolicy.MaySeeStatistics(By)
            ? Show(await statistics.Of(By, Now, Cancellation), numbers => Numbers = numbers)
            : Page();
    }
}
