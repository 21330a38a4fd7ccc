using Diversion.Casework.Messages;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Messages;

/// <summary>Undelivered messages of the whole programme.</summary>
public sealed class IndexModel(OutboxQuery outbox) : PortalPage
{
    public Undelivered Messages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Show(await outbox.Of(By, Cancellation), messages => Messages = messages);
}
