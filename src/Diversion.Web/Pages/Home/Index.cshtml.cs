using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Figures;
using Diversion.Casework.Inbox;
using Diversion.Casework.MyWork;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Pages.Inbox;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Home;

/// <summary>
/// The first page of each role: the lead's inbox, the key worker's tasks, the team manager's teams, a partner's tasks and
/// referrals, the analyst's figures, a panel member's sittings, a supervisor's sessions.
/// </summary>
public sealed class IndexModel(InboxQuery inboxes, MyWorkQuery work, CaseloadQuery caseloads, StatisticsQuery statistics, ScrutinyQuery panels, SessionRegister registers) : PortalPage
{
    public string Heading => Navigation.For(By)[0].Text;

    public string Title => Inbox is { Count: > 0 } ? $"({Inbox.Total}) {Heading}" : Heading;

    /// <summary>Those who refer have a home page of their own.</summary>
    public bool IsPolice => AccessPolicy.IsForRole<ReferralCommand.Refer>(By);

    public LeadInbox? Inbox { get; private set; }

    public WorkList? Work { get; private set; }

    /// <summary>For partners.</summary>
    public Page<CaseloadItem>? Referrals { get; private set; }

    /// <summary>For team managers.</summary>
    public TeamHome? Teams { get; private set; }

    public ProgrammeStatistics? Numbers { get; private set; }

    /// <summary>For panel members.</summary>
    public IReadOnlyList<SittingRow>? Sittings { get; private set; }

    /// <summary>For supervisors.</summary>
    public IReadOnlyList<SessionDay>? Sessions { get; private set; }

    /// <summary>For a team manager: only the cases of this key worker.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Worker { get; set; }

    public async Task<IActionResult> OnGetAsync(string? cursor)
    {
        if (IsPolice)
        {
            return Page();
        }

        if (AccessPolicy.SitsOnPanel(By))
        {
            return Show(await panels.All(By, Cancellation), sittings => Sittings = sittings);
        }

        if (AccessPolicy.SupervisesSessions(By))
        {
            return Show(await registers.Days(By, Now, Cancellation), days => Sessions = days);
        }

        if (AccessPolicy.MaySeeInbox(By))
        {
            return Show(await LeadInbox.Of(inboxes, By, cursor, Cancellation), inbox => Inbox = inbox);
        }

        if (AccessPolicy.TeamsOf(By).Count > 0)
        {
            return Show(await TeamHome.Of(work, caseloads, By, Worker, Now, cursor, Cancellation), teams => Teams = teams);
        }

        if (!AccessPolicy.LacksTeams(By) && AccessPolicy.CaseloadPartition(By, null) is not null)
        {
            var mine = Show(await work.Of(By, Now, Cancellation), found => Work = found);
            return AccessPolicy.KeepsCaseload(By) || Work is null
                ? mine
                : Show(await caseloads.Of(By, null, cursor, Cancellation), referrals => Referrals = referrals);
        }

        return AccessPolicy.MaySeeStatistics(By)
            ? Show(await statistics.Of(By, Now, Cancellation), numbers => Numbers = numbers)
            : Page();
    }
}
