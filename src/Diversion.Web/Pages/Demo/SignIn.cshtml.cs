using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Demo;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Diversion.Web.Pages.Demo;

/// <summary>Sign in as one of the demo's people.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel : DemoPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IEnumerable<IGrouping<Role, Actor>> ByRole => Demo.People.GroupBy(person => person.Role).OrderBy(role => role.Key);

    public bool HasAnswersKept => ReturnUrl?.StartsWith(PostRedirectGet.KeptAnswersPath, StringComparison.Ordinal) == true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? person)
    {
        if (Demo.People.FirstOrDefault(one => one.Id == person) is not { } chosen)
        {
            return LocalRedirect(DemoSession.SignInPath);
        }

        await HttpContext.SignInAsync(DemoSession.Scheme, Tokens.PrincipalOf(chosen, DemoSession.Scheme));
        return GoBackTo(ReturnUrl);
    }
}
