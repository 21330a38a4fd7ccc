using Diversion.Casework.Queries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Inbox;

/// <summary>The newest of the inbox as a part of a page: what an open inbox shows next.</summary>
public sealed class ItemsModel(InboxQuery query) : PortalPage
{
    public LeadInbox Inbox { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Show(await LeadInbox.Of(query, By, null, Cancellation), inbox => Inbox = inbox);
}
