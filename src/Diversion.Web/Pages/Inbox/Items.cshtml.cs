using Diversion.Casework.Inbox;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Inbox;

/// <summary>The newest inbox items as part of a page, for an open inbox to load.</summary>
public sealed class ItemsModel(InboxQuery query) : PortalPage
{
    public LeadInbox Inbox { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Show(await LeadInbox.Of(query, By, null, Cancellation), inbox => Inbox = inbox);
}
