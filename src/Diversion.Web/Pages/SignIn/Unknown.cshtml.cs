using Diversion.Casework.Programmes;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.Portal;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Pages.SignIn;

/// <summary>Somebody signed in with an account that nobody here has: whom to ask, and the way in for the first lead.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class UnknownModel(Rulebook rulebook, StaffService staff) : PortalPage
{
    private (string Account, string? Name) seen;

    public string Account => seen.Account;

    public string? Name => seen.Name;

    public string Programme => rulebook.Programme.Name;

    public IEnumerable<string> Leads => rulebook.Programme.Leads.Select(lead => lead.Name);

    public bool NeedsCode => HttpContext.RequestServices.GetService<OpenIdSettings>()?.Roles is null && FirstLead?.IsNeeded == true;

    public bool CodeIsPrinted => FirstLead?.IsPrinted == true;

    public bool CodeIsSpent => FirstLead?.IsSpent == true;

    [BindProperty]
    public string? Code { get; set; }

    private FirstLeadCode? FirstLead => HttpContext.RequestServices.GetService<FirstLeadCode>();

    private NewAccount? Kept => HttpContext.RequestServices.GetService<NewAccount>();

    public IActionResult OnGet() => Find() ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Find())
        {
            return LocalRedirect("/");
        }

        if (!NeedsCode)
        {
            return Page();
        }

        if (!FirstLead!.Accepts(Code))
        {
            ModelState.AddModelError(nameof(Code), "This is not the code. Check it; after five wrong codes the server must be started again.");
            return Page();
        }

        var done = await staff.Execute(
            StaffId.Programme,
            new StaffCommand.LinkFirstLead(Account) { By = Actor.Clock, At = Now, Reason = "With the first lead's code." },
            null,
            Cancellation);
        if (done is Outcome<StaffState>.Refused { Refusal: var refused })
        {
            return Refuse(refused);
        }

        Kept!.Forget(HttpContext);
        return LocalRedirect("/");
    }

    private bool Find()
    {
        if (Kept?.Read(HttpContext) is not { } found)
        {
            return false;
        }

        seen = found;
        return true;
    }
}
