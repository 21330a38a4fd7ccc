using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>What the person agreed, and their own goals: one step behind the first screen.</summary>
public sealed class AgreedModel : PersonPage
{
    public IActionResult OnGet() => Mine is null ? ToEntrance() : Page();
}
