using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Casework.Links;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Feeds;

/// <summary>What connected systems sent last, and what could not be accepted.</summary>
public sealed class IndexModel(FeedLog feeds) : PortalPage
{
    public IReadOnlyList<FeedState> States { get; private set; } = [];

    public IReadOnlyList<FeedFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await feeds.States(By, Cancellation) is Reply<IReadOnlyList<FeedState>>.Given { Value: var states })
        {
            States = states;
        }

        return Show(await feeds.Faults(By, Cancellation), faults => Faults = faults);
    }

    public async Task<IActionResult> OnPostAsync(string? feed, string? key)
    {
        if (await feeds.DealtWith(By, feed ?? "", key ?? "", Cancellation) is { } refusal)
        {
            return Refuse(refusal);
        }

        Say("Marked as dealt with. It appears again if it is sent again and still cannot be recorded.");
        return LocalRedirect(Addresses.Feeds);
    }
}
