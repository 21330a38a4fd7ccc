using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.ProjectEntries;
using Diversion.Domain.BoardPacks;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Projects;

/// <summary>Credited hours of a quarter: by partner with the labour cost that they saved, and how much was for community safety.</summary>
public sealed class HoursModel(ProjectHoursQuery query) : PortalPage
{
    /// <summary>As a board pack has it, <c>2026-q1</c>; another text, or none, means the present one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Asked { get; set; }

    public SavedLabourTable Saved { get; private set; } = null!;

    /// <summary>For those who answer to the board.</summary>
    public ShareTable? Shares { get; private set; }

    public bool HasNext => Saved.Quarter.LastDay < Today;

    public static string Hours(int minutes) => (minutes / 60m).ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string Pounds(long pence) => $"£{(pence / 100m).ToString("#,0.00", CultureInfo.InvariantCulture)}";

    public static string Percent(int? share) => share is { } known ? $"{known}%" : "–";

    public async Task<IActionResult> OnGetAsync()
    {
        var quarter = Quarter.Read(Asked) is { } typed && typed.FirstDay <= Today ? typed : Quarter.Of(Today);
        if (Take(await query.Saved(quarter, By, Cancellation), saved => Saved = saved) is { } refused)
        {
            return refused;
        }

        return AccessPolicy.MaySeeProjectShares(By) ? Show(await query.Shares(quarter, By, Cancellation), shares => Shares = shares) : Page();
    }
}
