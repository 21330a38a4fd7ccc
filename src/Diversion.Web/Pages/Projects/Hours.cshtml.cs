using System.Globalization;
using Diversion.Casework.ProjectEntries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Projects;

/// <summary>Credited hours of a quarter by partner, with the labour cost that they saved.</summary>
public sealed class HoursModel(ProjectHoursQuery query) : PortalPage
{
    /// <summary>The first day of the quarter; another day, or none, means the present one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public SavedLabourTable Saved { get; private set; } = null!;

    public bool HasNext => Saved.Until < Today;

    public static string InAddress(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Hours(int minutes) => (minutes / 60m).ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string Pounds(long pence) => $"£{(pence / 100m).ToString("#,0.00", CultureInfo.InvariantCulture)}";

    public async Task<IActionResult> OnGetAsync() => Show(await query.Saved(Quarter(), By, Cancellation), saved => Saved = saved);

    private LocalDate Quarter()
    {
        var day = LocalDatePattern.Iso.Parse(From ?? "") is { Success: true, Value: { Year: >= 2000 and <= 2099 } typed } && typed <= Today ? typed : Today;
        return new LocalDate(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1);
    }
}
