using Diversion.Casework.PublicView;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>The areas in which something is published.</summary>
public sealed class IndexModel(PublicRows rows, IClock clock) : PublicPage(rows, clock)
{
    public IReadOnlyList<string> Areas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var all = (await Rows.AllProjects(Cancellation)).Select(one => one.Text.Area)
            .Concat((await Rows.AllNominations(Cancellation)).Select(one => one.Area))
            .Concat((await Rows.AllRounds(Cancellation)).Select(one => one.Area));
        Areas = [.. all.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        return Page();
    }
}
