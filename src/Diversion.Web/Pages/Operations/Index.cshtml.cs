using Diversion.Casework.Links;
using Diversion.Casework.Operations;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Operations;

/// <summary>How each part of the system does, for whoever looks after the installation.</summary>
public sealed class IndexModel(SystemHealthQuery query) : PortalPage
{
    public SystemHealth Health { get; private set; } = new(PartState.Working, [], []);

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, Cancellation), health => Health = health);

    public string TitleOf(SystemPart part) => part.Name switch
    {
        "store" => "Store",
        "clock" => "Keeping time",
        "delivery" => "Delivery of messages",
        "feeds" => "Feeds",
        _ => "Disk",
    };

    public (string Address, string Text)? PageOf(SystemPart part) => part.Name switch
    {
        "delivery" => (Addresses.Messages, "See the messages that wait"),
        "feeds" => (Addresses.Feeds, "See what the feeds sent"),
        _ => null,
    };

    public string UnitOf(SystemFigure figure) => figure.Unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        _ => $"{figure.Unit.Trim('{', '}')}s",
    };
}
