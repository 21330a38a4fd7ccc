using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>The person says before an appointment that they cannot come, and why.</summary>
public sealed class CannotComeModel : PersonPage
{
    public const int LongestText = 1_000;

    /// <summary>Keys of the reasons to choose from.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["cannot.ill", "cannot.family", "cannot.work", "cannot.travel", "cannot.else"];

    [FromRoute(Name = "item")]
    public string Item { get; set; } = "";

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? More { get; set; }

    /// <summary>Null when it began, was moved, or is not theirs.</summary>
    public OwnAppointment? Appointment => Mine?.ToCome.FirstOrDefault(one => one.Item == Item);

    public IActionResult OnGet() => Appointment is null ? ToEntrance() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Session is null || Mine is null || Appointment is null)
        {
            return Mine is null ? ToEntrance() : Again("cannot.gone");
        }

        if (Why is null || !Reasons.Contains(Why))
        {
            return Again("cannot.choose");
        }

        if (More?.Length > LongestText)
        {
            return Again("cannot.long");
        }

        // Staff read the reason in English, and the rest as it was written.
        var said = $"{PersonTexts.English[Why]}. {More}".Trim();
        return await Own.CannotCome(Session, Item, said, Now, Cancellation) ? LocalRedirect($"{Addresses.MyAgreement}?told=yes") : Again("cannot.gone");
    }
}
